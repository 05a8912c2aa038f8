import { ChevronsUpDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useProject } from '#project/project-context.ts';
import { projectName, useProjects } from '#project/use-projects.ts';
import menu from '#ui/menu.module.css';
import { words } from '#words/words.ts';
import styles from './project-switcher.module.css';

export function ProjectSwitcher() {
  const { project } = useProject();
  const projects = useProjects();
  return (
    <MenuTrigger>
      <Button className={styles.trigger ?? ''} aria-label={`${project.name}. ${words.frame.switchProject}`}>
        <span className={styles.name}>{project.name}</span>
        <ChevronsUpDown size={14} className={styles.chevron} aria-hidden />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom start">
        <Menu className={menu.menu ?? ''} aria-label={words.frame.switchProject}>
          <MenuSection
            aria-label={words.frame.projects}
            items={projects.data ?? []}
            selectionMode="single"
            selectedKeys={[project.id]}
          >
            {(other) => (
              <MenuItem id={other.id} href={`/p/${projectName(other)}/editor`} className={menu.item ?? ''}>
                {other.name}
              </MenuItem>
            )}
          </MenuSection>
          <Separator className={menu.separator ?? ''} />
          <MenuItem href="/" className={menu.item ?? ''}>
            {words.frame.allProjects}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

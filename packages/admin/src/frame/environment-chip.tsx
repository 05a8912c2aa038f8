import { ChevronsUpDown, GitBranch } from 'lucide-react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useLocation } from 'react-router';
import { environmentPath } from '#project/environment-path.ts';
import { useProject } from '#project/project-context.ts';
import { useEnvironments } from '#project/use-environments.ts';
import { projectName } from '#project/use-projects.ts';
import menu from '#ui/menu.module.css';
import { words } from '#words/words.ts';
import styles from './environment-chip.module.css';

/** Plain on the primary environment, colored on every other one, so that nobody edits the wrong one. A menu as soon
 *  as there is another environment to go to. */
export function EnvironmentChip() {
  const { environment } = useProject();
  const environments = useEnvironments();
  const primary = environments.data?.find(({ meta }) => meta.primary)?.id;
  const name = environment ?? primary;
  if (name === undefined) return null;
  const isSandbox = environment !== undefined && environment !== primary;
  if ((environments.data?.length ?? 0) > 1) return <Switcher name={name} isSandbox={isSandbox} />;
  return (
    <span className={styles.chip} data-sandbox={isSandbox || undefined} title={words.frame.environment(name)}>
      <span className="visually-hidden">{words.frame.environment('')}</span>
      <ChipContent name={name} isSandbox={isSandbox} />
    </span>
  );
}

interface ChipProps {
  name: string;
  isSandbox: boolean;
}

function ChipContent({ name, isSandbox }: ChipProps) {
  return (
    <>
      <GitBranch size={13} aria-hidden />
      <span className={styles.name}>{name}</span>
      {isSandbox && <span className={styles.sandbox}>{words.frame.sandbox}</span>}
    </>
  );
}

/** Forks have the same ids: what is open here is looked at there. */
function Switcher({ name, isSandbox }: ChipProps) {
  const { project, path } = useProject();
  const environments = useEnvironments();
  const { pathname } = useLocation();
  const ready = environments.data?.filter(({ meta }) => meta.status === 'ready') ?? [];
  return (
    <MenuTrigger>
      <Button
        className={`${styles.chip} ${styles.trigger}`}
        data-sandbox={isSandbox || undefined}
        aria-label={`${words.frame.environment(name)}. ${words.frame.switchEnvironment}`}
      >
        <ChipContent name={name} isSandbox={isSandbox} />
        <ChevronsUpDown size={12} aria-hidden />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''} aria-label={words.frame.switchEnvironment}>
          <MenuSection
            aria-label={words.environments.title}
            items={ready}
            selectionMode="single"
            selectedKeys={[name]}
          >
            {({ id, meta }) => (
              <MenuItem
                id={id}
                textValue={id}
                href={environmentPath(pathname, projectName(project), meta.primary ? null : id)}
                className={menu.item ?? ''}
              >
                {id}
                {meta.primary && <span className={menu.detail}>{words.environments.primary}</span>}
              </MenuItem>
            )}
          </MenuSection>
          <Separator className={menu.separator ?? ''} />
          <MenuItem href={path('project_settings/environments')} className={menu.item ?? ''}>
            {words.frame.manageEnvironments}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

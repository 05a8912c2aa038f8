import { Search } from 'lucide-react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import menu from '#ui/menu.module.css';
import { words } from '#words/words.ts';
import styles from './command-palette.module.css';
import { useCommands } from './use-commands.ts';

/** Everything one can go to, by typing a few letters of it. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={words.palette.label}>
          <Commands onChosen={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Commands({ onChosen }: { onChosen(): void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useCommands();
  return (
    <Autocomplete filter={contains}>
      <TextField aria-label={words.palette.placeholder} className={styles.field ?? ''} autoFocus>
        <Search size={16} aria-hidden />
        <Input className={styles.input ?? ''} placeholder={words.palette.placeholder} />
      </TextField>
      <Menu
        className={`${menu.menu} ${styles.menu}`}
        onAction={onChosen}
        renderEmptyState={() => <p className={styles.empty}>{words.palette.empty}</p>}
        items={groups}
      >
        {(group) => (
          <MenuSection id={group.id} items={group.commands}>
            <Header className={menu.header ?? ''}>{group.title}</Header>
            {group.commands.map((command) => (
              <MenuItem
                key={command.id}
                id={command.id}
                href={command.href}
                textValue={command.title}
                className={menu.item ?? ''}
              >
                {command.title}
                {command.detail !== undefined && <code className={styles.detail}>{command.detail}</code>}
              </MenuItem>
            ))}
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}

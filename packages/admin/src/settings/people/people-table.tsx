import { MoreHorizontal } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '#ui/button.tsx';
import menu from '#ui/menu.module.css';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import styles from './people.module.css';
import type { PersonAct } from './person-act-dialog.tsx';
import type { Person } from './use-people.ts';

interface PeopleTableProps {
  people: readonly Person[];
  roleName(id: string): string;
  /** Undefined for whoever may not manage people. */
  onAct: ((act: PersonAct) => void) | undefined;
}

export function PeopleTable({ people, roleName, onAct }: PeopleTableProps) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.people.person}</th>
            <th scope="col">{words.people.role}</th>
            <th scope="col">{words.people.lastAccess}</th>
            {onAct !== undefined && (
              <th scope="col">
                <span className="visually-hidden">{words.palette.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <span className={table.name}>{person.full_name}</span>
                {person.full_name !== person.email && <span className={table.sub}>{person.email}</span>}
              </td>
              <td>
                <span className={styles.marks}>
                  {roleName(person.role.id)}
                  {!person.is_active && <span className={styles.mark}>{words.people.off}</span>}
                  {person.is_2fa_active && <span className={styles.mark}>{words.people.secondFactor}</span>}
                </span>
              </td>
              <td className={styles.quiet}>{lastAccessOf(person)}</td>
              {onAct !== undefined && (
                <td className={table.end}>
                  <PersonMenu person={person} onAct={onAct} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonMenu({ person, onAct }: { person: Person; onAct(act: PersonAct): void }) {
  const entry = (kind: PersonAct['kind'], label: string) => (
    <MenuItem id={kind} className={menu.item ?? ''} onAction={() => onAct({ kind, person })}>
      {label}
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <IconButton aria-label={words.people.actions(person.full_name)}>
        <MoreHorizontal size={16} aria-hidden />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''}>
          {entry('role', words.people.changeRole)}
          {entry('switch', person.is_active ? words.people.switchOff.label : words.people.switchOn.label)}
          {entry('remove', words.people.remove)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function lastAccessOf({ meta }: Person): string {
  const at = meta?.last_access ?? null;
  if (at === null) return words.people.never;
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import styles from './people.module.css';
import type { Person } from './use-people.ts';

interface PeopleTableProps {
  people: readonly Person[];
  roleName(id: string): string;
}

export function PeopleTable({ people, roleName }: PeopleTableProps) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.people.person}</th>
            <th scope="col">{words.people.role}</th>
            <th scope="col">{words.people.lastAccess}</th>
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lastAccessOf({ meta }: Person): string {
  const at = meta?.last_access ?? null;
  if (at === null) return words.people.never;
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

import { type Role, useRoles } from '#project/use-roles.ts';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Page } from '#ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import { contentRights, projectRights } from './role-rights.ts';
import styles from './roles.module.css';

/** What each role comes to, with what it takes over from others. */
export function RolesScreen() {
  const roles = useRoles();
  return (
    <SettingsLayout>
      <Page title={words.roles.title} lead={words.roles.lead}>
        {roles.isPending && <Skeleton />}
        {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
        {roles.data?.length === 0 && (
          <EmptyState title={words.roles.emptyTitle}>
            <p>{words.roles.emptyDetail}</p>
          </EmptyState>
        )}
        {roles.data !== undefined && roles.data.length > 0 && <RoleTable roles={roles.data} />}
      </Page>
    </SettingsLayout>
  );
}

function RoleTable({ roles }: { roles: readonly Role[] }) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.roles.name}</th>
            <th scope="col">{words.roles.content}</th>
            <th scope="col">{words.roles.environments}</th>
            <th scope="col">{words.roles.rights}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <RoleRow key={role.id} role={role} inheritsFrom={namesOf(role, roles)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RoleRow({ role, inheritsFrom }: { role: Role; inheritsFrom: string }) {
  const permissions = role.meta.final_permissions;
  const rights = projectRights(permissions);
  return (
    <tr className={styles.row}>
      <td>
        <span className={table.name}>{role.name}</span>
        {inheritsFrom !== '' && <span className={table.sub}>{words.roles.inherits(inheritsFrom)}</span>}
      </td>
      <td className={styles.content}>{contentRights(permissions)}</td>
      <td>{words.roles.access[permissions.environments_access]}</td>
      <td className={styles.rights}>
        {rights.length === 0 && <span className={styles.quiet}>{words.roles.noRights}</span>}
        <ul>
          {rights.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function namesOf(role: Role, roles: readonly Role[]): string {
  const ids = role.inherits_permissions_from.map(({ id }) => id);
  return roles
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

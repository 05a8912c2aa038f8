import { MoreHorizontal } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '#ui/button.tsx';
import menu from '#ui/menu.module.css';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import type { EnvironmentAct } from './environment-act-dialog.tsx';
import styles from './environments.module.css';
import type { Environment } from './use-environment-changes.ts';
import { useEnvironmentPath } from './use-environment-path.ts';

interface EnvironmentTableProps {
  environments: readonly Environment[];
  onAct(act: EnvironmentAct): void;
}

export function EnvironmentTable({ environments, onAct }: EnvironmentTableProps) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.environments.name}</th>
            <th scope="col">{words.environments.state}</th>
            <th scope="col">{words.environments.lastChange}</th>
            <th scope="col">
              <span className="visually-hidden">{words.palette.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {environments.map((environment) => (
            <tr key={environment.id}>
              <td>
                <span className={styles.names}>
                  <span className={table.name}>{environment.id}</span>
                  {environment.meta.primary && (
                    <span className={styles.primary}>{words.environments.primary}</span>
                  )}
                </span>
                {environment.meta.forked_from !== null && (
                  <span className={table.sub}>
                    {words.environments.forkedFrom(environment.meta.forked_from)}
                  </span>
                )}
              </td>
              <td>{stateOf(environment)}</td>
              <td className={styles.quiet}>{momentOf(environment.meta.last_data_change_at)}</td>
              <td className={table.end}>
                <EnvironmentMenu environment={environment} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EnvironmentMenu({
  environment,
  onAct,
}: {
  environment: Environment;
  onAct(act: EnvironmentAct): void;
}) {
  const path = useEnvironmentPath();
  const { status, primary } = environment.meta;
  const acts = [
    ...(status === 'ready' ? (['fork', 'rename'] as const) : []),
    ...(status === 'ready' && !primary ? (['promote'] as const) : []),
    ...(status !== 'destroying' && !primary ? (['destroy'] as const) : []),
  ];
  if (status === 'destroying') return null;
  return (
    <MenuTrigger>
      <IconButton aria-label={words.environments.actions(environment.id)}>
        <MoreHorizontal size={16} aria-hidden />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''}>
          {status === 'ready' && (
            <MenuItem
              id="open"
              className={menu.item ?? ''}
              href={path(primary ? null : environment.id, 'editor')}
            >
              {words.environments.open}
            </MenuItem>
          )}
          {acts.map((kind) => (
            <MenuItem
              key={kind}
              id={kind}
              className={menu.item ?? ''}
              onAction={() => onAct({ kind, environment })}
            >
              {words.environments[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function stateOf({ meta }: Environment): string {
  if (meta.status === 'creating') return words.environments.creating(meta.fork_completion_percentage ?? 0);
  if (meta.status === 'destroying') return words.environments.destroying;
  return meta.read_only_mode ? words.environments.readOnly : words.environments.ready;
}

function momentOf(moment: string): string {
  return new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

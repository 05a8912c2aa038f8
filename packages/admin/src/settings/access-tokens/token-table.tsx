import { MoreHorizontal } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useRoles } from '#project/use-roles.ts';
import type { AccessToken } from '#project/use-tokens.ts';
import { IconButton } from '#ui/button.tsx';
import menu from '#ui/menu.module.css';
import { Secret } from '#ui/secret.tsx';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import styles from './access-tokens-screen.module.css';
import type { TokenAct } from './token-act-dialog.tsx';
import { lastUseOf } from './token-last-use.ts';

interface TokenTableProps {
  tokens: readonly AccessToken[];
  onAct(act: TokenAct): void;
}

export function TokenTable({ tokens, onAct }: TokenTableProps) {
  const roles = useRoles();
  const roleName = (token: AccessToken) => roles.data?.find(({ id }) => id === token.role?.id)?.name;
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.tokens.name}</th>
            <th scope="col">{words.tokens.token}</th>
            <th scope="col">{words.tokens.canAccess}</th>
            <th scope="col">{words.tokens.lastUsed}</th>
            <th scope="col">
              <span className="visually-hidden">{words.palette.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <td>
                <span className={table.name}>{token.name}</span>
                <span className={table.sub}>{subtitle(token, roleName(token))}</span>
              </td>
              <td className={styles.secret}>
                {token.token ? (
                  <Secret value={token.token} label={token.name} />
                ) : (
                  words.tokens.hiddenFromRole
                )}
              </td>
              <td>
                <Access token={token} />
              </td>
              <td className={styles.used}>{lastUseOf(token)}</td>
              <td className={table.end}>
                <TokenMenu token={token} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Access({ token }: { token: AccessToken }) {
  const opened = [
    token.can_access_cda && words.tokens.cdaShort,
    token.can_access_cda_preview && words.tokens.cdaPreviewShort,
    token.can_access_cma && words.tokens.cmaShort,
  ].filter((name) => name !== false);
  if (opened.length === 0) return <span className={styles.used}>{words.tokens.none}</span>;
  return (
    <ul className={styles.access}>
      {opened.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function TokenMenu({ token, onAct }: { token: AccessToken; onAct(act: TokenAct): void }) {
  const isBuiltIn = token.hardcoded_type !== null;
  return (
    <MenuTrigger>
      <IconButton aria-label={words.tokens.actions(token.name)}>
        <MoreHorizontal size={16} aria-hidden />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''} disabledKeys={isBuiltIn ? ['edit'] : []}>
          {!isBuiltIn && (
            <MenuItem id="edit" className={menu.item ?? ''} onAction={() => onAct({ kind: 'edit', token })}>
              {words.tokens.edit}
            </MenuItem>
          )}
          <MenuItem id="rotate" className={menu.item ?? ''} onAction={() => onAct({ kind: 'rotate', token })}>
            {words.tokens.rotate}
          </MenuItem>
          <MenuItem id="delete" className={menu.item ?? ''} onAction={() => onAct({ kind: 'delete', token })}>
            {words.tokens.delete}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function subtitle(token: AccessToken, role: string | undefined): string {
  if (token.hardcoded_type !== null) return words.tokens.builtIn;
  return role ?? (token.role === null ? words.tokens.noRole : '');
}

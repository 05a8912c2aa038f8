import { MoreHorizontal } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '#ui/button.tsx';
import menu from '#ui/menu.module.css';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import type { InvitationAct } from './invitation-act-dialog.tsx';
import styles from './people.module.css';
import type { Invitation } from './use-people.ts';

interface InvitationTableProps {
  invitations: readonly Invitation[];
  roleName(id: string): string;
  onAct(act: InvitationAct): void;
}

export function InvitationTable({ invitations, roleName, onAct }: InvitationTableProps) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.people.email}</th>
            <th scope="col">{words.people.role}</th>
            <th scope="col">{words.people.state}</th>
            <th scope="col">
              <span className="visually-hidden">{words.palette.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <td>{invitation.email}</td>
              <td>{roleName(invitation.role.id)}</td>
              <td>
                <span className={styles.mark} data-tone={invitation.expired ? 'warning' : undefined}>
                  {invitation.expired ? words.people.expired : words.people.waiting}
                </span>
              </td>
              <td className={table.end}>
                <InvitationMenu invitation={invitation} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function InvitationMenu({ invitation, onAct }: { invitation: Invitation; onAct(act: InvitationAct): void }) {
  return (
    <MenuTrigger>
      <IconButton aria-label={words.people.actions(invitation.email)}>
        <MoreHorizontal size={16} aria-hidden />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''}>
          <MenuItem
            id="resend"
            className={menu.item ?? ''}
            onAction={() => onAct({ kind: 'resend', invitation })}
          >
            {words.people.resend}
          </MenuItem>
          <MenuItem
            id="revoke"
            className={menu.item ?? ''}
            onAction={() => onAct({ kind: 'revoke', invitation })}
          >
            {words.people.revoke}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

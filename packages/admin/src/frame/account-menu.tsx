import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { dashboardClient } from '#server/dashboard-client.ts';
import { endSession } from '#session/session.ts';
import { useAccount } from '#session/use-account.ts';
import { chooseScheme, SCHEME_CHOICES, useScheme } from '#theme/scheme.ts';
import menu from '#ui/menu.module.css';
import { words } from '#words/words.ts';
import styles from './account-menu.module.css';
import { announce } from './announcements.ts';

export function AccountMenu() {
  const account = useAccount();
  const queryClient = useQueryClient();
  const { choice } = useScheme();
  const email = account.data?.email ?? '';
  const name = [account.data?.first_name, account.data?.last_name].filter(Boolean).join(' ') || email;

  function signOut() {
    // The session ends here whether or not the server hears of it; there it would run out by itself.
    dashboardClient()
      .request({ method: 'DELETE', url: '/session' })
      .catch(() => undefined);
    endSession();
    queryClient.clear();
    announce(words.session.signedOut);
  }

  return (
    <MenuTrigger>
      <Button className={styles.trigger ?? ''} aria-label={words.frame.account}>
        {initialsOf(name)}
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <div className={styles.who}>
          <strong>{name}</strong>
          {name !== email && <span>{email}</span>}
        </div>
        <Menu className={menu.menu ?? ''} aria-label={words.frame.account}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[choice]}
            onSelectionChange={([chosen]) => {
              const scheme = SCHEME_CHOICES.find((candidate) => candidate === chosen);
              if (scheme !== undefined) chooseScheme(scheme);
            }}
          >
            <Header className={menu.header ?? ''}>{words.frame.appearance}</Header>
            {SCHEME_CHOICES.map((scheme) => (
              <MenuItem key={scheme} id={scheme} className={menu.item ?? ''}>
                {words.frame.schemes[scheme]}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={menu.separator ?? ''} />
          <MenuItem id="account" className={menu.item ?? ''} href="/account">
            {words.account.title}
          </MenuItem>
          <MenuItem id="sign-out" className={menu.item ?? ''} onAction={signOut}>
            {words.session.signOut}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function initialsOf(name: string): string {
  const parts = name.split(/[\s.@]+/).filter(Boolean);
  return parts
    .slice(0, 2)
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('');
}

import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useNavigate, useSearchParams } from 'react-router';
import { announce } from '#frame/announcements.ts';
import { isErrorCode } from '#server/api-error.ts';
import styles from '#session/entrance.module.css';
import { Entrance } from '#session/entrance.tsx';
import { useSessionToken } from '#session/session.ts';
import { CredentialsForm } from '#session/sign-in/credentials-form.tsx';
import { Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { BadLink } from './bad-link.tsx';
import { JoinForm } from './join-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';
import { type InvitedTo, useRedeem } from './use-redeem.ts';

/** Opened from the mail of an invitation: signs up or signs in, and joins with that account. */
export function InvitationScreen({ to }: { to: InvitedTo }) {
  const [search] = useSearchParams();
  const session = useSessionToken();
  const navigate = useNavigate();
  const email = search.get('email') ?? '';
  const link = { id: search.get('id') ?? '', token: search.get('token') ?? '' };
  const redeem = useRedeem(to, link, ({ name, path }) => {
    announce(words.entrance.joined(name));
    void navigate(path, { replace: true });
  });
  const join = () => redeem.mutate();

  if (link.id === '' || link.token === '')
    return <BadLink title={words.entrance.incomplete} detail={words.entrance.incompleteDetail} />;
  if (isErrorCode(redeem.error, 'NOT_FOUND'))
    return <BadLink title={words.entrance.badInvite} detail={words.entrance.badInviteDetail} />;
  if (session !== null)
    return (
      <Entrance title={words.entrance.inviteTitle}>
        {redeem.isPending || redeem.isSuccess ? (
          <Skeleton />
        ) : (
          <JoinForm email={email} error={redeem.error} onJoin={join} />
        )}
      </Entrance>
    );
  return (
    <Entrance title={words.entrance.inviteTitle} lead={words.entrance.inviteLead}>
      <Tabs className={styles.ways ?? ''}>
        <TabList className={styles.choices ?? ''} aria-label={words.entrance.howToJoin}>
          <Tab id="new" className={styles.choice ?? ''}>
            {words.entrance.newHere}
          </Tab>
          <Tab id="known" className={styles.choice ?? ''}>
            {words.entrance.haveAccount}
          </Tab>
        </TabList>
        <TabPanel id="new" className={styles.ways ?? ''}>
          <SignUpForm email={email} link={link} onSignedUp={join} />
        </TabPanel>
        <TabPanel id="known" className={styles.ways ?? ''}>
          <CredentialsForm email={email} onSignedIn={join} />
        </TabPanel>
      </Tabs>
    </Entrance>
  );
}

import { Link } from 'react-aria-components';
import { Navigate, useSearchParams } from 'react-router';
import styles from '#session/entrance.module.css';
import { Entrance } from '#session/entrance.tsx';
import { sessionToken } from '#session/session.ts';
import { words } from '#words/words.ts';
import { AskForLink } from './ask-for-link.tsx';
import { NewPasswordForm } from './new-password-form.tsx';

/** Without a link it sends one; with the link from the mail it sets the password. */
export function ResetPasswordScreen() {
  const [search] = useSearchParams();
  const accountId = search.get('account_id');
  const token = search.get('token');
  if (accountId !== null && token !== null)
    return (
      <Entrance title={words.entrance.forgotTitle} lead={words.entrance.resetLead}>
        <NewPasswordForm link={{ accountId, token }} />
      </Entrance>
    );
  if (sessionToken() !== null) return <Navigate to="/account" replace />;
  return (
    <Entrance title={words.entrance.forgotTitle}>
      <AskForLink />
      <Link href="/sign-in" className={styles.aside ?? ''}>
        {words.entrance.toSignIn}
      </Link>
    </Entrance>
  );
}

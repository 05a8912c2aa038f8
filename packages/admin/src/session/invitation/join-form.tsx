import { useQueryClient } from '@tanstack/react-query';
import { isErrorCode } from '#server/api-error.ts';
import styles from '#session/entrance.module.css';
import { endSession } from '#session/session.ts';
import { useAccount } from '#session/use-account.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';

interface JoinFormProps {
  /** Where the invitation was sent. */
  email: string;
  error: unknown;
  onJoin(): void;
}

/** Whoever is signed in says with which account they join: it may be another one than was invited. */
export function JoinForm({ email, error, onJoin }: JoinFormProps) {
  const account = useAccount();
  const queryClient = useQueryClient();

  function changeAccount() {
    endSession();
    queryClient.clear();
  }

  if (account.isPending) return <Skeleton />;
  if (account.isError) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  const isOther = email !== '' && email.toLowerCase() !== account.data.email.toLowerCase();
  if (isErrorCode(error, 'ACCOUNT_ALREADY_JOINED_SITE'))
    return (
      <div className={styles.form}>
        <Notice isUrgent>{words.entrance.alreadyJoined}</Notice>
        <ButtonLink href="/" look="primary">
          {words.entrance.toProjects}
        </ButtonLink>
      </div>
    );
  return (
    <div className={styles.form}>
      <ErrorSummary error={error} labels={{ email: words.session.email }} />
      <p>
        {words.entrance.joinAs(account.data.email)} {isOther && words.entrance.joinFor(email)}
      </p>
      <Button look="primary" onPress={onJoin}>
        {words.entrance.join}
      </Button>
      <Button look="quiet" onPress={changeAccount}>
        {words.entrance.otherAccount}
      </Button>
    </div>
  );
}

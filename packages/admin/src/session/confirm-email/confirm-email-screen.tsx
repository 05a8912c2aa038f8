import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { announce } from '#frame/announcements.ts';
import { dashboardClient } from '#server/dashboard-client.ts';
import styles from '#session/entrance.module.css';
import { Entrance } from '#session/entrance.tsx';
import { BadLink } from '#session/invitation/bad-link.tsx';
import { sessionToken, startSession } from '#session/session.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { words } from '#words/words.ts';

/** Asks once more, because programs that scan mails open links too. */
export function ConfirmEmailScreen() {
  const [search] = useSearchParams();
  const accountId = search.get('account_id');
  const token = search.get('token');
  const confirm = useConfirmEmail();
  if (accountId === null || token === null)
    return <BadLink title={words.entrance.incomplete} detail={words.entrance.incompleteDetail} />;
  return (
    <Entrance title={words.entrance.emailTitle} lead={words.entrance.emailLead}>
      <div className={styles.form}>
        <ErrorSummary error={confirm.error} labels={{ email: words.session.email }} />
        <Button
          look="primary"
          isPending={confirm.isPending}
          onPress={() => confirm.mutate({ account_id: accountId, token })}
        >
          {words.entrance.confirmEmail}
        </Button>
      </div>
    </Entrance>
  );
}

/** Whoever is signed in stays who they are: a link that somebody else sent must not change that unseen. */
function useConfirmEmail() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (link: { account_id: string; token: string }) =>
      dashboardClient().account.confirmEmailChange(link),
    onSuccess: async ({ id }) => {
      if (sessionToken() === null) startSession(id);
      await queryClient.invalidateQueries({ queryKey: ['account'] });
      announce(words.entrance.emailConfirmed);
      await navigate('/account', { replace: true });
    },
  });
}

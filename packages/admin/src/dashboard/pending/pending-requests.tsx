import { announce } from '#frame/announcements.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Section } from '#ui/page.tsx';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import styles from './pending-requests.module.css';
import { type PendingRequest, useAnswer, usePending } from './use-pending.ts';

/** Nothing where nothing waits; a list that cannot be loaded is not worth a word. */
export function PendingRequests() {
  const pending = usePending();
  if (!pending.data?.length) return null;
  return (
    <Section title={words.pending.title}>
      <ul className={styles.list}>
        {pending.data.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
    </Section>
  );
}

function Request({ request }: { request: PendingRequest }) {
  const answer = useAnswer(request);

  function say(isApproved: boolean) {
    const said = isApproved ? words.pending.approved : words.pending.declined;
    answer.mutate(isApproved, { onSuccess: () => announce(said(request.title)) });
  }

  return (
    <li className={styles.request}>
      <div className={styles.text}>
        <span className={table.name}>{request.title}</span>
        <span className={styles.detail}>{request.detail}</span>
        <ErrorSummary error={answer.error} labels={{}} />
      </div>
      <div className={styles.answers}>
        <Button onPress={() => say(false)} isDisabled={answer.isPending}>
          {words.pending.decline}
        </Button>
        <Button look="primary" onPress={() => say(true)} isPending={answer.isPending}>
          {words.pending.approve}
        </Button>
      </div>
    </li>
  );
}

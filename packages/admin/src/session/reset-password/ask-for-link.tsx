import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { dashboardClient } from '#server/dashboard-client.ts';
import styles from '#session/entrance.module.css';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';

/** Says the same whether there is such an account or not: strangers learn nothing. */
export function AskForLink() {
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => dashboardClient().account.resetPassword({ email }) });

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate();
  }

  if (ask.isSuccess)
    return (
      <div className={styles.form} role="status">
        <h2 className={styles.step}>{words.entrance.linkSent}</h2>
        <p className={styles.note}>{words.entrance.linkSentDetail(email)}</p>
      </div>
    );
  return (
    <Form className={styles.form ?? ''} onSubmit={submit}>
      <ErrorSummary error={ask.error} labels={{ email: words.session.email }} />
      <TextField
        label={words.session.email}
        hint={words.entrance.forgotLead}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isRequired
        autoFocus
      />
      <Button type="submit" look="primary" isPending={ask.isPending}>
        {words.entrance.sendLink}
      </Button>
    </Form>
  );
}

import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import type { Account } from './account.ts';
import styles from './account-screen.module.css';
import { NO_PROOF, ProofFields } from './proof-fields.tsx';
import { useChangeAccount } from './use-change-account.ts';

export function EmailForm({ account }: { account: Account }) {
  const save = useChangeAccount();
  const [email, setEmail] = useState('');
  const [proof, setProof] = useState(NO_PROOF);
  const pending = account.pending_email ?? null;

  function submit(event: FormEvent) {
    event.preventDefault();
    const code = account.is_2fa_active ? { otp_code: proof.code } : {};
    save.mutate(
      { change: { email, current_password: proof.password, ...code }, done: words.account.linkSent(email) },
      {
        onSuccess: () => {
          setEmail('');
          setProof(NO_PROOF);
        },
      },
    );
  }

  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(save.error)}>
      <p>{account.email}</p>
      {pending !== null && <Notice>{words.account.pending(pending)}</Notice>}
      <ErrorSummary
        error={save.error}
        labels={{
          email: words.account.newEmail,
          current_password: words.account.currentPassword,
          otp_code: words.entrance.code,
        }}
      />
      <TextField
        label={words.account.newEmail}
        name="email"
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        isRequired
      />
      {email !== '' && (
        <ProofFields
          passwordName="current_password"
          proof={proof}
          onChange={setProof}
          asksForCode={account.is_2fa_active}
        />
      )}
      <Button type="submit" isPending={save.isPending}>
        {words.account.changeEmail}
      </Button>
    </Form>
  );
}

import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemsByField } from '#server/api-error.ts';
import { PasswordField } from '#session/account-fields.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { words } from '#words/words.ts';
import type { Account } from './account.ts';
import styles from './account-screen.module.css';
import { NO_PROOF, ProofFields } from './proof-fields.tsx';
import { useChangeAccount } from './use-change-account.ts';

export function PasswordForm({ account }: { account: Account }) {
  const save = useChangeAccount();
  const [password, setPassword] = useState('');
  const [proof, setProof] = useState(NO_PROOF);

  function submit(event: FormEvent) {
    event.preventDefault();
    const code = account.is_2fa_active ? { otp_code: proof.code } : {};
    save.mutate(
      { change: { password, current_password: proof.password, ...code }, done: words.account.passwordSaved },
      {
        onSuccess: () => {
          setPassword('');
          setProof(NO_PROOF);
        },
      },
    );
  }

  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(save.error)}>
      <ErrorSummary
        error={save.error}
        labels={{
          password: words.entrance.newPassword,
          current_password: words.account.currentPassword,
          otp_code: words.entrance.code,
        }}
      />
      <PasswordField label={words.entrance.newPassword} value={password} onChange={setPassword} />
      {password !== '' && (
        <ProofFields
          passwordName="current_password"
          proof={proof}
          onChange={setProof}
          asksForCode={account.is_2fa_active}
        />
      )}
      <Button type="submit" isPending={save.isPending}>
        {words.account.changePassword}
      </Button>
    </Form>
  );
}

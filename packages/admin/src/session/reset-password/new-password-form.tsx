import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { problemsByField } from '#server/api-error.ts';
import { asksForCode, refusalReason } from '#server/refusal-reason.ts';
import { PasswordField } from '#session/account-fields.tsx';
import { CodeField } from '#session/code-field.tsx';
import styles from '#session/entrance.module.css';
import { endSession } from '#session/session.ts';
import { useResetPassword } from '#session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { words } from '#words/words.ts';

/** Whoever reads somebody's mail has one factor only: the code of the second one is asked for here too. */
export function NewPasswordForm({ link }: { link: { accountId: string; token: string } }) {
  const navigate = useNavigate();
  const reset = useResetPassword(link);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isAskedForCode, setIsAskedForCode] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const change = { password, ...(isAskedForCode ? { otpCode: code } : {}) };
    reset.mutate(change, {
      onSuccess: () => void navigate('/', { replace: true }),
      onError: (error) => setIsAskedForCode((was) => was || asksForCode(error)),
    });
  }

  function askAgain() {
    endSession();
    void navigate('/reset-password', { replace: true });
  }

  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(reset.error)}>
      <ErrorSummary error={reset.error} labels={{ password: words.entrance.newPassword }} />
      {refusalReason(reset.error) === 'invalid_link' && (
        <Button onPress={askAgain}>{words.entrance.askAgain}</Button>
      )}
      <PasswordField label={words.entrance.newPassword} value={password} onChange={setPassword} autoFocus />
      {isAskedForCode && <CodeField value={code} onChange={setCode} autoFocus />}
      <Button type="submit" look="primary" isPending={reset.isPending}>
        {words.entrance.setPassword}
      </Button>
    </Form>
  );
}

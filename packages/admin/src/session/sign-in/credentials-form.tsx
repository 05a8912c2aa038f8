import { type FormEvent, useState } from 'react';
import { Form, Link } from 'react-aria-components';
import { asksForCode, refusalReason } from '#server/refusal-reason.ts';
import { CodeField } from '#session/code-field.tsx';
import styles from '#session/entrance.module.css';
import { useSignIn } from '#session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import { LostFactor } from './lost-factor.tsx';

interface CredentialsFormProps {
  email?: string;
  onSignedIn?(): void;
}

/** Email and password; where the account has a second factor, its code in a second step. */
export function CredentialsForm({ email: knownEmail = '', onSignedIn }: CredentialsFormProps) {
  const signIn = useSignIn(onSignedIn);
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isAskedForCode, setIsAskedForCode] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const credentials = { email, password, ...(isAskedForCode ? { otpCode: code } : {}) };
    signIn.mutate(credentials, { onError: (error) => setIsAskedForCode(asksForCode(error)) });
  }

  function startAgain() {
    signIn.reset();
    setIsAskedForCode(false);
    setPassword('');
    setCode('');
  }

  if (isAskedForCode)
    return (
      <Form className={styles.form ?? ''} onSubmit={submit}>
        <h2 className={styles.step}>{words.entrance.codeTitle}</h2>
        {refusalReason(signIn.error) === 'otp_code_required' ? (
          <p className={styles.note} role="status">
            {words.entrance.codeLead}
          </p>
        ) : (
          <ErrorSummary error={signIn.error} labels={{}} />
        )}
        <CodeField value={code} onChange={setCode} autoFocus />
        <Button type="submit" look="primary" isPending={signIn.isPending}>
          {words.entrance.confirmCode}
        </Button>
        <LostFactor email={email} password={password} />
        <Button look="quiet" onPress={startAgain}>
          {words.entrance.otherAccount}
        </Button>
      </Form>
    );
  return (
    <Form className={styles.form ?? ''} onSubmit={submit}>
      <ErrorSummary error={signIn.error} labels={{ email: words.session.email }} />
      <TextField
        label={words.session.email}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isRequired
        autoFocus={knownEmail === ''}
      />
      <TextField
        label={words.session.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
        autoFocus={knownEmail !== ''}
      />
      <Button type="submit" look="primary" isPending={signIn.isPending}>
        {words.session.signIn}
      </Button>
      <Link href="/reset-password" className={styles.aside ?? ''}>
        {words.entrance.forgot}
      </Link>
    </Form>
  );
}

import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Navigate, useSearchParams } from 'react-router';
import styles from '#session/entrance.module.css';
import { Entrance } from '#session/entrance.tsx';
import { sessionEnd, useSessionToken } from '#session/session.ts';
import { useSetup } from '#session/use-setup.ts';
import { useSignIn } from '#session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/states.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import { safeReturnPath } from './safe-return-path.ts';

export function SignInScreen() {
  const setup = useSetup();
  const token = useSessionToken();
  const [search] = useSearchParams();
  if (token !== null) return <Navigate to={safeReturnPath(search.get('next'))} replace />;
  if (setup.data?.hasOwner === false) return <Navigate to="/welcome" replace />;
  return (
    <Entrance title={words.session.signInTitle}>
      {sessionEnd() === 'expired' && <Notice tone="warning">{words.session.expired}</Notice>}
      {setup.isPending ? <Skeleton /> : <CredentialsForm />}
    </Entrance>
  );
}

function CredentialsForm() {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate({ email, password });
  }

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
        autoFocus
      />
      <TextField
        label={words.session.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <Button type="submit" look="primary" isPending={signIn.isPending}>
        {words.session.signIn}
      </Button>
    </Form>
  );
}

import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Navigate } from 'react-router';
import { fieldProblems } from '#server/api-error.ts';
import styles from '#session/entrance.module.css';
import { Entrance } from '#session/entrance.tsx';
import { useSessionToken } from '#session/session.ts';
import { useSetup } from '#session/use-setup.ts';
import { useCreateOwner } from '#session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';

/** Shown while the server has no owner, and never again. */
export function WelcomeScreen() {
  const setup = useSetup();
  const token = useSessionToken();
  if (token !== null) return <Navigate to="/" replace />;
  if (setup.data?.hasOwner) return <Navigate to="/sign-in" replace />;
  return (
    <Entrance title={words.session.welcomeTitle} lead={words.session.welcomeLead}>
      {setup.isPending && <Skeleton />}
      {setup.isError && <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.isSuccess && <OwnerForm />}
    </Entrance>
  );
}

function OwnerForm() {
  const create = useCreateOwner();
  const [values, setValues] = useState({ firstName: '', lastName: '', email: '', password: '' });
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const problems = fieldProblems(create.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(values);
  }

  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={submit}
      validationErrors={Object.fromEntries(problems.map(({ field, message }) => [field, message]))}
    >
      <ErrorSummary
        error={create.error}
        labels={{ email: words.session.email, password: words.session.password }}
      />
      <div className={styles.pair}>
        <TextField
          label={words.session.firstName}
          name="first_name"
          autoComplete="given-name"
          value={values.firstName}
          onChange={set('firstName')}
          autoFocus
        />
        <TextField
          label={words.session.lastName}
          name="last_name"
          autoComplete="family-name"
          value={values.lastName}
          onChange={set('lastName')}
        />
      </div>
      <TextField
        label={words.session.email}
        name="email"
        type="email"
        autoComplete="username"
        value={values.email}
        onChange={set('email')}
        isRequired
      />
      <TextField
        label={words.session.password}
        hint={words.session.passwordHint}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        value={values.password}
        onChange={set('password')}
        isRequired
      />
      <Button type="submit" look="primary" isPending={create.isPending}>
        {words.session.createOwner}
      </Button>
    </Form>
  );
}

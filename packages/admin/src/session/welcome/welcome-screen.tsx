import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Navigate } from 'react-router';
import { problemsByField } from '#server/api-error.ts';
import { type AccountDraft, AccountFields } from '#session/account-fields.tsx';
import styles from '#session/entrance.module.css';
import { Entrance } from '#session/entrance.tsx';
import { useSessionToken } from '#session/session.ts';
import { useSetup } from '#session/use-setup.ts';
import { useCreateOwner } from '#session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';

const EMPTY: AccountDraft = { firstName: '', lastName: '', email: '', password: '' };

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
  const [draft, setDraft] = useState<AccountDraft>(EMPTY);

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(draft);
  }

  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(create.error)}>
      <ErrorSummary
        error={create.error}
        labels={{ email: words.session.email, password: words.session.password }}
      />
      <AccountFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <Button type="submit" look="primary" isPending={create.isPending}>
        {words.session.createOwner}
      </Button>
    </Form>
  );
}

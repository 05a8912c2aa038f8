import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import type { Account } from './account.ts';
import styles from './account-screen.module.css';
import { useChangeAccount } from './use-change-account.ts';

export function NameForm({ account }: { account: Account }) {
  const save = useChangeAccount();
  const [firstName, setFirstName] = useState(account.first_name ?? '');
  const [lastName, setLastName] = useState(account.last_name ?? '');

  function submit(event: FormEvent) {
    event.preventDefault();
    const change = { first_name: firstName || null, last_name: lastName || null };
    save.mutate({ change, done: words.account.nameSaved });
  }

  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(save.error)}>
      <ErrorSummary error={save.error} labels={{}} />
      <div className={styles.pair}>
        <TextField
          label={words.session.firstName}
          name="first_name"
          autoComplete="given-name"
          value={firstName}
          onChange={setFirstName}
          maxLength={200}
        />
        <TextField
          label={words.session.lastName}
          name="last_name"
          autoComplete="family-name"
          value={lastName}
          onChange={setLastName}
          maxLength={200}
        />
      </div>
      <Button type="submit" isPending={save.isPending}>
        {words.account.save}
      </Button>
    </Form>
  );
}

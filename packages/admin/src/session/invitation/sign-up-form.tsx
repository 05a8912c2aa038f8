import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { isErrorCode, problemsByField } from '#server/api-error.ts';
import { type AccountDraft, AccountFields } from '#session/account-fields.tsx';
import styles from '#session/entrance.module.css';
import { type InvitationLink, useSignUp } from '#session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { words } from '#words/words.ts';

interface SignUpFormProps {
  email: string;
  link: InvitationLink;
  onSignedUp(): void;
}

export function SignUpForm({ email, link, onSignedUp }: SignUpFormProps) {
  const signUp = useSignUp(link, onSignedUp);
  const [draft, setDraft] = useState<AccountDraft>({ firstName: '', lastName: '', email, password: '' });

  function submit(event: FormEvent) {
    event.preventDefault();
    signUp.mutate(draft);
  }

  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(signUp.error)}>
      {isErrorCode(signUp.error, 'NOT_FOUND') ? (
        <Notice tone="danger" isUrgent>
          {words.entrance.badInvite}. {words.entrance.badInviteDetail}
        </Notice>
      ) : (
        <ErrorSummary
          error={signUp.error}
          labels={{ email: words.session.email, password: words.session.password }}
        />
      )}
      <AccountFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <Button type="submit" look="primary" isPending={signUp.isPending}>
        {words.entrance.createAndJoin}
      </Button>
    </Form>
  );
}

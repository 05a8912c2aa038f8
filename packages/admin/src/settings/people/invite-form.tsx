import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { announce } from '#frame/announcements.ts';
import { useRoles } from '#project/use-roles.ts';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import { type Invitation, useInvite } from './use-people.ts';

interface InviteFormProps {
  onClose(): void;
  onInvited(invitation: Invitation): void;
}

export function InviteForm({ onClose, onInvited }: InviteFormProps) {
  const roles = useRoles();
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [roleId, setRoleId] = useState<string | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (roleId === null) return;
    invite.mutate(
      { email, roleId },
      {
        onSuccess: (invitation) => {
          announce(words.people.invited(email));
          onInvited(invitation);
        },
      },
    );
  }

  return (
    <Form onSubmit={submit} validationErrors={problemsByField(invite.error)}>
      <ErrorSummary error={invite.error} labels={{ email: words.people.email, role: words.people.role }} />
      <TextField
        label={words.people.email}
        name="email"
        type="email"
        autoComplete="off"
        value={email}
        onChange={setEmail}
        isRequired
        autoFocus
      />
      <Select
        label={words.people.role}
        name="role"
        choices={(roles.data ?? []).map(({ id, name }) => ({ id, label: name }))}
        placeholder={words.people.chooseRole}
        value={roleId}
        onChange={setRoleId}
        isRequired
      />
      <DialogActions>
        <Button onPress={onClose}>{words.ui.cancel}</Button>
        <Button type="submit" look="primary" isPending={invite.isPending}>
          {words.people.send}
        </Button>
      </DialogActions>
    </Form>
  );
}

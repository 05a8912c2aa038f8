import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { announce } from '#frame/announcements.ts';
import { useRoles } from '#project/use-roles.ts';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Select } from '#ui/select.tsx';
import { words } from '#words/words.ts';
import { type Person, usePeople } from './use-people.ts';
import { type Heir, useChangePerson, useOwner, useRemovePerson } from './use-person-changes.ts';

/** What is being done with a collaborator, and with whom. */
export interface PersonAct {
  kind: 'role' | 'switch' | 'remove';
  person: Person;
}

interface ActProps {
  person: Person;
  onClose(): void;
}

export function PersonActDialog({ act, onClose }: { act: PersonAct; onClose(): void }) {
  const props = { person: act.person, onClose };
  switch (act.kind) {
    case 'role':
      return <RoleDialog {...props} />;
    case 'switch':
      return <SwitchDialog {...props} />;
    case 'remove':
      return <RemoveDialog {...props} />;
  }
}

function RoleDialog({ person, onClose }: ActProps) {
  const roles = useRoles();
  const change = useChangePerson(person);
  const [roleId, setRoleId] = useState(person.role.id);

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(
      { roleId },
      {
        onSuccess: () => {
          announce(words.people.roleChanged(person.full_name));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.people.roleTitle(person.full_name)} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationErrors={problemsByField(change.error)}>
        <ErrorSummary error={change.error} labels={{ role: words.people.role }} />
        <Select
          label={words.people.role}
          hint={words.people.roleHint}
          name="role"
          choices={(roles.data ?? []).map(({ id, name }) => ({ id, label: name }))}
          value={roleId}
          onChange={setRoleId}
          isRequired
        />
        <DialogActions>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button type="submit" look="primary" isPending={change.isPending}>
            {words.people.roleAction}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function SwitchDialog({ person, onClose }: ActProps) {
  const change = useChangePerson(person);
  const isActive = !person.is_active;
  const says = isActive ? words.people.switchOn : words.people.switchOff;

  function confirm() {
    change.mutate(
      { isActive },
      {
        onSuccess: () => {
          announce(says.done(person.full_name));
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={says.title(person.full_name)}
      action={says.action}
      change={change}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{says.detail}</p>
    </ConfirmDialog>
  );
}

const OWNER = 'owner';

function RemoveDialog({ person, onClose }: ActProps) {
  const people = usePeople();
  const owner = useOwner();
  const remove = useRemovePerson(person);
  const [heirId, setHeirId] = useState(OWNER);
  const others = (people.data ?? []).filter(({ id }) => id !== person.id);

  function confirm() {
    const heir: Heir | undefined = heirId === OWNER ? owner.data : { type: 'user', id: heirId };
    if (heir === undefined) return;
    remove.mutate(heir, {
      onSuccess: () => {
        announce(words.people.removed(person.full_name));
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={words.people.removeTitle(person.full_name)}
      action={words.people.removeAction}
      look="danger"
      change={{ error: remove.error ?? owner.error, isPending: remove.isPending || owner.isPending }}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.people.removeDetail}</p>
      <Select
        label={words.people.heir}
        choices={[
          { id: OWNER, label: words.people.owner },
          ...others.map(({ id, full_name: label }) => ({ id, label })),
        ]}
        value={heirId}
        onChange={setHeirId}
      />
    </ConfirmDialog>
  );
}

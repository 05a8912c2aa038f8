import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';

/** As on the server: the name is a part of addresses. */
const NAME = /^[a-z0-9-]{1,60}$/;

interface NameFormProps {
  name?: string;
  action: string;
  change: { error: unknown; isPending: boolean };
  onSubmit(name: string): void;
  onClose(): void;
}

export function NameForm({ name: present = '', action, change, onSubmit, onClose }: NameFormProps) {
  const [name, setName] = useState(present);
  const [isRefused, setIsRefused] = useState(false);
  const problems = problemsByField(change.error);
  if (isRefused) problems.name = words.environments.nameProblem;

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsRefused(!NAME.test(name));
    if (NAME.test(name)) onSubmit(name);
  }

  return (
    <Form onSubmit={submit} validationErrors={problems}>
      <ErrorSummary error={change.error} labels={{ name: words.environments.newName }} />
      <TextField
        label={words.environments.newName}
        hint={words.environments.nameHint}
        name="name"
        autoComplete="off"
        value={name}
        onChange={setName}
        isRequired
        autoFocus
      />
      <DialogActions>
        <Button onPress={onClose}>{words.ui.cancel}</Button>
        <Button type="submit" look="primary" isPending={change.isPending}>
          {action}
        </Button>
      </DialogActions>
    </Form>
  );
}

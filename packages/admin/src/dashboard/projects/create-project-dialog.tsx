import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { announce } from '#frame/announcements.ts';
import { useOrganizations } from '#project/use-organizations.ts';
import { projectName } from '#project/use-projects.ts';
import { fieldProblems } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { ComboField } from '#ui/combo-field.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import { isLocaleCode, LOCALE_CHOICES } from './locale-choices.ts';
import { useCreateProject } from './use-create-project.ts';

/** No organization has this id. */
const YOURSELF = 'yourself';

interface CreateProjectDialogProps {
  isOpen: boolean;
  onClose(): void;
}

export function CreateProjectDialog({ isOpen, onClose }: CreateProjectDialogProps) {
  return (
    <Dialog title={words.dashboard.createTitle} isOpen={isOpen} onClose={onClose}>
      <CreateProjectForm onClose={onClose} />
    </Dialog>
  );
}

function CreateProjectForm({ onClose }: { onClose(): void }) {
  const create = useCreateProject();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [locale, setLocale] = useState('en');
  const organizations = useOrganizations();
  const [owner, setOwner] = useState(YOURSELF);
  const [isLocaleRefused, setIsLocaleRefused] = useState(false);
  const problems: Record<string, string> = Object.fromEntries(
    fieldProblems(create.error).map(({ field, message }) => [field, message]),
  );
  if (isLocaleRefused) problems.main_locale = words.dashboard.localeProblem;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const code = codeOf(locale);
    setIsLocaleRefused(code === null);
    if (code === null) return;
    const organization = owner === YOURSELF ? undefined : owner;
    const project = await create.mutateAsync({ name, mainLocale: code, organization });
    announce(words.dashboard.made(project.name));
    await navigate(`/p/${projectName(project)}/configuration`);
  }

  return (
    // A refusal is kept by the mutation and shown above the fields.
    <Form onSubmit={(event) => void submit(event).catch(() => undefined)} validationErrors={problems}>
      <ErrorSummary
        error={create.error}
        labels={{ name: words.dashboard.nameLabel, main_locale: words.dashboard.localeLabel }}
      />
      <TextField
        label={words.dashboard.nameLabel}
        hint={words.dashboard.nameHint}
        name="name"
        value={name}
        onChange={setName}
        maxLength={100}
        isRequired
        autoFocus
      />
      {organizations.data !== undefined && organizations.data.length > 0 && (
        <Select
          label={words.dashboard.owner}
          hint={words.dashboard.ownerHint}
          choices={[
            { id: YOURSELF, label: words.dashboard.yourself },
            ...organizations.data.map(({ id, name: label }) => ({ id, label })),
          ]}
          value={owner}
          onChange={setOwner}
        />
      )}
      <ComboField
        label={words.dashboard.localeLabel}
        hint={words.dashboard.localeHint}
        name="main_locale"
        choices={LOCALE_CHOICES}
        inputValue={locale}
        onInputChange={setLocale}
        isRequired
      />
      <DialogActions>
        <Button onPress={onClose}>{words.ui.cancel}</Button>
        <Button type="submit" look="primary" isPending={create.isPending}>
          {create.isPending ? words.dashboard.creating : words.dashboard.createAction}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** What was typed is a code, or the name of a language in the list. */
function codeOf(typed: string): string | null {
  const chosen = LOCALE_CHOICES.find(({ label }) => label === typed);
  if (chosen !== undefined) return chosen.id;
  return isLocaleCode(typed.trim()) ? typed.trim() : null;
}

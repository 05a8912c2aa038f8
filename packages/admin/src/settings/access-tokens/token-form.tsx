import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { announce } from '#frame/announcements.ts';
import { useRoles } from '#project/use-roles.ts';
import type { AccessToken } from '#project/use-tokens.ts';
import { fieldProblems } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import styles from './access-tokens-screen.module.css';
import { type TokenDraft, useSaveToken } from './use-token-changes.ts';

interface TokenFormProps {
  token: AccessToken | null;
  onDone(): void;
}

export function TokenForm({ token, onDone }: TokenFormProps) {
  const save = useSaveToken(token);
  const roles = useRoles();
  const [draft, setDraft] = useState(() => draftOf(token));
  const change = (part: Partial<TokenDraft>) => setDraft({ ...draft, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(draft, {
      onSuccess: () => {
        announce(token === null ? words.tokens.made(draft.name) : words.tokens.changed(draft.name));
        onDone();
      },
    });
  }

  return (
    <Form
      onSubmit={submit}
      validationErrors={Object.fromEntries(
        fieldProblems(save.error).map(({ field, message }) => [field, message]),
      )}
    >
      <ErrorSummary error={save.error} labels={{ name: words.tokens.name, role: words.tokens.role }} />
      <TextField
        label={words.tokens.name}
        hint={words.tokens.nameHint}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        isRequired
        autoFocus
      />
      <Select
        label={words.tokens.role}
        name="role"
        choices={(roles.data ?? []).map(({ id, name }) => ({ id, label: name }))}
        placeholder={words.tokens.chooseRole}
        value={draft.roleId}
        onChange={(roleId) => change({ roleId })}
        isRequired
      />
      <fieldset className={styles.switches}>
        <legend>{words.tokens.canAccess}</legend>
        <Switch
          label={words.tokens.cda}
          isSelected={draft.canAccessCda}
          onChange={(canAccessCda) => change({ canAccessCda })}
        />
        <Switch
          label={words.tokens.cdaPreview}
          isSelected={draft.canAccessCdaPreview}
          onChange={(canAccessCdaPreview) => change({ canAccessCdaPreview })}
        />
        <Switch
          label={words.tokens.cma}
          isSelected={draft.canAccessCma}
          onChange={(canAccessCma) => change({ canAccessCma })}
        />
      </fieldset>
      <DialogActions>
        <Button onPress={onDone}>{words.ui.cancel}</Button>
        <Button type="submit" look="primary" isPending={save.isPending}>
          {token === null ? words.tokens.createAction : words.tokens.save}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** A new token reads published content: the least that is useful. */
function draftOf(token: AccessToken | null): TokenDraft {
  return {
    name: token?.name ?? '',
    roleId: token?.role?.id ?? null,
    canAccessCda: token?.can_access_cda ?? true,
    canAccessCdaPreview: token?.can_access_cda_preview ?? false,
    canAccessCma: token?.can_access_cma ?? false,
  };
}

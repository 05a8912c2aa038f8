import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';
import styles from './entrance.module.css';

export interface AccountDraft {
  firstName: string;
  lastName: string;
  email: string;
  password: string;
}

interface AccountFieldsProps {
  draft: AccountDraft;
  onChange(part: Partial<AccountDraft>): void;
}

/** What a new account consists of. */
export function AccountFields({ draft, onChange }: AccountFieldsProps) {
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={words.session.firstName}
          name="first_name"
          autoComplete="given-name"
          value={draft.firstName}
          onChange={(firstName) => onChange({ firstName })}
          autoFocus
        />
        <TextField
          label={words.session.lastName}
          name="last_name"
          autoComplete="family-name"
          value={draft.lastName}
          onChange={(lastName) => onChange({ lastName })}
        />
      </div>
      <TextField
        label={words.session.email}
        name="email"
        type="email"
        autoComplete="username"
        value={draft.email}
        onChange={(email) => onChange({ email })}
        isRequired
      />
      <PasswordField
        label={words.session.password}
        value={draft.password}
        onChange={(password) => onChange({ password })}
      />
    </>
  );
}

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  autoFocus?: boolean;
}

/** A password that is set, not asked for. */
export function PasswordField(props: PasswordFieldProps) {
  return (
    <TextField
      {...props}
      hint={words.session.passwordHint}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={8}
      isRequired
    />
  );
}

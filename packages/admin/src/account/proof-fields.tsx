import { CodeField } from '#session/code-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';

export interface Proof {
  password: string;
  code: string;
}

export const NO_PROOF: Proof = { password: '', code: '' };

interface ProofFieldsProps {
  /** As the API calls the password here: an error of it stands at its field. */
  passwordName: 'current_password' | 'password';
  proof: Proof;
  onChange(proof: Proof): void;
  asksForCode: boolean;
  isCodeOfApp?: boolean;
}

/** What only the owner knows, asked for before something that a thief of a session would change. */
export function ProofFields({ passwordName, proof, onChange, asksForCode, isCodeOfApp }: ProofFieldsProps) {
  return (
    <>
      <TextField
        label={words.account.currentPassword}
        name={passwordName}
        type="password"
        autoComplete="current-password"
        value={proof.password}
        onChange={(password) => onChange({ ...proof, password })}
        isRequired
      />
      {asksForCode && (
        <CodeField
          value={proof.code}
          onChange={(code) => onChange({ ...proof, code })}
          {...(isCodeOfApp ? { isOfApp: true } : {})}
        />
      )}
    </>
  );
}

import { TextField } from '#ui/text-field.tsx';
import { words } from '#words/words.ts';

interface CodeFieldProps {
  value: string;
  onChange(value: string): void;
  /** A code of the app only, where backup codes are not there yet. */
  isOfApp?: boolean;
  autoFocus?: boolean;
}

/** A code of the second factor. Phones and password managers offer it by `one-time-code`. */
export function CodeField({ isOfApp, ...props }: CodeFieldProps) {
  return (
    <TextField
      {...props}
      label={isOfApp ? words.account.codeOfApp : words.entrance.code}
      {...(isOfApp ? {} : { hint: words.entrance.codeHint })}
      name="otp_code"
      autoComplete="one-time-code"
      isMonospaced
      isRequired
    />
  );
}

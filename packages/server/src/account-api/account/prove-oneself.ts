import { type ErrorReason, refusal, refuseAll } from '@recto/content/refusal';
import type { AccountContext } from '../account-endpoint.ts';
import { isRightCode } from '../second-factor/check-code.ts';
import { countFailure, refuseGuessing } from '../sessions/attempts.ts';
import { isPasswordOf } from './password.ts';

interface Proof {
  password?: string | undefined;
  otp_code?: string;
}

interface Asked {
  /** What the request calls the password. */
  passwordField?: string;
  /** Also where no second factor is active yet. */
  needsCode?: boolean;
}

/**
 * What protects an account, or cannot be undone, is asked for with the password, and with a code where there is a
 * second factor: whoever stole a session has neither. Wrong ones count as at sign-in. To be called outside of a
 * transaction that a refusal would take back: a code that was shown is spent.
 */
export async function proveOneself(context: AccountContext, proof: Proof, asked: Asked = {}): Promise<void> {
  refuseAll(await proofProblems(context, proof, asked));
}

/** The same, to be told together with what else is wrong. */
export async function proofProblems(
  context: AccountContext,
  { password = '', otp_code: code = '' }: Proof,
  { passwordField = 'password', needsCode = false }: Asked = {},
): Promise<ErrorReason[]> {
  const { account, address, now } = context;
  const attempt = { email: account.email, place: address, now };
  refuseGuessing(attempt);
  const isPassword = await isPasswordOf(account.passwordHash, password);
  if (!isPassword) countFailure(attempt);
  const isCode = !(account.is2faActive || needsCode) || (await isRightCode(context, account, code));
  return [...(isPassword ? [] : wrong(passwordField)), ...(isCode ? [] : wrong('otp_code'))];
}

function wrong(field: string): readonly ErrorReason[] {
  return refusal('INVALID_FIELD', { field, code: 'VALIDATION_INVALID', record_type: 'Account' }).reasons;
}

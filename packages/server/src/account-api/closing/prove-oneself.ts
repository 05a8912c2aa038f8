import { type ErrorReason, refusal, refuseAll } from '@recto/content/refusal';
import { isPasswordOf } from '../account/password.ts';
import type { AccountContext } from '../account-endpoint.ts';
import { isRightCode } from '../second-factor/check-code.ts';
import { countFailure, refuseGuessing } from '../sessions/attempts.ts';

/** What cannot be undone is asked for with the password, and with a code where there is a second factor: whoever
 *  stole a session has neither. Wrong ones count as at sign-in. */
export async function proveOneself(
  context: AccountContext,
  { password, otp_code: code = '' }: { password: string; otp_code?: string },
): Promise<void> {
  const { account, address, now } = context;
  const attempt = { email: account.email, place: address, now };
  refuseGuessing(attempt);
  const isPassword = await isPasswordOf(account.passwordHash, password);
  if (!isPassword) countFailure(attempt);
  const isCode = !account.is2faActive || (await isRightCode(context, account, code));
  refuseAll([...(isPassword ? [] : wrong('password')), ...(isCode ? [] : wrong('otp_code'))]);
}

function wrong(field: string): readonly ErrorReason[] {
  return refusal('INVALID_FIELD', { field, code: 'VALIDATION_INVALID', record_type: 'Account' }).reasons;
}

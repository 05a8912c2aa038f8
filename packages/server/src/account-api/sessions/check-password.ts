import { refusal } from '@recto/content/refusal';
import { isPasswordOf } from '../account/password.ts';
import { type Account, findAccountByEmail } from '../account/table.ts';
import type { VisitorContext } from '../account-endpoint.ts';
import { countFailure, refuseGuessing } from './attempts.ts';

/** Whose address and password it is. Wrong ones are counted; the same answer for an unknown address. */
export async function checkPassword(
  context: VisitorContext,
  { email, password }: { email: string; password: string },
): Promise<Account> {
  const attempt = { email, place: context.address, now: context.now };
  refuseGuessing(attempt);
  const account = await findAccountByEmail(context.db, email);
  const isRight = await isPasswordOf(account?.passwordHash, password);
  if (!account || !isRight) {
    countFailure(attempt);
    throw refusal('INVALID_CREDENTIALS');
  }
  return account;
}

import { refusal } from '@recto/content/refusal';
import { UniqueViolation } from '#db/database-error.ts';
import type { VisitorContext } from '../account-endpoint.ts';
import { takenEmail } from './change-account.ts';
import { forgetLink, useLink } from './link.ts';
import { type Account, findAccount, updateAccount } from './table.ts';

/** From now on the account has the address that the link was sent to. */
export async function confirmEmail(
  context: VisitorContext,
  { accountId, token }: { accountId: string; token: string },
): Promise<Account> {
  const email = await useLink(context, { accountId, kind: 'email_change', token });
  if (email === undefined) throw refusal('INVALID_CREDENTIALS', { reason: 'invalid_link' });
  const account = { ...(await findAccount(context.db, accountId)), email, pendingEmail: null };
  try {
    await updateAccount(context.db, account);
  } catch (error) {
    throw error instanceof UniqueViolation ? takenEmail() : error;
  }
  // What went to the old address is void.
  await forgetLink(context.db, accountId, 'password_reset');
  return account;
}

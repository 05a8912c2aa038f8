import { refusal, refuseAll } from '@recto/content/refusal';
import { sendMail } from '#mail/send-mail.ts';
import type { VisitorContext } from '../account-endpoint.ts';
import { isRightCode } from '../second-factor/check-code.ts';
import { closeAllSessions } from '../sessions/table.ts';
import { forgetLink, isLinkGood, makeLink, useLink } from './link.ts';
import { hashPassword, passwordProblems } from './password.ts';
import { type Account, findAccount, findAccountByEmail, updateAccount } from './table.ts';

/** Sends a link, when there is such an account; the caller is not told whether. */
export async function sendPasswordLink(context: VisitorContext, email: string): Promise<void> {
  const account = await findAccountByEmail(context.db, email);
  if (!account) return;
  const token = await makeLink(context, {
    accountId: account.id,
    kind: 'password_reset',
    email: account.email,
  });
  if (token === null) return;
  const query = new URLSearchParams({ account_id: account.id, token });
  await sendMail(context, {
    to: account.email,
    subject: 'Set a new password',
    text: `To set a new password, open within two hours\n\n${context.settings.publicUrl}/reset-password?${query}\n\nIf you did not ask for it, there is nothing to do.`,
  });
}

interface Reset {
  accountId: string;
  token: string;
  password: string;
  otpCode: string | undefined;
}

/** Sets the password by the link, and ends all sessions. The second factor is still asked for: whoever reads
 *  somebody's mail has one factor only. */
export async function resetPassword(context: VisitorContext, reset: Reset): Promise<Account> {
  refuseAll(passwordProblems(reset.password));
  const link = { accountId: reset.accountId, kind: 'password_reset', token: reset.token } as const;
  // Asked before the slow hash, so that a stranger cannot make the server work.
  if (!(await isLinkGood(context, link))) throw badLink();
  const passwordHash = await hashPassword(reset.password);
  return context.db.transaction().execute(async (db) => {
    const own = { ...context, db };
    if ((await useLink(own, link)) === undefined) throw badLink();
    const account = await findAccount(db, reset.accountId);
    await refuseMissingCode(own, account, reset.otpCode);
    const changed = { ...account, passwordHash, pendingEmail: null };
    await updateAccount(db, changed);
    // Whoever knew the old one may have asked for another address.
    await forgetLink(db, account.id, 'email_change');
    await closeAllSessions(db, account.id);
    return changed;
  });
}

/** Refuses whoever has a second factor and does not show it. */
export async function refuseMissingCode(
  context: VisitorContext,
  account: Account,
  code: string | undefined,
): Promise<void> {
  if (!account.is2faActive) return;
  if (code === undefined) throw refusal('INVALID_CREDENTIALS', { reason: 'otp_code_required' });
  if (await isRightCode(context, account, code)) return;
  throw refusal('INVALID_CREDENTIALS', { reason: 'otp_code_invalid' });
}

function badLink() {
  return refusal('INVALID_CREDENTIALS', { reason: 'invalid_link' });
}

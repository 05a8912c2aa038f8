import { refusal, refuseAll } from '@recto/content/refusal';
import { sendMail } from '#mail/send-mail.ts';
import type { AccountContext } from '../account-endpoint.ts';
import { listMemberships } from '../organizations/table.ts';
import { closeOtherSessions, openSession } from '../sessions/table.ts';
import { emailProblems } from './email.ts';
import { forgetLink, makeLink } from './link.ts';
import { hashPassword, passwordProblems } from './password.ts';
import { proofProblems } from './prove-oneself.ts';
import { type Account, findAccountByEmail, updateAccount } from './table.ts';

interface AccountChange {
  email?: string;
  password?: string;
  current_password?: string;
  otp_code?: string;
  first_name?: string | null;
  last_name?: string | null;
  company?: string | null;
  default_organization?: { data: { id: string } | null };
}

/** Address and password are what a thief of a session would change: they ask for what only the owner knows. */
const CURRENT = { passwordField: 'current_password' };

/** Saves what changes; a new address counts once it is confirmed. Opens a new session, as the account API does
 *  after every change; the present one stays good. */
export async function changeAccount(
  change: AccountChange,
  context: AccountContext,
): Promise<{ account: Account; token: string }> {
  const { account } = context;
  const { password } = change;
  const email = change.email === account.email ? undefined : change.email;
  refuseAll([
    ...(email === undefined ? [] : emailProblems(email)),
    ...(password === undefined ? [] : passwordProblems(password)),
    ...(email === undefined && password === undefined
      ? []
      : await proofProblems(context, { ...change, password: change.current_password }, CURRENT)),
  ]);
  if (email !== undefined) await refuseTakenEmail(context, email);
  const changed: Account = {
    ...account,
    pendingEmail: pendingAfter(change, account),
    passwordHash: password === undefined ? account.passwordHash : await hashPassword(password),
    firstName: change.first_name === undefined ? account.firstName : change.first_name,
    lastName: change.last_name === undefined ? account.lastName : change.last_name,
    company: change.company === undefined ? account.company : change.company,
    defaultOrganizationId: await defaultOrganizationAfter(change, context),
  };
  return context.db.transaction().execute(async (db) => {
    const own = { ...context, db };
    await updateAccount(db, changed);
    if (password !== undefined) await closeOtherSessions(db, account.id, context.sessionId);
    if (email !== undefined) await sendConfirmation(own, email);
    else if (changed.pendingEmail === null) await forgetLink(db, account.id, 'email_change');
    return { account: changed, token: await openSession(own, account.id) };
  });
}

/** One's own only: of others nobody learns whether they are there. */
async function defaultOrganizationAfter(
  { default_organization: given }: AccountChange,
  { db, account }: AccountContext,
): Promise<string | null> {
  if (!given?.data) return given ? null : account.defaultOrganizationId;
  const { id } = given.data;
  const memberships = await listMemberships(db, account.id);
  if (memberships.some(({ organizationId }) => organizationId === id)) return id;
  throw refusal('INVALID_RELATIONSHIP', { field: 'default_organization', id });
}

/** Setting the present address again takes a change of it back; so does a new password, which is what somebody sets who
 *  did not ask for the change. */
function pendingAfter({ email, password }: AccountChange, account: Account): string | null {
  if (email === undefined) return password === undefined ? account.pendingEmail : null;
  return email === account.email ? null : email;
}

async function refuseTakenEmail({ db, account }: AccountContext, email: string): Promise<void> {
  const other = await findAccountByEmail(db, email);
  if (other && other.id !== account.id) throw takenEmail();
}

export function takenEmail() {
  return refusal('INVALID_FIELD', {
    field: 'email',
    code: 'VALIDATION_UNIQUENESS',
    record_type: 'Account',
  });
}

/** The new address gets the link; the old one a warning, for the case that somebody else asked. */
async function sendConfirmation(context: AccountContext, email: string): Promise<void> {
  const { account, settings, db } = context;
  await forgetLink(db, account.id, 'email_change');
  const token = await makeLink(context, { accountId: account.id, kind: 'email_change', email });
  const query = new URLSearchParams({ account_id: account.id, token: token ?? '' });
  await sendMail(context, {
    to: email,
    subject: 'Confirm your address',
    text: `To sign in with this address from now on, open within a day\n\n${settings.publicUrl}/confirm-email-change?${query}`,
  });
  await sendMail(context, {
    to: account.email,
    subject: 'Your address is being changed',
    text: `Your account is to be signed in to with another address. If you did not ask for that, change your password.`,
  });
}

import { refuseAll } from '@recto/content/refusal';
import { checkLink } from '#api/site-invitations/link.ts';
import { takeInvitation } from '#api/site-invitations/table.ts';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import type { VisitorContext } from '../account-endpoint.ts';
import { takeInvitation as takeOrganizationInvitation } from '../organization-invitations/table.ts';
import { takenEmail } from './change-account.ts';
import { createOwner, type NewOwner } from './create-owner.ts';
import { emailProblems } from './email.ts';
import { hashPassword, passwordProblems } from './password.ts';
import { type Account, insertAccount, newAccount } from './table.ts';

interface InvitationLink {
  invitation_id?: string;
  invitation_token?: string;
}

/** The first visitor makes the owner's account; everybody else comes with the link of an invitation, to a
 *  project or to an organization. */
export async function createAccount(
  context: VisitorContext,
  person: NewOwner,
  { invitation_id: id, invitation_token: token }: InvitationLink,
): Promise<Account> {
  if (id === undefined || token === undefined) return createOwner(context.db, person, context);
  refuseAll([...emailProblems(person.email), ...passwordProblems(person.password)]);
  // Asked before the slow hash, so that a stranger cannot make the server work.
  checkLink(await readInvitation(context.db, id), token, context.now);
  const account = newAccount(context.newId(), person, await hashPassword(person.password));
  await insertOnce(context, account);
  return account;
}

function readInvitation(db: Db, id: string) {
  return db
    .transaction()
    .execute(async (own) => (await takeInvitation(own, id)) ?? (await takeOrganizationInvitation(own, id)));
}

async function insertOnce({ db, now }: VisitorContext, account: Account): Promise<void> {
  try {
    await insertAccount(db, account, now);
  } catch (error) {
    throw error instanceof UniqueViolation ? takenEmail() : error;
  }
}

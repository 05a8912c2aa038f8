import { refusal, refuseAll } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import { emailProblems } from './email.ts';
import { hashPassword, passwordProblems } from './password.ts';
import { type Account, hasAccount, insertAccount, lockFirstVisit, newAccount } from './table.ts';

export interface NewOwner {
  email: string;
  password: string;
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
}

/**
 * Makes the owner's account, and gives it the projects that nobody owns yet. Refused once there is one: then
 * people come by invitation. `db` begins the transaction itself, after the slow hash.
 */
export async function createOwner(
  db: Db,
  owner: NewOwner,
  { now, newId }: { now: Date; newId(): string },
): Promise<Account> {
  refuseAll([...emailProblems(owner.email), ...passwordProblems(owner.password)]);
  // Asked before the hash too, so that a stranger cannot make an owned server work.
  await refuseSecondOwner(db);
  const account = newAccount(newId(), owner, await hashPassword(owner.password));
  await db.transaction().execute(async (transaction) => {
    await lockFirstVisit(transaction);
    await refuseSecondOwner(transaction);
    await insertAccount(transaction, account, now);
    await transaction
      .updateTable('site')
      .set({ owner_id: account.id })
      .where('owner_id', 'is', null)
      .where('owner_organization_id', 'is', null)
      .where('status', '=', 'ready')
      .execute();
  });
  return account;
}

async function refuseSecondOwner(db: Db): Promise<void> {
  if (await hasAccount(db)) throw refusal('INSUFFICIENT_PERMISSIONS', { reason: 'owner_exists' });
}

import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** A collaborator: the seat of an account in a project. */
export interface User {
  id: string;
  accountId: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  is2faActive: boolean;
  isActive: boolean;
  roleId: string;
  lastAccessAt: Date | null;
}

export async function listUsers(db: Db, siteId: string): Promise<User[]> {
  return (await usersOf(db, siteId).execute()).map(userFromRow);
}

export async function findUser(db: Db, siteId: string, id: string): Promise<User> {
  const row = await usersOf(db, siteId).where('user.id', '=', id).executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return userFromRow(row);
}

export async function insertUser(
  db: Db,
  user: { id: string; siteId: string; accountId: string; roleId: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('user')
    .values({
      id: user.id,
      site_id: user.siteId,
      account_id: user.accountId,
      role_id: user.roleId,
      created_at: now,
    })
    .execute();
}

export async function updateUser(
  db: Db,
  id: string,
  change: { isActive: boolean; roleId: string },
): Promise<void> {
  await db
    .updateTable('user')
    .set({ is_active: change.isActive, role_id: change.roleId })
    .where('id', '=', id)
    .execute();
}

/** With its sessions in the project; the account stays. */
export async function deleteUser(db: Db, siteId: string, user: User): Promise<void> {
  await db
    .deleteFrom('session')
    .where('site_id', '=', siteId)
    .where('account_id', '=', user.accountId)
    .execute();
  await db.deleteFrom('user').where('id', '=', user.id).execute();
}

const STAMP_EVERY_MS = 5 * 60 * 1000;

/** Remembers that a collaborator was here, without writing at every request. */
export async function stampUserAccess(db: Db, id: string, last: Date | null, now: Date): Promise<void> {
  if (last && now.getTime() - last.getTime() < STAMP_EVERY_MS) return;
  await db.updateTable('user').set({ last_access_at: now }).where('id', '=', id).execute();
}

/** Whether the owner or a collaborator of the project has the address. */
export async function hasJoined(db: Db, siteId: string, email: string): Promise<boolean> {
  const { rows } = await sql<{ joined: boolean }>`
    select exists (
      select 1 from account a
      left join "user" u on u.account_id = a.id and u.site_id = ${siteId}
      left join site on site.owner_id = a.id and site.id = ${siteId}
      where lower(a.email) = ${email.toLowerCase()} and (u.id is not null or site.id is not null)
    ) as joined`.execute(db);
  return rows[0]?.joined ?? false;
}

function usersOf(db: Db, siteId: string) {
  return db
    .selectFrom('user')
    .innerJoin('account', 'account.id', 'user.account_id')
    .select([
      'user.id',
      'user.account_id',
      'user.role_id',
      'user.is_active',
      'user.last_access_at',
      'account.email',
      'account.first_name',
      'account.last_name',
      'account.is_2fa_active',
    ])
    .where('user.site_id', '=', siteId)
    .orderBy('user.created_at')
    .orderBy('user.id');
}

type SelectedUser = Awaited<ReturnType<ReturnType<typeof usersOf>['execute']>>[number];

function userFromRow(row: SelectedUser): User {
  return {
    id: row.id,
    accountId: row.account_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    is2faActive: row.is_2fa_active,
    isActive: row.is_active,
    roleId: row.role_id,
    lastAccessAt: row.last_access_at,
  };
}

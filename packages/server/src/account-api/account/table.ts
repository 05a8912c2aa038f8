import { refusal } from '@recto/content/refusal';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { AccountRow } from '#db/tables.ts';

export interface Account {
  id: string;
  email: string;
  passwordHash: string;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  is2faActive: boolean;
  /** The organization that the dashboard opens with. */
  defaultOrganizationId: string | null;
  /** An address that is to be the account's once it is confirmed. */
  pendingEmail: string | null;
}

/** A person nobody knew yet, without a second factor. */
export function newAccount(
  id: string,
  person: { email: string; firstName?: string | null; lastName?: string | null; company?: string | null },
  passwordHash: string,
): Account {
  return {
    id,
    email: person.email,
    passwordHash,
    firstName: person.firstName ?? null,
    lastName: person.lastName ?? null,
    company: person.company ?? null,
    is2faActive: false,
    defaultOrganizationId: null,
    pendingEmail: null,
  };
}

export async function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  const row = await accounts(db).where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst();
  return row && accountFromRow(row);
}

export async function findAccount(db: Db, id: string): Promise<Account> {
  const row = await accounts(db).where('id', '=', id).executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return accountFromRow(row);
}

function accounts(db: Db) {
  return db.selectFrom('account').selectAll('account').select(pendingEmail);
}

/** Beside all columns of `account`. */
export const pendingEmail = sql<string | null>`(
  select link.email from account_link link
  where link.account_id = account.id and link.kind = 'email_change')`.as('pending_email');

export async function hasAccount(db: Db): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Lets one first visitor after the other look whether there is an owner. Held until the transaction ends. */
export async function lockFirstVisit(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('recto first visit'))`.execute(db);
}

export async function insertAccount(db: Db, account: Account, now: Date): Promise<void> {
  await db
    .insertInto('account')
    .values({ id: account.id, created_at: now, ...columnsOf(account) })
    .execute();
}

export async function updateAccount(db: Db, account: Account): Promise<void> {
  await db.updateTable('account').set(columnsOf(account)).where('id', '=', account.id).execute();
}

export function accountFromRow(row: Selectable<AccountRow> & { pending_email: string | null }): Account {
  return {
    id: row.id,
    email: row.email,
    passwordHash: row.password_hash,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    is2faActive: row.is_2fa_active,
    defaultOrganizationId: row.default_organization_id,
    pendingEmail: row.pending_email,
  };
}

function columnsOf(account: Account) {
  return {
    email: account.email,
    password_hash: account.passwordHash,
    first_name: account.firstName,
    last_name: account.lastName,
    company: account.company,
    default_organization_id: account.defaultOrganizationId,
  };
}

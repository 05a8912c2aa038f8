import { createHmac } from 'node:crypto';
import { refusal } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import { hashToken, newToken } from '#secrets/secret.ts';
import { type Account, accountFromRow, pendingEmail } from '../account/table.ts';

const SESSION_DAYS = 30;

interface SessionScope {
  db: Db;
  now: Date;
  newId(): string;
}

/** Opens a session of the dashboard; the answer is the token to send as `Bearer`. */
export async function openSession({ db, now, newId }: SessionScope, accountId: string): Promise<string> {
  const token = `${newToken()}${newToken()}`;
  await db
    .insertInto('session')
    .values({
      id: newId(),
      account_id: accountId,
      parent_id: null,
      site_id: null,
      token_hash: hashToken(token),
      created_at: now,
      expires_at: endOfSession(now),
    })
    .execute();
  return token;
}

/** Whoever is signed in with the token. */
export async function findSession(
  { db, now }: Pick<SessionScope, 'db' | 'now'>,
  token: string,
): Promise<{ account: Account; sessionId: string }> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .select(pendingEmail)
    .select('session.id as session_id')
    .where('session.token_hash', '=', hashToken(token))
    .where('session.site_id', 'is', null)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  if (!row) throw refusal('INVALID_AUTHORIZATION_HEADER');
  return { account: accountFromRow(row), sessionId: row.session_id };
}

/**
 * Sessions of the account in projects it owns: what the Content Management API and the explorer take for the
 * owner. Derived from the session of the dashboard, so that asking again gives the same token without it being
 * stored, and all end with that session. One statement for a page of projects.
 */
export async function openSiteSessions(
  scope: SessionScope & { secret: Buffer; sessionId: string; accountId: string },
  siteIds: readonly string[],
): Promise<Map<string, string>> {
  const tokens = new Map(siteIds.map((id) => [id, siteToken(scope.secret, scope.sessionId, id)]));
  if (tokens.size === 0) return tokens;
  const rows = [...tokens].map(([siteId, token]) => ({
    id: scope.newId(),
    account_id: scope.accountId,
    parent_id: scope.sessionId,
    site_id: siteId,
    token_hash: hashToken(token),
    created_at: scope.now,
    expires_at: endOfSession(scope.now),
  }));
  await scope.db
    .insertInto('session')
    .values(rows)
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .execute();
  return tokens;
}

export async function closeSession(db: Db, sessionId: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', sessionId).execute();
}

/** After a password was set by a link, nobody stays signed in. */
export async function closeAllSessions(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute();
}

/** After a change of password nobody else stays signed in. */
export async function closeOtherSessions(db: Db, accountId: string, sessionId: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '!=', sessionId)
    .where((where) => where.or([where('parent_id', 'is', null), where('parent_id', '!=', sessionId)]))
    .execute();
}

function siteToken(secret: Buffer, sessionId: string, siteId: string): string {
  return createHmac('sha256', secret).update(`project session\n${sessionId}\n${siteId}`).digest('hex');
}

function endOfSession(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 24 * 60 * 60 * 1000);
}

import type { Identity } from '@recto/content/item/item';
import { refusal } from '@recto/content/refusal';
import type { Selectable } from 'kysely';
import { stampUserAccess } from '#api/users/table.ts';
import type { Db } from '#db/database.ts';
import type { AccessTokenRow } from '#db/tables.ts';
import { decryptSecret, encryptSecret, hashToken } from '#secrets/secret.ts';

export interface AccessToken {
  id: string;
  name: string;
  roleId: string | null;
  /** Set for the tokens that come with a project. */
  hardcodedType: string | null;
  canAccessCda: boolean;
  canAccessCdaPreview: boolean;
  canAccessCma: boolean;
  lastCmaAccessAt: Date | null;
  lastCdaAccessAt: Date | null;
  token: string;
}

export type NewAccessToken = Omit<AccessToken, 'lastCmaAccessAt' | 'lastCdaAccessAt'>;

/** Where the tokens of a project rest. `secret` opens the tokens themselves. */
export interface TokenScope {
  siteId: string;
  secret: Buffer;
}

export async function listAccessTokens(db: Db, scope: TokenScope): Promise<AccessToken[]> {
  const rows = await db
    .selectFrom('access_token')
    .selectAll()
    .where('site_id', '=', scope.siteId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => accessTokenFromRow(row, scope.secret));
}

export async function findAccessToken(db: Db, scope: TokenScope, id: string): Promise<AccessToken> {
  const row = await db
    .selectFrom('access_token')
    .selectAll()
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return accessTokenFromRow(row, scope.secret);
}

export async function insertAccessToken(
  db: Db,
  scope: TokenScope,
  token: NewAccessToken,
  now: Date,
): Promise<void> {
  await db
    .insertInto('access_token')
    .values({
      id: token.id,
      site_id: scope.siteId,
      hardcoded_type: token.hardcodedType,
      created_at: now,
      ...columnsOf(token),
      ...secretColumnsOf(token.token, scope.secret),
    })
    .execute();
}

export async function updateAccessToken(db: Db, scope: TokenScope, token: AccessToken): Promise<void> {
  await db
    .updateTable('access_token')
    .set(columnsOf(token))
    .where('site_id', '=', scope.siteId)
    .where('id', '=', token.id)
    .execute();
}

export async function replaceSecret(db: Db, scope: TokenScope, id: string, token: string): Promise<void> {
  await db
    .updateTable('access_token')
    .set(secretColumnsOf(token, scope.secret))
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .execute();
}

export async function deleteAccessToken(db: Db, scope: TokenScope, id: string): Promise<void> {
  await db.deleteFrom('access_token').where('site_id', '=', scope.siteId).where('id', '=', id).execute();
}

/** Remembers that somebody was here; for a token, once a day (UTC) is as exact as it is ever shown. */
export async function stampAccess(
  db: Db,
  caller: { identity: Identity; lastAccess: { cma: Date | null; cda: Date | null } },
  api: 'cma' | 'cda',
  now: Date,
): Promise<void> {
  if (caller.identity.type === 'user') {
    return stampUserAccess(db, caller.identity.id, caller.lastAccess[api], now);
  }
  if (caller.identity.type !== 'access_token' || isSameDay(caller.lastAccess[api], now)) return;
  await db
    .updateTable('access_token')
    .set(api === 'cma' ? { last_cma_access_at: now } : { last_cda_access_at: now })
    .where('id', '=', caller.identity.id)
    .execute();
}

export function isSameDay(one: Date | null, other: Date): boolean {
  return one !== null && dayOf(one) === dayOf(other);
}

function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / DAY_MS);
}

const DAY_MS = 86_400_000;

function columnsOf(token: NewAccessToken) {
  return {
    name: token.name,
    role_id: token.roleId,
    can_access_cda: token.canAccessCda,
    can_access_cda_preview: token.canAccessCdaPreview,
    can_access_cma: token.canAccessCma,
  };
}

function secretColumnsOf(token: string, secret: Buffer) {
  return { token_hash: hashToken(token), token_encrypted: encryptSecret(secret, token) };
}

function accessTokenFromRow(row: Selectable<AccessTokenRow>, secret: Buffer): AccessToken {
  return {
    id: row.id,
    name: row.name,
    roleId: row.role_id,
    hardcodedType: row.hardcoded_type,
    canAccessCda: row.can_access_cda,
    canAccessCdaPreview: row.can_access_cda_preview,
    canAccessCma: row.can_access_cma,
    lastCmaAccessAt: row.last_cma_access_at,
    lastCdaAccessAt: row.last_cda_access_at,
    token: decryptSecret(secret, row.token_encrypted),
  };
}

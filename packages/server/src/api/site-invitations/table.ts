import { refusal } from '@recto/content/refusal';
import type { Selectable } from 'kysely';
import type { Db } from '#db/database.ts';
import type { SiteInvitationRow } from '#db/tables.ts';

export interface Invitation {
  id: string;
  siteId: string;
  email: string;
  roleId: string;
  tokenHash: Buffer;
  expiresAt: Date;
}

export async function listInvitations(db: Db, siteId: string): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('site_invitation')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(invitationFromRow);
}

export async function findInvitation(db: Db, siteId: string, id: string): Promise<Invitation> {
  const row = await db
    .selectFrom('site_invitation')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return invitationFromRow(row);
}

/** For whoever was invited, and knows of the project only by the link. Kept from others until the end of the
 *  transaction, so that one link gives one seat. */
export async function takeInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('site_invitation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && invitationFromRow(row);
}

export async function insertInvitation(db: Db, invitation: Invitation, now: Date): Promise<void> {
  await db
    .insertInto('site_invitation')
    .values({
      id: invitation.id,
      site_id: invitation.siteId,
      email: invitation.email,
      role_id: invitation.roleId,
      token_hash: invitation.tokenHash,
      expires_at: invitation.expiresAt,
      created_at: now,
    })
    .execute();
}

export async function updateInvitation(db: Db, invitation: Invitation): Promise<void> {
  await db
    .updateTable('site_invitation')
    .set({
      role_id: invitation.roleId,
      token_hash: invitation.tokenHash,
      expires_at: invitation.expiresAt,
    })
    .where('id', '=', invitation.id)
    .execute();
}

export async function deleteInvitation(db: Db, id: string): Promise<void> {
  await db.deleteFrom('site_invitation').where('id', '=', id).execute();
}

function invitationFromRow(row: Selectable<SiteInvitationRow>): Invitation {
  return {
    id: row.id,
    siteId: row.site_id,
    email: row.email,
    roleId: row.role_id,
    tokenHash: row.token_hash,
    expiresAt: row.expires_at,
  };
}

import type { OrganizationRoleId } from '@recto/content/organization/organization-role';
import type { Selectable } from 'kysely';
import type { Db } from '#db/database.ts';
import type { OrganizationInvitationRow } from '#db/tables.ts';

export interface OrganizationInvitation {
  id: string;
  organizationId: string;
  email: string;
  role: OrganizationRoleId;
  tokenHash: Buffer;
  expiresAt: Date;
}

export async function listInvitations(db: Db, organizationId: string): Promise<OrganizationInvitation[]> {
  const rows = await db
    .selectFrom('organization_invitation')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(invitationFromRow);
}

/** Kept from others until the end of the transaction, so that one link makes one member. */
export async function takeInvitation(db: Db, id: string): Promise<OrganizationInvitation | undefined> {
  const row = await db
    .selectFrom('organization_invitation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && invitationFromRow(row);
}

export async function insertInvitation(db: Db, invitation: OrganizationInvitation, now: Date): Promise<void> {
  await db
    .insertInto('organization_invitation')
    .values({
      id: invitation.id,
      organization_id: invitation.organizationId,
      email: invitation.email,
      created_at: now,
      ...changeableColumns(invitation),
    })
    .execute();
}

export async function updateInvitation(db: Db, invitation: OrganizationInvitation): Promise<void> {
  await db
    .updateTable('organization_invitation')
    .set(changeableColumns(invitation))
    .where('id', '=', invitation.id)
    .execute();
}

export async function deleteInvitation(db: Db, id: string): Promise<void> {
  await db.deleteFrom('organization_invitation').where('id', '=', id).execute();
}

function changeableColumns({ role, tokenHash, expiresAt }: OrganizationInvitation) {
  return { role, token_hash: tokenHash, expires_at: expiresAt };
}

function invitationFromRow(row: Selectable<OrganizationInvitationRow>): OrganizationInvitation {
  return {
    id: row.id,
    organizationId: row.organization_id,
    email: row.email,
    role: row.role as OrganizationRoleId, // nothing else is ever written
    tokenHash: row.token_hash,
    expiresAt: row.expires_at,
  };
}

import type { OrganizationRight, OrganizationRoleId } from '@recto/content/organization/organization-role';
import { ORGANIZATION_ROLES } from '@recto/content/organization/organization-role';
import { refusal } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';

/** An organization as one of its members sees it. */
export interface Membership {
  id: string;
  organizationId: string;
  organizationName: string;
  role: OrganizationRoleId;
}

export async function listMemberships(db: Db, accountId: string): Promise<Membership[]> {
  const rows = await membershipsOf(db, accountId).execute();
  return rows.map(membershipFromRow);
}

/** Organizations that somebody is no member of look like none. */
export async function findMembership(db: Db, accountId: string, organizationId: string): Promise<Membership> {
  const row = await membershipsOf(db, accountId)
    .where('organization.id', '=', organizationId)
    .executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return membershipFromRow(row);
}

export function requireRight({ role }: Membership, right: OrganizationRight): void {
  if (!ORGANIZATION_ROLES[role][right]) throw refusal('INSUFFICIENT_PERMISSIONS');
}

/** With its maker as the first owner. */
export async function insertOrganization(
  db: Db,
  {
    organizationId,
    name,
    membershipId,
    accountId,
  }: Record<'organizationId' | 'name' | 'membershipId' | 'accountId', string>,
  now: Date,
): Promise<void> {
  await db.insertInto('organization').values({ id: organizationId, name, created_at: now }).execute();
  await insertMember(db, { id: membershipId, organizationId, accountId, role: 'owner' }, now);
}

export async function insertMember(
  db: Db,
  member: { id: string; organizationId: string; accountId: string; role: OrganizationRoleId },
  now: Date,
): Promise<void> {
  await db
    .insertInto('organization_membership')
    .values({
      id: member.id,
      organization_id: member.organizationId,
      account_id: member.accountId,
      role: member.role,
      created_at: now,
    })
    .execute();
}

export async function renameOrganization(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('organization').set({ name }).where('id', '=', id).execute();
}

function membershipsOf(db: Db, accountId: string) {
  return db
    .selectFrom('organization_membership as member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.role', 'organization.id as organization_id', 'organization.name'])
    .where('member.account_id', '=', accountId)
    .orderBy('organization.name')
    .orderBy('organization.id');
}

function membershipFromRow(row: {
  id: string;
  role: string;
  organization_id: string;
  name: string;
}): Membership {
  return {
    id: row.id,
    organizationId: row.organization_id,
    organizationName: row.name,
    role: row.role as OrganizationRoleId, // nothing else is ever written
  };
}

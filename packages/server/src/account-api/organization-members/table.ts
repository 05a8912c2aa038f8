import type { OrganizationRoleId } from '@recto/content/organization/organization-role';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

export interface OrganizationMember {
  id: string;
  accountId: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  role: OrganizationRoleId;
}

export async function listMembers(db: Db, organizationId: string): Promise<OrganizationMember[]> {
  return (await membersOf(db, organizationId).execute()).map(memberFromRow);
}

/** The same, kept from everybody else until the transaction ends, so that two owners who leave at the same moment
 *  do not leave nobody. */
export async function takeMembers(db: Db, organizationId: string): Promise<OrganizationMember[]> {
  await db
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst();
  return listMembers(db, organizationId);
}

export async function updateMemberRole(db: Db, id: string, role: OrganizationRoleId): Promise<void> {
  await db.updateTable('organization_membership').set({ role }).where('id', '=', id).execute();
}

export async function deleteMember(db: Db, id: string): Promise<void> {
  await sql`
    with gone as (
      delete from organization_membership where id = ${id} returning account_id, organization_id
    )
    update account set default_organization_id = null from gone
    where account.id = gone.account_id and default_organization_id = gone.organization_id`.execute(db);
}

function membersOf(db: Db, organizationId: string) {
  return db
    .selectFrom('organization_membership as member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select([
      'member.id',
      'member.role',
      'member.account_id',
      'account.email',
      'account.first_name',
      'account.last_name',
    ])
    .where('member.organization_id', '=', organizationId)
    .orderBy('member.created_at')
    .orderBy('member.id');
}

type SelectedMember = Awaited<ReturnType<ReturnType<typeof membersOf>['execute']>>[number];

function memberFromRow(row: SelectedMember): OrganizationMember {
  return {
    id: row.id,
    accountId: row.account_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    role: row.role as OrganizationRoleId, // nothing else is ever written
  };
}

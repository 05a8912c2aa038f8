import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

export interface NamedOrganization {
  id: string;
  name: string;
}

/** One organization asks another to let it act for it. */
export interface MandateRequest {
  id: string;
  requester: NamedOrganization;
  approver: NamedOrganization;
}

/** One organization lets the members of another into its projects. */
export interface Mandate {
  id: string;
  mandator: NamedOrganization;
  appointed: NamedOrganization;
}

export async function findOrganization(db: Db, id: string): Promise<NamedOrganization | undefined> {
  return db.selectFrom('organization').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

/** What an organization asks for, and what it is asked for. */
export async function listMandateRequests(db: Db, organizationId: string): Promise<MandateRequest[]> {
  const rows = await db
    .selectFrom('organization_mandate_request as request')
    .innerJoin('organization as requester', 'requester.id', 'request.requester_id')
    .innerJoin('organization as approver', 'approver.id', 'request.approver_id')
    .select(['request.id', 'requester.id as requester_id', 'requester.name as requester_name'])
    .select(['approver.id as approver_id', 'approver.name as approver_name'])
    .where((where) =>
      where.or([where('requester.id', '=', organizationId), where('approver.id', '=', organizationId)]),
    )
    .orderBy('request.created_at')
    .orderBy('request.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    requester: { id: row.requester_id, name: row.requester_name },
    approver: { id: row.approver_id, name: row.approver_name },
  }));
}

/** The mandates that an organization gave, and those it was given. */
export async function listMandates(db: Db, organizationId: string): Promise<Mandate[]> {
  const rows = await db
    .selectFrom('organization_mandate as mandate')
    .innerJoin('organization as mandator', 'mandator.id', 'mandate.mandator_id')
    .innerJoin('organization as appointed', 'appointed.id', 'mandate.appointed_id')
    .select(['mandate.id', 'mandator.id as mandator_id', 'mandator.name as mandator_name'])
    .select(['appointed.id as appointed_id', 'appointed.name as appointed_name'])
    .where((where) =>
      where.or([where('mandator.id', '=', organizationId), where('appointed.id', '=', organizationId)]),
    )
    .orderBy('mandate.created_at')
    .orderBy('mandate.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    mandator: { id: row.mandator_id, name: row.mandator_name },
    appointed: { id: row.appointed_id, name: row.appointed_name },
  }));
}

/** False when it was asked for already. */
export async function insertMandateRequest(
  db: Db,
  { id, requester, approver }: MandateRequest,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into organization_mandate_request (id, requester_id, approver_id, created_at)
    values (${id}, ${requester.id}, ${approver.id}, ${now})
    on conflict do nothing returning id`.execute(db);
  return rows.length > 0;
}

/** False when somebody else answered it, or took it back, first. */
export async function deleteMandateRequest(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`delete from organization_mandate_request where id = ${id} returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** False when there is one already. Takes the place of a request for it. */
export async function insertMandate(
  db: Db,
  { id, mandator, appointed }: Mandate,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with answered as (
      delete from organization_mandate_request
      where requester_id = ${appointed.id} and approver_id = ${mandator.id}
    )
    insert into organization_mandate (id, mandator_id, appointed_id, created_at)
    values (${id}, ${mandator.id}, ${appointed.id}, ${now})
    on conflict do nothing returning id`.execute(db);
  return rows.length > 0;
}

export async function deleteMandate(db: Db, id: string): Promise<void> {
  await db.deleteFrom('organization_mandate').where('id', '=', id).execute();
}

import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Somebody lost their second factor and asks their organization to take it off. */
export interface TfaRequest {
  id: string;
  organizationId: string;
  accountId: string;
  email: string;
}

export async function listTfaRequests(db: Db, organizationId: string): Promise<TfaRequest[]> {
  const rows = await requests(db).where('request.organization_id', '=', organizationId).execute();
  return rows.map(requestFromRow);
}

/** The one that there is, if they asked before. */
export async function insertTfaRequest(
  db: Db,
  request: Omit<TfaRequest, 'email'>,
  now: Date,
): Promise<{ request: TfaRequest; isNew: boolean }> {
  const { rows } = await sql`
    insert into tfa_deactivate_request (id, organization_id, account_id, created_at)
    values (${request.id}, ${request.organizationId}, ${request.accountId}, ${now})
    on conflict (account_id) do update set organization_id = excluded.organization_id
    returning id`.execute(db);
  const [{ id }] = rows as [{ id: string }]; // an insert that is turned into an update returns its row, too
  const row = await requests(db).where('request.id', '=', id).executeTakeFirstOrThrow();
  return { request: requestFromRow(row), isNew: id === request.id };
}

/** False when another owner answered it first. */
export async function deleteTfaRequest(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`delete from tfa_deactivate_request where id = ${id} returning id`.execute(db);
  return rows.length > 0;
}

export interface Belonging {
  ownsProjects: boolean;
  /** Those somebody is a member of, or has a seat in a project of. */
  organizationIds: string[];
}

export async function readBelonging(db: Db, accountId: string): Promise<Belonging> {
  const { rows } = await sql<{ owns: boolean; ids: string[] }>`
    select exists (select from site where owner_id = ${accountId}) as owns, array(
      select organization_id from organization_membership where account_id = ${accountId}
      union
      select site.owner_organization_id from "user" seat join site on site.id = seat.site_id
      where seat.account_id = ${accountId} and site.owner_organization_id is not null
    ) as ids`.execute(db);
  return { ownsProjects: rows[0]?.owns ?? false, organizationIds: rows[0]?.ids ?? [] };
}

function requests(db: Db) {
  return db
    .selectFrom('tfa_deactivate_request as request')
    .innerJoin('account', 'account.id', 'request.account_id')
    .select(['request.id', 'request.organization_id', 'request.account_id', 'account.email'])
    .orderBy('request.created_at');
}

type SelectedRequest = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

function requestFromRow(row: SelectedRequest): TfaRequest {
  return {
    id: row.id,
    organizationId: row.organization_id,
    accountId: row.account_id,
    email: row.email,
  };
}

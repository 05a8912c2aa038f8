import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

export type Owner =
  | { type: 'account'; id: string; email: string }
  | { type: 'organization'; id: string; name: string };

/** A project on its way to another owner. */
export interface SiteTransfer {
  id: string;
  siteId: string;
  siteName: string;
  source: Owner;
  destination: Owner;
  createdAt: Date;
}

type Side = Pick<Owner, 'type' | 'id'>;

/** What an account or an organization is asked to take, or asks others to take. */
export async function listTransfers(db: Db, side: Side): Promise<SiteTransfer[]> {
  const column = side.type === 'account' ? sql`transfer.account_id` : sql`transfer.organization_id`;
  const owner = side.type === 'account' ? sql`site.owner_id` : sql`site.owner_organization_id`;
  return readTransfers(db, sql`${column} = ${side.id} or ${owner} = ${side.id}`);
}

export async function findTransferOf(db: Db, siteId: string): Promise<SiteTransfer | undefined> {
  const [transfer] = await readTransfers(db, sql`site.id = ${siteId}`);
  return transfer;
}

export async function insertTransfer(
  db: Db,
  transfer: { id: string; siteId: string; destination: Side },
  now: Date,
): Promise<void> {
  const { type, id } = transfer.destination;
  await db
    .insertInto('site_transfer')
    .values({
      id: transfer.id,
      site_id: transfer.siteId,
      account_id: type === 'account' ? id : null,
      organization_id: type === 'organization' ? id : null,
      created_at: now,
    })
    .execute();
}

/** False when somebody else ended it first. */
export async function deleteTransfer(db: Db, id: string): Promise<boolean> {
  const row = await db.deleteFrom('site_transfer').where('id', '=', id).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** A new owner enters as such: a seat would hold them back. */
export async function changeOwner(db: Db, siteId: string, { type, id }: Side): Promise<void> {
  await db
    .updateTable('site')
    .set({
      owner_id: type === 'account' ? id : null,
      owner_organization_id: type === 'organization' ? id : null,
    })
    .where('id', '=', siteId)
    .execute();
  if (type !== 'account') return;
  await db.deleteFrom('user').where('site_id', '=', siteId).where('account_id', '=', id).execute();
}

/** Refuses a destination that nobody knows. People are known by their address, too. */
export async function requireDestination(db: Db, { type, id }: Side): Promise<Side> {
  const { rows } = await sql<{ id: string }>`${
    type === 'account'
      ? sql`select id from account where id = ${id} or lower(email) = ${id.toLowerCase()}`
      : sql`select id from organization where id = ${id}`
  }`.execute(db);
  const [row] = rows;
  if (!row) throw refusal('INVALID_RELATIONSHIP', { field: 'destination', id });
  return { type, id: row.id };
}

async function readTransfers(db: Db, condition: ReturnType<typeof sql>): Promise<SiteTransfer[]> {
  const { rows } = await sql<TransferRow>`
    select transfer.id, transfer.created_at, site.id as site_id, site.name as site_name,
      source.id as source_account_id, source.email as source_email,
      source_organization.id as source_organization_id, source_organization.name as source_name,
      target.id as target_account_id, target.email as target_email,
      target_organization.id as target_organization_id, target_organization.name as target_name
    from site_transfer transfer
    join site on site.id = transfer.site_id
    left join account source on source.id = site.owner_id
    left join organization source_organization on source_organization.id = site.owner_organization_id
    left join account target on target.id = transfer.account_id
    left join organization target_organization on target_organization.id = transfer.organization_id
    where ${condition} order by transfer.created_at, transfer.id`.execute(db);
  return rows.map(transferFromRow);
}

interface TransferRow {
  id: string;
  created_at: Date;
  site_id: string;
  site_name: string;
  source_account_id: string | null;
  source_email: string | null;
  source_organization_id: string | null;
  source_name: string | null;
  target_account_id: string | null;
  target_email: string | null;
  target_organization_id: string | null;
  target_name: string | null;
}

function transferFromRow(row: TransferRow): SiteTransfer {
  return {
    id: row.id,
    siteId: row.site_id,
    siteName: row.site_name,
    source: ownerFrom([row.source_account_id, row.source_email, row.source_organization_id, row.source_name]),
    destination: ownerFrom([
      row.target_account_id,
      row.target_email,
      row.target_organization_id,
      row.target_name,
    ]),
    createdAt: row.created_at,
  };
}

function ownerFrom([account, email, organization, name]: (string | null)[]): Owner {
  if (organization) return { type: 'organization', id: organization, name: name ?? '' };
  return { type: 'account', id: account ?? '', email: email ?? '' };
}

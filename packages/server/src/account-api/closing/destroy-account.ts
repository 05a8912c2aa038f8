import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import { handOver } from '#api/access-tokens/ownership.ts';
import type { Db } from '#db/database.ts';
import { readSite } from '#http/site-rows.ts';
import type { AccountContext } from '../account-endpoint.ts';
import { takeMembers } from '../organization-members/table.ts';
import { listMemberships } from '../organizations/table.ts';
import { destroySites } from './destroy-sites.ts';

/** With the projects it owns. What it made in projects of others goes to their owners. */
export async function destroyAccount(context: AccountContext): Promise<void> {
  const { db, account } = context;
  await refuseLastOwner(db, account.id);
  for (const seat of await listSeats(db, account.id)) await leave(context, seat);
  await destroySites(context, await listSiteIds(db, account.id));
  await db.deleteFrom('account').where('id', '=', account.id).execute();
}

/** An organization keeps an owner; one that nobody else needs is destroyed first. */
async function refuseLastOwner(db: Db, accountId: string): Promise<void> {
  const left: string[] = [];
  for (const { organizationId, role } of await listMemberships(db, accountId)) {
    if (role !== 'owner') continue;
    const owners = (await takeMembers(db, organizationId)).filter((member) => member.role === 'owner');
    if (owners.length === 1) left.push(organizationId);
  }
  if (left.length > 0) {
    throw refusal('REQUIRED_BY_ASSOCIATION', { reason: 'last_owner', organizations: left });
  }
}

interface Seat {
  id: string;
  siteId: string;
}

async function leave({ db, now }: AccountContext, { id, siteId }: Seat): Promise<void> {
  const site = await readSite(db, siteId);
  const owner = site.ownerOrganizationId
    ? { type: 'organization', id: site.ownerOrganizationId }
    : { type: 'account', id: site.ownerId ?? undefined };
  if (owner.id !== undefined) await handOver({ db, site, now }, { type: 'user', id }, owner);
}

async function listSeats(db: Db, accountId: string): Promise<Seat[]> {
  const { rows } = await sql<{ id: string; site_id: string }>`
    select seat.id, seat.site_id from "user" seat join site on site.id = seat.site_id
    where seat.account_id = ${accountId} and site.status = 'ready'
      and site.owner_id is distinct from ${accountId}`.execute(db);
  return rows.map((row) => ({ id: row.id, siteId: row.site_id }));
}

async function listSiteIds(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('site')
    .select('id')
    .where('owner_id', '=', accountId)
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { Period } from '#usage/read-usage.ts';

/** An account, or the organization that a request is about. */
export interface UsageOwner {
  accountId: string;
  organizationId: string | null;
}

export interface SiteUsage {
  siteId: string;
  siteName: string;
  items: number;
  uploadableBytes: number;
  apiCalls: number;
  trafficBytes: number;
}

/** What each project of an owner holds, and what it answered in a month. One statement. Records are those of the
 *  primary environment; a file counts once. */
export async function listSiteUsages(db: Db, owner: UsageOwner, month: Period): Promise<SiteUsage[]> {
  const { rows } = await sql<SiteUsage>`
    select site.id as "siteId", site.name as "siteName",
      (select count(*) from item where environment_id = site.primary_environment_id)::float8 as items,
      (select coalesce(sum(size), 0) from (
        select distinct path, size from upload join environment e on e.id = upload.environment_id
        where e.site_id = site.id) file)::float8 as "uploadableBytes",
      coalesce(spent.requests, 0)::float8 as "apiCalls", coalesce(spent.bytes, 0)::float8 as "trafficBytes"
    from site
    left join lateral (
      select sum(requests) filter (where kind <> 'assets') as requests, sum(bytes) as bytes from usage
      where site_id = site.id and kind in ('cda', 'cma', 'assets') and value = ''
        and day >= ${month.from}::date and day < ${month.to}::date) spent on true
    where ${isOwnedBy(owner)} order by lower(site.name), site.id`.execute(db);
  return rows;
}

export async function listOwnedSiteIds(db: Db, owner: UsageOwner): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from site where ${isOwnedBy(owner)}`.execute(db);
  return rows.map(({ id }) => id);
}

function isOwnedBy({ accountId, organizationId }: UsageOwner) {
  return organizationId === null
    ? sql`site.owner_id = ${accountId}`
    : sql`site.owner_organization_id = ${organizationId}`;
}

export async function readPrimaryEnvironmentId(db: Db, siteId: string): Promise<string> {
  const { primary_environment_id: id } = await db
    .selectFrom('site')
    .select('primary_environment_id')
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow();
  return id ?? '';
}

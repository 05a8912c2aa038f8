import {
  ORGANIZATION_ROLES,
  type OrganizationRight,
  type OrganizationRoleId,
} from '@recto/content/organization/organization-role';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { entrances } from './entrances.ts';

/** Who acts for a client enters its projects; what becomes of them from outside is the client's business. */
const MANDATE_ROLE: OrganizationRoleId = 'developer';

/** A project as the dashboard of its owner or of a collaborator lists it. */
export interface ListedSite {
  id: string;
  /** One that is being destroyed is not found any more. */
  status: 'creating' | 'ready' | 'destroying';
  /** Of whoever asks, as its owner, in the organization that owns it, or in one that acts for that. Null: only a
   *  seat in the project. */
  role: OrganizationRoleId | null;
  /** A seat says what somebody may do inside, even to an owner. */
  hasSeat: boolean;
  name: string;
  domain: string | null;
  internalSubdomain: string;
  owner: { type: 'account'; email: string } | { type: 'organization'; name: string; id: string };
  createdAt: Date;
  lastDataChangeAt: Date | null;
  /** People without a second factor stay outside. */
  requires2fa: boolean;
  /** On its way to another owner. */
  transferId: string | null;
  readOnlyToken: Buffer | null;
  readWriteToken: Buffer | null;
}

export interface SiteList {
  accountId: string;
  /** Null: what the account owns itself, and where it has a seat. */
  organizationId: string | null;
  match: string | undefined;
  sort: 'name' | '-name' | 'last_data_change_at' | '-last_data_change_at';
  offset: number;
  limit: number;
}

export async function insertSite(
  db: Db,
  site: {
    id: string;
    name: string;
    internalSubdomain: string;
    ownerId: string | null;
    ownerOrganizationId: string | null;
    now: Date;
    /** Both when it is left out. */
    status?: 'creating' | 'ready';
    environment: {
      id: string;
      name: string;
      locales: readonly string[];
      timeZone: string;
      settings: Record<string, unknown>;
    };
  },
): Promise<void> {
  const { environment, now, status = 'ready' } = site;
  await db
    .insertInto('site')
    .values({
      id: site.id,
      name: site.name,
      internal_subdomain: site.internalSubdomain,
      owner_id: site.ownerId,
      owner_organization_id: site.ownerOrganizationId,
      primary_environment_id: environment.id,
      settings: JSON.stringify({}),
      created_at: now,
      status,
    })
    .execute();
  await db
    .insertInto('environment')
    .values({
      id: environment.id,
      site_id: site.id,
      name: environment.name,
      status,
      locales: [...environment.locales],
      time_zone: environment.timeZone,
      settings: JSON.stringify(environment.settings),
      created_at: now,
    })
    .execute();
}

export async function findSite(db: Db, accountId: string, id: string): Promise<ListedSite> {
  const site = await sitesOf(db, accountId).where('site.id', '=', id).executeTakeFirst();
  if (!site) throw refusal('NOT_FOUND');
  return siteFromRow(site);
}

/** Of these projects, those that the account may enter. */
export async function listEverySite(
  db: Db,
  accountId: string,
  ids: readonly string[],
): Promise<ListedSite[]> {
  const rows = await sitesOf(db, accountId).where(sql<boolean>`site.id = any(${ids}::text[])`).execute();
  return rows.map(siteFromRow);
}

/** For what an owner does with a project from outside. */
export async function findOwnedSite(
  db: Db,
  accountId: string,
  id: string,
  right: OrganizationRight,
): Promise<ListedSite> {
  const site = await findSite(db, accountId, id);
  if (!site.role || !ORGANIZATION_ROLES[site.role][right]) throw refusal('INSUFFICIENT_PERMISSIONS');
  if (site.status !== 'ready') throw refusal('SITE_NOT_READY', { status: site.status });
  return site;
}

/** A page of the projects that the account may enter, and how many there are. */
export async function listSites(
  db: Db,
  { accountId, organizationId, match, sort, offset, limit }: SiteList,
): Promise<{ sites: ListedSite[]; totalCount: number; totalOwnedCount: number }> {
  const pattern = match === undefined ? null : `%${match.replace(/[\\%_]/g, '\\$&')}%`;
  const isListed = sql<boolean>`${mayEnter(accountId)} and ${isInScope(accountId, organizationId)}`;
  const { rows: counts } = await sql<{ total: number; owned: number }>`
    select (count(*) filter (where ${isOwn(accountId, organizationId)}))::int as owned,
      (count(*) filter (where ${pattern}::text is null or name ilike ${pattern}))::int as total
    from site where ${isListed}`.execute(db);
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const rows = await sitesOf(db, accountId)
    .where(isListed)
    .$if(pattern !== null, (query) => query.where('site.name', 'ilike', pattern ?? ''))
    .orderBy(sort.endsWith('name') ? sql`lower(site.name)` : sql`last_data_change_at`, (order) =>
      direction === 'desc' ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('site.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    sites: rows.map(siteFromRow),
    totalCount: counts[0]?.total ?? 0,
    totalOwnedCount: counts[0]?.owned ?? 0,
  };
}

export async function updateSite(
  db: Db,
  id: string,
  change: { name?: string; domain?: string | null; internal_subdomain?: string },
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db.updateTable('site').set(change).where('id', '=', id).execute();
}

export async function isSubdomainTaken(db: Db, subdomain: string): Promise<boolean> {
  const row = await db
    .selectFrom('site')
    .select('id')
    .where('internal_subdomain', '=', subdomain)
    .executeTakeFirst();
  return row !== undefined;
}

/** As their owner, with a seat that is not switched off, or as a member of the organization that owns them or of
 *  one that it appointed. */
function mayEnter(accountId: string) {
  return sql<boolean>`(site.status <> 'destroying' and (site.owner_id = ${accountId}
    or exists (${seatOf(accountId)} and seat.is_active)
    or (not exists (${seatOf(accountId)}) and exists (${entrances(sql`site.owner_organization_id`, sql`${accountId}`)}))))`;
}

/** An organization's list holds what it owns and what its clients own; one's own, everything else one may enter. */
function isInScope(accountId: string, organizationId: string | null) {
  if (organizationId !== null) {
    return sql<boolean>`(site.owner_organization_id = ${organizationId} or site.owner_organization_id in (
      select mandator_id from organization_mandate where appointed_id = ${organizationId}))`;
  }
  return sql<boolean>`(site.owner_organization_id is null or exists (${seatOf(accountId)}))`;
}

function isOwn(accountId: string, organizationId: string | null) {
  return organizationId === null
    ? sql<boolean>`site.owner_id = ${accountId}`
    : sql<boolean>`site.owner_organization_id = ${organizationId}`;
}

function seatOf(accountId: string) {
  return sql`select 1 from "user" seat where seat.site_id = site.id and seat.account_id = ${accountId}`;
}

function sitesOf(db: Db, accountId: string) {
  const factoryToken = (type: 'readonly' | 'readwrite') => sql<Buffer | null>`
    (select token_encrypted from access_token
      where site_id = site.id and hardcoded_type = ${type} order by created_at limit 1)`;
  return db
    .selectFrom('site')
    .leftJoin('account', 'account.id', 'site.owner_id')
    .leftJoin('organization', 'organization.id', 'site.owner_organization_id')
    .select([
      'site.id',
      'site.status',
      'site.name',
      'site.domain',
      'site.internal_subdomain',
      'site.created_at',
      'account.email',
      sql<boolean>`coalesce((site.settings ->> 'require_2fa')::boolean, false)`.as('requires_2fa'),
      sql<string | null>`(select transfer.id from site_transfer transfer
        where transfer.site_id = site.id)`.as('transfer_id'),
      'organization.id as organization_id',
      'organization.name as organization_name',
      sql<string | null>`case when site.owner_id = ${accountId} then 'owner' else coalesce((
        select member.role from organization_membership member
        where member.organization_id = site.owner_organization_id and member.account_id = ${accountId}
      ), (select ${MANDATE_ROLE}::text from (${entrances(sql`site.owner_organization_id`, sql`${accountId}`)}) entrance
        limit 1)) end`.as('role'),
      sql<boolean>`exists (${seatOf(accountId)})`.as('has_seat'),
      sql<Date | null>`(select max(lane.last_data_change_at) from environment
        join environment_lane lane on lane.environment_id = environment.id
        where environment.site_id = site.id)`.as('last_data_change_at'),
      factoryToken('readonly').as('readonly_token'),
      factoryToken('readwrite').as('readwrite_token'),
    ])
    .where(mayEnter(accountId));
}

type SelectedSite = Awaited<ReturnType<ReturnType<typeof sitesOf>['execute']>>[number];

function siteFromRow(row: SelectedSite): ListedSite {
  return {
    id: row.id,
    status: row.status as ListedSite['status'], // others are not listed
    role: row.role as OrganizationRoleId | null, // nothing else is ever written
    hasSeat: row.has_seat,
    name: row.name,
    domain: row.domain,
    internalSubdomain: row.internal_subdomain,
    owner: ownerOf(row),
    createdAt: row.created_at,
    lastDataChangeAt: row.last_data_change_at,
    requires2fa: row.requires_2fa,
    transferId: row.transfer_id,
    readOnlyToken: row.readonly_token,
    readWriteToken: row.readwrite_token,
  };
}

function ownerOf({ email, organization_id: id, organization_name: name }: SelectedSite): ListedSite['owner'] {
  if (id !== null && name !== null) return { type: 'organization', id, name };
  return { type: 'account', email: email ?? '' };
}

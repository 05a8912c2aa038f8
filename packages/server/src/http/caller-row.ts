import { type RawBuilder, sql } from 'kysely';
import { entrances } from '#account-api/sites/entrances.ts';
import type { Db } from '#db/database.ts';
import { hashToken } from '#secrets/secret.ts';

/** What every request asks the database about its token: little, because what is large is kept by its version. */
export interface CallerRow {
  kind: 'access_token' | 'account' | 'user' | 'organization';
  id: string;
  /** Null for a session of the dashboard, which is about no project. */
  site_id: string | null;
  site_version: string;
  role_id: string | null;
  /** Of the role and all it inherits from. */
  role_version: string | null;
  hardcoded_type: string | null;
  can_access_cda: boolean;
  can_access_cda_preview: boolean;
  can_access_cma: boolean;
  /** Null for a token, which has no factors at all. */
  is_2fa_active: boolean | null;
  last_cma_access_at: Date | null;
  last_cda_access_at: Date | null;
  /** The columns of the environment are null together: there is none of this name. */
  environment_id: string | null;
  environment_name: string;
  environment_status: string;
  is_read_only: boolean;
  schema_version: number | string;
  /** All of the above as one text; null for a session. */
  fingerprint: string | null;
}

export interface CallerQuery {
  token: string;
  /** Null: the primary one. */
  environment: string | null;
  now: Date;
}

/** API tokens and sessions are told apart by their form, so that only one table is asked. */
const API_TOKEN = /^[0-9a-f]{30}$/;

export async function readCaller(db: Db, query: CallerQuery): Promise<CallerRow | undefined> {
  const statement = isApiToken(query) ? readAccessToken(query) : readSession(query);
  const { rows } = await statement.execute(db);
  return rows[0];
}

export function isApiToken({ token }: Pick<CallerQuery, 'token'>): boolean {
  return API_TOKEN.test(token);
}

/** The fingerprint of what a token is now, or null: a value for the select list of another statement. */
export function fingerprintNow(query: CallerQuery): RawBuilder<string | null> {
  return sql`(select c::text from (${accessToken(query)}) as c)`;
}

function readAccessToken(query: CallerQuery): RawBuilder<CallerRow> {
  return sql<CallerRow>`select c.*, c::text as fingerprint from (${accessToken(query)}) as c`;
}

function accessToken({ token, environment }: CallerQuery): RawBuilder<unknown> {
  return callerOf(sql`${hashToken(token)}`, isAskedFor(environment));
}

/** The same row for a digest and a name that stand in columns; a name that is null asks for the primary one. */
export function callerColumns(
  tokenHash: RawBuilder<unknown>,
  name: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return callerOf(
    tokenHash,
    sql`e.id = case when ${name} is null then site.primary_environment_id
      else (select named.id from environment named where named.site_id = site.id and named.name = ${name}) end`,
  );
}

function callerOf(tokenHash: RawBuilder<unknown>, isAskedFor: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select 'access_token' as kind, t.id, t.site_id, t.role_id, t.hardcoded_type,
      t.can_access_cda, t.can_access_cda_preview, t.can_access_cma, t.last_cma_access_at, t.last_cda_access_at,
      ${versionOfRole} as role_version, null as is_2fa_active, ${placeColumns}
    from access_token t
    left join role on role.id = t.role_id and role.site_id = t.site_id
    left join site on site.id = t.site_id
    left join environment e on ${isAskedFor}
    where t.token_hash = ${tokenHash}`;
}

/** A seat in the project counts before owning it, alone or as a member of an organization. Whoever has neither, or a seat that is switched off, has a
 *  session that opens nothing. */
function readSession({ token, environment, now }: CallerQuery): RawBuilder<CallerRow> {
  return sql<CallerRow>`
    select case when seat.id is not null then 'user' when member.id is not null then 'organization'
        else 'account' end as kind,
      coalesce(seat.id, member.organization_id, session.account_id) as id, session.site_id, seat.role_id,
      ${versionOfRole} as role_version, null as hardcoded_type, account.is_2fa_active,
      true as can_access_cda, true as can_access_cda_preview, true as can_access_cma,
      seat.last_access_at as last_cma_access_at, seat.last_access_at as last_cda_access_at, ${placeColumns},
      null as fingerprint
    from session
    join account on account.id = session.account_id
    left join site on site.id = session.site_id
    left join "user" seat on seat.site_id = session.site_id and seat.account_id = session.account_id
    left join role on role.id = seat.role_id
    left join lateral (
      ${entrances(sql`site.owner_organization_id`, sql`session.account_id`)} limit 1
    ) member on true
    left join environment e on ${isAskedFor(environment)}
    where session.token_hash = ${hashToken(token)} and session.expires_at > ${now}
      and (site.id is null or seat.is_active or (seat.id is null and (site.owner_id = session.account_id or member.id is not null)))`;
}

const placeColumns = sql`site.xmin::text as site_version, e.id as environment_id, e.name as environment_name,
  e.status as environment_status, e.is_read_only, e.schema_version`;

function isAskedFor(environment: string | null): RawBuilder<unknown> {
  if (environment === null) return sql`e.id = site.primary_environment_id`;
  return sql`e.site_id = site.id and e.name = ${environment}`;
}

/** A row's `xmin` is the transaction that wrote it: another one, another version. The roles above are looked
 *  for only where there are any; how many steps up is bounded, because roles may inherit in a circle. */
const versionOfRole = sql`case
  when role.id is null then null
  when role.inherits_permissions_from = '{}' then role.xmin::text
  else (
    with recursive lineage(id, depth) as (
      select role.id, 0
      union
      select parent, lineage.depth + 1 from lineage
      join role above on above.id = lineage.id
      cross join unnest(above.inherits_permissions_from) as parent
      where lineage.depth < 20
    )
    select string_agg(distinct above.id || ' ' || above.xmin::text, ',')
    from lineage join role above on above.id = lineage.id and above.site_id = role.site_id
  ) end`;

import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** What one statement finds out about a token. The columns of the environment are null together. */
export interface CallerRow {
  kind: 'access_token' | 'account';
  id: string;
  /** Null for a session of the dashboard, which is about no project. */
  site_id: string | null;
  role_id: string | null;
  hardcoded_type: string | null;
  can_access_cda: boolean;
  can_access_cda_preview: boolean;
  can_access_cma: boolean;
  last_cma_access_at: Date | null;
  last_cda_access_at: Date | null;
  site_name: string;
  internal_subdomain: string;
  owner_id: string | null;
  primary_environment_id: string;
  site_settings: Record<string, unknown>;
  environment_id: string | null;
  environment_name: string;
  environment_status: string;
  locales: string[];
  time_zone: string;
  environment_settings: Record<string, unknown>;
  schema_version: number | string;
  /** The role and all it inherits from as JSON text, the role first. */
  lineage: string | null;
  /** Ids of the tokens that hold the same role. */
  shares_role: string[] | null;
}

export async function readCaller(
  db: Db,
  request: { tokenHash: Buffer; environment: string | null; now: Date },
): Promise<CallerRow | undefined> {
  const { rows } = await sql<CallerRow>`
    with recursive credential as (
      select 'access_token' as kind, id, site_id, role_id, hardcoded_type,
        can_access_cda, can_access_cda_preview, can_access_cma, last_cma_access_at, last_cda_access_at
      from access_token where token_hash = ${request.tokenHash}
      union all
      select 'account', account_id, site_id, null, null, true, true, true, null, null
      from session where token_hash = ${request.tokenHash} and expires_at > ${request.now}
    ), lineage(id, depth) as (
      select role_id, 0 from credential where role_id is not null
      union
      select parent, lineage.depth + 1 from lineage
      join role on role.id = lineage.id
      cross join unnest(role.inherits_permissions_from) as parent
      where lineage.depth < 20
    )
    select credential.*,
      site.name as site_name, site.internal_subdomain, site.owner_id, site.primary_environment_id,
      site.settings as site_settings,
      environment.id as environment_id, environment.name as environment_name,
      environment.status as environment_status, environment.locales, environment.time_zone,
      environment.settings as environment_settings, environment.schema_version,
      (select json_agg(json_build_object('id', role.id, 'name', role.name, 'attributes', role.attributes,
          'inherits_permissions_from', role.inherits_permissions_from) order by nearest.depth, role.id)::text
        from (select id, min(depth) as depth from lineage group by id) nearest
        join role on role.id = nearest.id and role.site_id = credential.site_id) as lineage,
      (select array_agg(other.id) from access_token other
        where other.role_id = credential.role_id) as shares_role
    from credential
    left join site on site.id = credential.site_id
    left join environment on environment.site_id = site.id and case
      when ${request.environment}::text is null then environment.id = site.primary_environment_id
      else environment.name = ${request.environment} end`.execute(db);
  return rows[0];
}

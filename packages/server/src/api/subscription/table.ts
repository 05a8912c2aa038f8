import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** What a project has. Content is counted in one environment. */
export const LIMIT_CODES = [
  'users',
  'roles',
  'access_tokens',
  'locales',
  'item_types',
  'items',
  'plugins',
  'sandbox_environments',
  'uploadable_bytes',
] as const;
export type LimitCode = (typeof LIMIT_CODES)[number];

export type Usage = Readonly<Record<LimitCode, number>>;

/** One statement. Several assets may share a file, which counts once. */
export async function countUsage(
  db: Db,
  { siteId, environmentId }: { siteId: string; environmentId: string },
): Promise<Usage> {
  const { rows } = await sql<Usage>`
    select
      (select count(*) from "user" where site_id = ${siteId})::int as users,
      (select count(*) from role where site_id = ${siteId})::int as roles,
      (select count(*) from access_token where site_id = ${siteId})::int as access_tokens,
      (select cardinality(locales) from environment where id = ${environmentId}) as locales,
      (select count(*) from item_type where environment_id = ${environmentId})::int as item_types,
      (select count(*) from item where environment_id = ${environmentId})::int as items,
      (select count(*) from plugin where environment_id = ${environmentId})::int as plugins,
      (select count(*) from environment e join site s on s.id = e.site_id
        where s.id = ${siteId} and e.id <> s.primary_environment_id)::int as sandbox_environments,
      (select coalesce(sum(size), 0) from (
        select distinct path, size from upload u join environment e on e.id = u.environment_id
        where e.site_id = ${siteId}) file)::float8 as uploadable_bytes`.execute(db);
  if (!rows[0]) throw new Error('A select without a table has one row');
  return rows[0];
}

/** What of the product a project makes use of. */
export interface FeaturesInUse {
  workflows: boolean;
  advanced_media_area: boolean;
  white_label: boolean;
}

export async function findFeaturesInUse(
  db: Db,
  { siteId, environmentId }: { siteId: string; environmentId: string },
): Promise<FeaturesInUse> {
  const { rows } = await sql<FeaturesInUse>`
    select
      exists (select 1 from workflow where environment_id = ${environmentId}) as workflows,
      exists (select 1 from upload_collection where environment_id = ${environmentId}) as advanced_media_area,
      (select settings ->> 'custom_i18n_messages_template_url' is not null from site where id = ${siteId})
        as white_label`.execute(db);
  if (!rows[0]) throw new Error('A select without a table has one row');
  return rows[0];
}

import { sql } from 'kysely';
import { lastDataChangeOf } from '#db/content-version.ts';
import type { Db } from '#db/database.ts';

/** What an answer about the project shows beyond what every request already knows. */
export interface SiteFacts {
  name: string;
  domain: string | null;
  settings: Record<string, unknown>;
  environmentSettings: Record<string, unknown>;
  createdAt: Date;
  lastDataChangeAt: Date | null;
  owner: Owner | null;
}

export interface Owner {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
}

export async function readSiteFacts(db: Db, siteId: string, environmentId: string): Promise<SiteFacts> {
  const { rows } = await sql<FactsRow>`
    select s.name, s.domain, s.settings, e.settings as environment_settings, s.created_at,
      ${lastDataChangeOf(sql`e.id`)} as last_data_change_at,
      (select json_build_object('id', a.id, 'email', a.email, 'first_name', a.first_name,
          'last_name', a.last_name, 'company', a.company) from account a where a.id = s.owner_id) as owner
    from site s join environment e on e.site_id = s.id
    where s.id = ${siteId} and e.id = ${environmentId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`Site ${siteId} has gone`);
  return {
    name: row.name,
    domain: row.domain,
    settings: row.settings,
    environmentSettings: row.environment_settings,
    createdAt: row.created_at,
    lastDataChangeAt: row.last_data_change_at,
    owner: row.owner,
  };
}

interface FactsRow {
  name: string;
  domain: string | null;
  settings: Record<string, unknown>;
  environment_settings: Record<string, unknown>;
  created_at: Date;
  last_data_change_at: Date | null;
  owner: Owner | null;
}

/** Keys given replace those stored; others stay. */
export async function saveSite(
  db: Db,
  siteId: string,
  change: { name?: string | undefined; settings: object },
): Promise<void> {
  await sql`
    update site set name = coalesce(${change.name ?? null}::text, name),
      settings = settings || ${JSON.stringify(change.settings)}::jsonb
    where id = ${siteId}`.execute(db);
}

export async function saveEnvironment(
  db: Db,
  environmentId: string,
  environment: { locales: readonly string[]; timeZone: string; settings: object },
): Promise<void> {
  await sql`
    update environment set locales = ${[...environment.locales]}::text[], time_zone = ${environment.timeZone},
      settings = settings || ${JSON.stringify(environment.settings)}::jsonb
    where id = ${environmentId}`.execute(db);
}

/** A locale that is gone takes its metadata of files along. */
export async function dropUploadLocales(
  db: Db,
  environmentId: string,
  locales: readonly string[],
): Promise<void> {
  if (locales.length === 0) return;
  await sql`
    update upload set default_field_metadata = default_field_metadata - ${[...locales]}::text[]
    where environment_id = ${environmentId}
      and default_field_metadata ?| ${[...locales]}::text[]`.execute(db);
}

export async function findUnknownUploads(
  db: Db,
  environmentId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from upload where environment_id = ${environmentId} and id = any(${[...ids]}::text[])`.execute(
    db,
  );
  const known = new Set(rows.map((row) => row.id));
  return new Set(ids.filter((id) => !known.has(id)));
}

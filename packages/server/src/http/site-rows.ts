import type { Db } from '#db/database.ts';
import type { Environment, Site } from './context.ts';

/** A project as every endpoint sees it. */
export async function readSite(db: Db, id: string): Promise<Site> {
  const row = await db
    .selectFrom('site')
    .select([
      'name',
      'internal_subdomain',
      'owner_id',
      'owner_organization_id',
      'primary_environment_id',
      'settings',
      'maintenance_mode',
      'status',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    name: row.name,
    internalSubdomain: row.internal_subdomain,
    ownerId: row.owner_id,
    ownerOrganizationId: row.owner_organization_id,
    primaryEnvironmentId: row.primary_environment_id ?? '',
    settings: row.settings,
    isInMaintenance: row.maintenance_mode,
    isReady: row.status === 'ready',
  };
}

/** What an environment is set to; changes only together with its schema version. */
export async function readEnvironmentSettings(
  db: Db,
  id: string,
): Promise<Pick<Environment, 'locales' | 'timeZone' | 'settings'>> {
  const row = await db
    .selectFrom('environment')
    .select(['locales', 'time_zone', 'settings'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { locales: row.locales, timeZone: row.time_zone, settings: row.settings };
}

import type { Db } from '#db/database.ts';

/** An environment as callers know it: by its name. */
export interface ListedEnvironment {
  name: string;
  isPrimary: boolean;
  status: string;
  createdAt: Date;
  lastDataChangeAt: Date;
}

/** The primary one first, then by name. */
export async function listEnvironments(db: Db, siteId: string): Promise<ListedEnvironment[]> {
  const rows = await db
    .selectFrom('environment')
    .innerJoin('site', 'site.id', 'environment.site_id')
    .select((row) => [
      'environment.name',
      'environment.status',
      'environment.created_at',
      'environment.last_data_change_at',
      row('site.primary_environment_id', '=', row.ref('environment.id')).as('is_primary'),
    ])
    .where('site.id', '=', siteId)
    .orderBy('is_primary', 'desc')
    .orderBy('environment.name')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    isPrimary: row.is_primary === true,
    status: row.status,
    createdAt: row.created_at,
    lastDataChangeAt: row.last_data_change_at ?? row.created_at,
  }));
}

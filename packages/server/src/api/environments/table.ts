import { type SqlBool, sql } from 'kysely';
import { lastDataChangeOf } from '#db/content-version.ts';
import type { Db } from '#db/database.ts';

/** An environment as callers know it: by its name. */
export interface ListedEnvironment {
  id: string;
  name: string;
  isPrimary: boolean;
  status: 'creating' | 'ready' | 'destroying';
  isReadOnly: boolean;
  forkProgress: number | null;
  forkedFromId: string | null;
  forkedFrom: string | null;
  isChangingSchema: boolean;
  createdAt: Date;
  lastDataChangeAt: Date;
}

/** The primary one first, then by name. */
export async function listEnvironments(db: Db, siteId: string): Promise<ListedEnvironment[]> {
  const rows = await db
    .selectFrom('environment as e')
    .innerJoin('site', 'site.id', 'e.site_id')
    .leftJoin('environment as origin', 'origin.id', 'e.forked_from_id')
    .select([
      ...(['e.id', 'e.name', 'e.status', 'e.is_read_only', 'e.fork_progress', 'e.forked_from_id'] as const),
      ...(['e.created_at', 'e.schema_job_id', 'origin.name as forked_from'] as const),
      lastDataChangeOf(sql`e.id`).as('last_data_change_at'),
      sql<boolean>`site.primary_environment_id = e.id`.as('is_primary'),
    ])
    .where('site.id', '=', siteId)
    .orderBy('is_primary', 'desc')
    .orderBy('e.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isPrimary: row.is_primary,
    status: row.status as ListedEnvironment['status'], // we write no other
    isReadOnly: row.is_read_only,
    forkProgress: row.fork_progress,
    forkedFromId: row.forked_from_id,
    forkedFrom: row.forked_from,
    isChangingSchema: row.schema_job_id !== null,
    createdAt: row.created_at,
    lastDataChangeAt: row.last_data_change_at ?? row.created_at,
  }));
}

/** Operations on the environments of a project happen one after the other. */
export async function lockEnvironments(db: Db, siteId: string): Promise<void> {
  await db.selectFrom('site').select('id').where('id', '=', siteId).forUpdate().execute();
}

/** A copy that is going to be made. */
export interface NewFork {
  id: string;
  name: string;
  siteId: string;
  sourceId: string;
  isFast: boolean;
  now: Date;
}

export async function insertFork(
  db: Db,
  { id, name, siteId, sourceId, isFast, now }: NewFork,
): Promise<void> {
  await sql`
    insert into environment (id, site_id, name, status, locales, time_zone, settings, forked_from_id,
      fork_progress, fork_is_fast, created_at)
    select ${id}, ${siteId}, ${name}, 'creating', locales, time_zone, settings, id, 0, ${isFast}, ${now}
    from environment where id = ${sourceId}`.execute(db);
}

/** Writers who decided before this moment are refused when they save, and clients repeat them. */
export async function refuseWritersOf(db: Db, environmentIds: readonly string[]): Promise<void> {
  await sql`update environment set schema_version = schema_version + 1
    where id = any(${environmentIds})`.execute(db);
}

/** An environment is read-only while it is the source of a fast fork. */
export async function updateReadOnly(db: Db, environmentId: string): Promise<void> {
  await sql`
    update environment e set is_read_only = exists (
      select from environment f where f.forked_from_id = e.id and f.status = 'creating' and f.fork_is_fast)
    where e.id = ${environmentId}`.execute(db);
}

/** Answers false when nobody is waiting for the copy any more. */
export async function saveForkProgress(db: Db, id: string, percentage: number): Promise<boolean> {
  const { rows } = await sql`
    update environment set fork_progress = ${percentage}
    where id = ${id} and status = 'creating' returning id`.execute(db);
  return rows.length > 0;
}

/** Lets everybody in. Its version is new: what was kept of the unfinished one is not asked for again. */
export async function finishFork(
  db: Db,
  id: string,
  settings: { locales: string[]; time_zone: string; settings: Record<string, unknown> },
): Promise<boolean> {
  const { rows } = await sql`
    update environment set status = 'ready', fork_progress = null, schema_version = schema_version + 1,
      locales = ${settings.locales}, time_zone = ${settings.time_zone},
      settings = ${JSON.stringify(settings.settings)}
    where id = ${id} and status = 'creating' returning id`.execute(db);
  return rows.length > 0;
}

export async function markDestroying(db: Db, id: string): Promise<void> {
  await sql`update environment set status = 'destroying', schema_version = schema_version + 1
    where id = ${id}`.execute(db);
}

export async function deleteEnvironment(db: Db, id: string): Promise<void> {
  await db.deleteFrom('environment').where('id', '=', id).execute();
}

export async function renameEnvironment(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('environment').set({ name }).where('id', '=', id).execute();
}

export async function setPrimaryEnvironment(db: Db, siteId: string, id: string): Promise<void> {
  await db.updateTable('site').set({ primary_environment_id: id }).where('id', '=', siteId).execute();
}

/** Of these files, those that no asset of any environment has. */
export async function findUnusedPaths(db: Db, paths: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select distinct path from unnest(${paths}::text[]) as gone(path)
    where not exists (select from upload where upload.path = gone.path)
      and not exists (select from upload_track where upload_track.path = gone.path)`.execute(db);
  return rows.map(({ path }) => path);
}

export async function findForking(db: Db, id: string): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('environment')
    .select('name')
    .where('id', '=', id)
    .where(sql<SqlBool>`status = 'creating'`)
    .executeTakeFirst();
}

/** What happens to an environment as a whole is no change of what is in it. */
export async function recordEnvironmentEvent(
  db: Db,
  event: { siteId: string; environmentId: string; eventType: string; name: string; now: Date },
): Promise<void> {
  await db
    .insertInto('event')
    .values({
      site_id: event.siteId,
      environment_id: event.environmentId,
      entity_type: 'environment',
      event_type: event.eventType,
      entity_id: event.name,
      details: '{}',
      created_at: event.now,
    })
    .execute();
}

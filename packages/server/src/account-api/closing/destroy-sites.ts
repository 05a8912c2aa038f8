import { sql } from 'kysely';
import { clearEnvironment } from '#api/environments/clear-environment.ts';
import { removeUnusedFiles } from '#api/environments/remove-unused-files.ts';
import { stopWatching } from '#api/environments/watch-changes.ts';
import type { Db } from '#db/database.ts';
import type { Ports } from '#http/ports.ts';
import type { JobQueue } from '#jobs/job-queue.ts';

const JOB = 'destroy project';

/** From this moment nobody finds or enters the projects; a job of each empties it. */
export async function destroySites(
  { db, jobs }: { db: Db; jobs: JobQueue },
  siteIds: readonly string[],
): Promise<void> {
  if (siteIds.length === 0) return;
  await db.deleteFrom('session').where('site_id', 'in', siteIds).execute();
  await db.deleteFrom('access_token').where('site_id', 'in', siteIds).execute();
  await db.deleteFrom('site_transfer').where('site_id', 'in', siteIds).execute();
  // Who owned it may be gone before it is, and its subdomain is free.
  await sql`update site set status = 'destroying', owner_id = null, owner_organization_id = null,
    internal_subdomain = 'destroyed ' || id where id = any(${siteIds})`.execute(db);
  // Whoever decided on a write before this moment is refused when they save it.
  await sql`update environment set status = 'destroying', schema_version = schema_version + 1
    where site_id = any(${siteIds})`.execute(db);
  for (const siteId of siteIds) await jobs.send(db, JOB, { siteId });
}

/** Environment by environment, in slices. What was interrupted goes on with what is left. */
export async function startDestroyingSites(ports: Ports): Promise<void> {
  const { database, jobs } = ports;
  await jobs.work(JOB, async (data) => {
    const { siteId } = data as { siteId: string }; // as sent above
    const onUploads = (db: Db, paths: string[]) => removeUnusedFiles(db, ports, siteId, paths);
    for (const { id } of await listEnvironmentIds(database.db, siteId)) {
      await clearEnvironment(database, id, onUploads);
    }
    await database.db.transaction().execute(async (db) => {
      await db.deleteFrom('site').where('id', '=', siteId).execute();
      if (database.kind === 'embedded') await stopWatching(db);
    });
  });
}

function listEnvironmentIds(db: Db, siteId: string) {
  return db.selectFrom('environment').select('id').where('site_id', '=', siteId).execute();
}

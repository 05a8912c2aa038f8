import type { Json } from '@recto/content/json';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** What became of a request that was answered with 202. */
export interface JobResult {
  id: string;
  /** The status that the request would have been answered with. */
  status: number;
  /** Its body, errors included; null where there is none. */
  payload: Json;
}

/** Longer than the slowest poller waits. */
const KEPT_HOURS = 24;

/** Begins a job: until it is finished its result is "not found", which clients take for "not yet". Also forgets
 *  old results. */
export async function insertJob(
  db: Db,
  job: { id: string; siteId: string; environmentId: string | null; now: Date },
): Promise<void> {
  await sql`
    with forgotten as (${deletionOfOldJobs(job.now)})
    insert into job_result (id, site_id, environment_id, created_at)
    values (${job.id}, ${job.siteId}, ${job.environmentId}, ${job.now})`.execute(db);
}

export async function forgetOldJobs(db: Db, now: Date): Promise<void> {
  await deletionOfOldJobs(now).execute(db);
}

function deletionOfOldJobs(now: Date): RawBuilder<unknown> {
  return sql`delete from job_result where finished_at < ${new Date(now.getTime() - KEPT_HOURS * 3_600_000)}`;
}

export async function finishJob(db: Db, result: JobResult, now: Date): Promise<void> {
  await db
    .updateTable('job_result')
    .set({ status: result.status, payload: JSON.stringify(result.payload), finished_at: now })
    .where('id', '=', result.id)
    .execute();
}

/** Undefined for an unknown job, for one that is running, and for one of another project or environment. */
export async function findJobResult(
  db: Db,
  scope: { siteId: string; environmentId: string },
  id: string,
): Promise<JobResult | undefined> {
  const row = await db
    .selectFrom('job_result')
    .select(['id', 'status', 'payload'])
    .where('id', '=', id)
    .where('site_id', '=', scope.siteId)
    .where((where) =>
      where.or([where('environment_id', 'is', null), where('environment_id', '=', scope.environmentId)]),
    )
    .where('finished_at', 'is not', null)
    .executeTakeFirst();
  if (!row || row.status === null) return undefined;
  return { id: row.id, status: row.status, payload: row.payload as Json };
}

export async function isFinished(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('job_result')
    .select('id')
    .where('id', '=', id)
    .where('finished_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

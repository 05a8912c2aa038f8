import { refusal } from '@recto/content/refusal';
import { refuseWhileEdited } from '#api/editing-sessions/table.ts';
import { insertJob } from '#api/job-results/table.ts';
import type { RequestContext } from '#http/context.ts';
import { checkName } from './check-name.ts';
import {
  insertFork,
  type ListedEnvironment,
  listEnvironments,
  refuseWritersOf,
  updateReadOnly,
} from './table.ts';

export const FORK_JOB = 'fork';

/** What the job needs to know. */
export interface ForkWork {
  jobId: string;
  siteId: string;
  route: { from: string; to: string };
}

/** Announces the new environment, closed to everybody, and leaves the copying to a job. */
export async function beginFork(
  { db, site, now, newId, jobs }: RequestContext,
  {
    source,
    name,
    isFast,
    force,
  }: { source: ListedEnvironment; name: string; isFast: boolean; force: boolean },
): Promise<{ jobId: string }> {
  const { status } = source;
  if (status !== 'ready') throw refusal('ENVIRONMENT_NOT_READY', { status });
  // Documents of two shapes would be copied.
  if (source.isChangingSchema) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
  if (isFast && !force) await refuseWhileEdited(db, source.id, now);
  checkName(name, await listEnvironments(db, site.id));
  const work: ForkWork = { jobId: newId(), siteId: site.id, route: { from: source.id, to: newId() } };
  await insertFork(db, { id: work.route.to, name, siteId: site.id, sourceId: source.id, isFast, now });
  if (isFast) {
    await updateReadOnly(db, source.id);
    await refuseWritersOf(db, [source.id]);
  }
  await insertJob(db, { id: work.jobId, siteId: site.id, environmentId: null, now });
  await jobs.send(db, FORK_JOB, work);
  return { jobId: work.jobId };
}

import type { Json } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { finishJob, insertJob, isFinished } from '#api/job-results/table.ts';
import { dropRulesOfEnvironment } from '#api/roles/environment-rules.ts';
import type { Db } from '#db/database.ts';
import type { RequestContext } from '#http/context.ts';
import type { Ports } from '#http/ports.ts';
import { clearEnvironment } from './clear-environment.ts';
import { presentEnvironment } from './present.ts';
import { removeUnusedFiles } from './remove-unused-files.ts';
import {
  deleteEnvironment,
  type ListedEnvironment,
  listEnvironments,
  markDestroying,
  recordEnvironmentEvent,
  updateReadOnly,
} from './table.ts';
import { stopWatching } from './watch-changes.ts';

const JOB = 'destroy environment';

interface DestroyWork {
  jobId: string;
  siteId: string;
  environmentId: string;
  payload: Json;
}

/** Closes the environment to everybody, and leaves the emptying to a job. One that is being made may go, too. */
export async function beginDestroying(
  { db, site, now, newId, jobs }: RequestContext,
  environment: ListedEnvironment,
): Promise<{ jobId: string }> {
  const { id, name, status, isPrimary } = environment;
  if (isPrimary) throw refusal('CANNOT_DESTROY_PRIMARY_ENVIRONMENT');
  if (status === 'destroying') throw refusal('ENVIRONMENT_NOT_READY', { status });
  const copies = (await listEnvironments(db, site.id)).filter(({ forkedFromId }) => forkedFromId === id);
  if (copies.some((copy) => copy.status === 'creating')) throw refusal('CANNOT_DESTROY_FORKING_ORIGIN');
  await markDestroying(db, id);
  if (environment.forkedFromId !== null) await updateReadOnly(db, environment.forkedFromId);
  await dropRulesOfEnvironment(db, { siteId: site.id, environment: name });
  await recordEnvironmentEvent(db, { siteId: site.id, environmentId: id, eventType: 'delete', name, now });
  const payload = { data: presentEnvironment({ ...environment, status: 'destroying' }) } as unknown as Json;
  const work: DestroyWork = { jobId: newId(), siteId: site.id, environmentId: id, payload };
  await insertJob(db, { id: work.jobId, siteId: site.id, environmentId: null, now });
  await jobs.send(db, JOB, work);
  return { jobId: work.jobId };
}

/** Empties what was marked. What was interrupted goes on with what is left. */
export async function startDestroyingEnvironments(ports: Ports): Promise<void> {
  const { database, jobs } = ports;
  await jobs.work(JOB, async (data) => {
    const { jobId, siteId, environmentId, payload } = data as DestroyWork; // as sent above
    if (await isFinished(database.db, jobId)) return;
    const onUploads = (db: Db, paths: string[]) => removeUnusedFiles(db, ports, siteId, paths);
    await clearEnvironment(database, environmentId, onUploads);
    await database.db.transaction().execute(async (db) => {
      await deleteEnvironment(db, environmentId);
      if (database.kind === 'embedded') await stopWatching(db);
      await finishJob(db, { id: jobId, status: 200, payload }, ports.now());
    });
  });
}

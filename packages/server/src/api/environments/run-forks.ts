import type { Json } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { finishJob } from '#api/job-results/table.ts';
import { copyRulesOfEnvironment } from '#api/roles/environment-rules.ts';
import type { Db } from '#db/database.ts';
import { DatabaseUnavailable } from '#db/database-error.ts';
import type { Ports } from '#http/ports.ts';
import { renderFailure } from '#http/render-failure.ts';
import { clearEnvironment } from './clear-environment.ts';
import { type CopiedSettings, copyEnvironment, ForkAbandoned, SourceChanged } from './copy-environment.ts';
import { FORK_JOB, type ForkWork } from './fork-environment.ts';
import { presentEnvironment } from './present.ts';
import {
  deleteEnvironment,
  findForking,
  finishFork,
  listEnvironments,
  recordEnvironmentEvent,
  saveForkProgress,
  updateReadOnly,
} from './table.ts';
import { stopWatching } from './watch-changes.ts';

/** Whoever changes the schema again and again while it is being copied is told so. */
const MOST_ATTEMPTS = 5;
/** Progress is a write of its own. */
const PROGRESS_STEP = 5;

/** Makes the copies that were announced. One that was interrupted is made again from the beginning. */
export async function startForks(ports: Ports): Promise<void> {
  await ports.jobs.work(FORK_JOB, async (data) => {
    const work = data as ForkWork; // as `beginFork` sends it
    if (!(await findForking(ports.database.db, work.route.to))) return;
    try {
      await copy(work, ports);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error; // later it may be there again
      await giveUp(work, error, ports);
    }
  });
}

async function copy(work: ForkWork, ports: Ports, attempt = 1): Promise<void> {
  const { database } = ports;
  const { route } = work;
  await clearEnvironment(database, route.to);
  try {
    const complete = (db: Db, settings: CopiedSettings) => finish(db, work, settings, ports);
    await copyEnvironment({ database, route, onProgress: reportProgress(database.db, route.to), complete });
  } catch (error) {
    if (!(error instanceof SourceChanged)) throw error;
    if (attempt === MOST_ATTEMPTS) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
    await copy(work, ports, attempt + 1);
  }
}

function reportProgress(db: Db, environmentId: string): (percentage: number) => Promise<void> {
  let reported = 0;
  return async (percentage) => {
    if (percentage < reported + PROGRESS_STEP) return;
    reported = percentage;
    if (!(await saveForkProgress(db, environmentId, percentage))) throw new ForkAbandoned();
  };
}

/** The copy, its name in the roles, the event and the job's result appear at once. */
async function finish(
  db: Db,
  { jobId, siteId, route }: ForkWork,
  settings: CopiedSettings,
  ports: Ports,
): Promise<void> {
  if (!(await finishFork(db, route.to, settings))) throw new ForkAbandoned();
  await updateReadOnly(db, route.from);
  const environments = await listEnvironments(db, siteId);
  const copied = environments.find(({ id }) => id === route.to);
  const source = environments.find(({ id }) => id === route.from);
  if (!copied || !source) throw new ForkAbandoned();
  await copyRulesOfEnvironment(db, { siteId, from: source.name, to: copied.name });
  const now = ports.now();
  const event = { siteId, environmentId: copied.id, eventType: 'create', name: copied.name, now };
  await recordEnvironmentEvent(db, event);
  const payload = { data: presentEnvironment(copied) } as unknown as Json;
  await finishJob(db, { id: jobId, status: 200, payload }, now);
}

/** Leaves nothing behind but the reason. */
async function giveUp({ jobId, route }: ForkWork, error: unknown, ports: Ports): Promise<void> {
  const { database } = ports;
  const isAbandoned = error instanceof ForkAbandoned;
  const reason = isAbandoned ? refusal('ENVIRONMENT_NOT_READY', { status: 'destroying' }) : error;
  if (!isAbandoned) await clearEnvironment(database, route.to);
  await database.db.transaction().execute(async (db) => {
    // Who abandoned it destroys it.
    if (!isAbandoned) await deleteEnvironment(db, route.to);
    await updateReadOnly(db, route.from);
    if (database.kind === 'embedded') await stopWatching(db);
    await finishJob(db, { id: jobId, ...renderFailure(reason, jobId, ports) }, ports.now());
  });
}

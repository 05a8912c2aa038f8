import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import type { Database, Db } from '#db/database.ts';
import type { JobQueue } from './job-queue.ts';

/** How long a finished or failed job stays readable in the database. */
const KEEP_DAYS = 7;
const RETRIES = 3;
/** After this time a job whose process died is given to another one. */
const LONGEST_JOB_MINUTES = 15;
/** On the embedded database nobody else sends jobs, and who sends one wakes a worker: asking serves retries only, and
 *  everybody waits while the question is answered. */
const POLLING_SECONDS = { embedded: 2, postgres: 0.5 };
/** How many jobs of one process run at the same time. */
const WORKERS = 2;
const STOP_TIMEOUT_MS = 20_000;
/** One queue for all kinds of work: pg-boss makes a table, and asks the database, for each. */
const QUEUE = 'work';

export interface JobQueueOptions {
  database: Database;
  /** False in a process that only sends (`RECTO_ROLE=web`). */
  hasWorkers: boolean;
  /** A job failed, or the queue could not reach the database. It is tried again without anybody's help. */
  onError(error: unknown): void;
}

type Handle = (data: object) => Promise<void>;
interface Work {
  name: string;
  data: object;
}

/** pg-boss on the database that holds everything else. */
export async function startJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const boss = createBoss(options);
  const handles = new Map<string, Handle>();
  await boss.start();
  await boss.createQueue(QUEUE);
  if (options.database.kind === 'embedded') await takeUpInterruptedJobs(options.database);
  let workers: Promise<string[]> | undefined;
  return {
    async send(db, name, data) {
      await boss.send(
        QUEUE,
        { name, data },
        { db: bossDatabase((text, values) => executeOn(db, text, values)) },
      );
      // The worker's question waits for the one embedded connection, so for the sender's commit. With several
      // connections it may come too early; then the worker finds the job when it asks again.
      for (const worker of (await workers) ?? []) boss.notifyWorker(worker);
    },
    async work(name, handle) {
      handles.set(name, handle);
      // Not before: a job from an earlier run would find nobody who knows it.
      if (options.hasWorkers) workers ??= startWorkers(boss, handles, options);
      await workers;
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT_MS }),
  };
}

/** The embedded database has one process: whatever is being worked on at the start was cut off by its end. */
async function takeUpInterruptedJobs(database: Database): Promise<void> {
  await database.execute(`update jobs.job set state = 'retry' where state = 'active'`, []);
}

function createBoss({ database, hasWorkers, onError }: JobQueueOptions): PgBoss {
  const boss = new PgBoss({
    db: bossDatabase((text, values) => database.execute(text, values)),
    schema: 'jobs',
    schedule: false,
    supervise: hasWorkers,
    deleteAfterDays: KEEP_DAYS,
    retryLimit: RETRIES,
    retryBackoff: true,
    expireInMinutes: LONGEST_JOB_MINUTES,
  });
  boss.on('error', onError);
  return boss;
}

type Execute = (text: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** pg-boss leaves out the parameters where there are none. */
function bossDatabase(execute: Execute): PgBoss.Db {
  return {
    executeSql: async (text, values) => ({ rowCount: 0, ...(await execute(text, values ?? [])) }),
  };
}

async function executeOn(db: Db, text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> {
  return db.executeQuery(CompiledQuery.raw(text, [...values]));
}

function startWorkers(boss: PgBoss, handles: Map<string, Handle>, { database, onError }: JobQueueOptions) {
  const options = { batchSize: 1, pollingIntervalSeconds: POLLING_SECONDS[database.kind] };
  const start = () => boss.work<Work>(QUEUE, options, ([job]) => runJob(job?.data, handles, onError));
  return Promise.all(Array.from({ length: WORKERS }, start));
}

async function runJob(
  work: Work | undefined,
  handles: Map<string, Handle>,
  onError: (error: unknown) => void,
) {
  if (!work) return;
  try {
    const handle = handles.get(work.name);
    if (!handle) throw new Error(`Nobody does the work "${work.name}" in this version.`);
    await handle(work.data);
  } catch (error) {
    onError(error);
    throw error;
  }
}

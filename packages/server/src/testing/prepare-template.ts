import type { Database } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { startJobQueue } from '#jobs/start-job-queue.ts';

/** Everything that a first start would make in an empty database. */
export async function prepareTemplate(database: Database): Promise<void> {
  await migrate(database.db);
  const onError = (error: unknown) => {
    throw error;
  };
  const jobs = await startJobQueue({ database, hasWorkers: false, onError });
  await jobs.stop();
}

import type { Db } from '#db/database.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { FileStore } from './file-store.ts';

const JOB = 'remove files';
const FILES_PER_JOB = 500;

/** Has files removed when, and only when, the transaction commits: a file does not come back. */
export async function removeFilesLater(db: Db, jobs: JobQueue, paths: readonly string[]): Promise<void> {
  for (let start = 0; start < paths.length; start += FILES_PER_JOB) {
    await jobs.send(db, JOB, { paths: paths.slice(start, start + FILES_PER_JOB) });
  }
}

/** Removing twice does no harm, so that a job may be done again after a crash. */
export async function startRemovingFiles(jobs: JobQueue, files: FileStore): Promise<void> {
  await jobs.work(JOB, async (data) => {
    const { paths } = data as { paths: string[] }; // as sent above
    for (const path of paths) await files.remove(path);
  });
}

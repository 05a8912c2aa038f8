import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { isPostgresRun, openTestDatabase } from '#testing/test-database.ts';
import type { JobQueue } from './job-queue.ts';
import { startJobQueue } from './start-job-queue.ts';

let database: Database;
let jobs: JobQueue;
const errors: unknown[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  jobs = await startJobQueue({ database, hasWorkers: true, onError: (error) => errors.push(error) });
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

/** Registers a worker of its own; answers its name and what arrives first. */
async function expectWork() {
  const name = newId();
  const arrived = new Promise((resolve) => void jobs.work(name, async (data) => resolve(data)));
  return { name, arrived };
}

describe('a job', () => {
  it('is done after the change that needs it was committed', async () => {
    const { name, arrived } = await expectWork();
    const send = database.db
      .transaction()
      .execute((transaction) => jobs.send(transaction, name, { item: 'a' }));
    await send;
    expect(await arrived).toEqual({ item: 'a' });
  });

  it('is not done when the change failed', async () => {
    const lost = await expectWork();
    const failing = database.db.transaction().execute(async (transaction) => {
      await jobs.send(transaction, lost.name, {});
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    const { rows } = await database.execute(`select id from jobs.job where data->>'name' = $1`, [lost.name]);
    expect(rows).toEqual([]);
  });

  it('is tried again when it fails, and the failure is told', async () => {
    const name = newId();
    let attempts = 0;
    const done = new Promise<void>((resolve) => {
      void jobs.work(name, async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('the first attempt');
        resolve();
      });
    });
    await jobs.send(database.db, name, {});
    await done;
    expect(errors).toMatchObject([{ message: 'the first attempt' }]);
  });

  it.skipIf(isPostgresRun())(
    'that the end of the process cut off is taken up at the next start',
    async () => {
      const alone = await openTestDatabase();
      const onError = (error: unknown) => errors.push(error);
      const sending = await startJobQueue({ database: alone, hasWorkers: false, onError });
      await sending.send(alone.db, 'cut off', { item: 'b' });
      await alone.execute(`update jobs.job set state = 'active'`, []);
      const next = await startJobQueue({ database: alone, hasWorkers: true, onError });
      const arrived = new Promise((resolve) => void next.work('cut off', async (data) => resolve(data)));
      expect(await arrived).toEqual({ item: 'b' });
      await next.stop();
      await alone.close();
    },
  );
});

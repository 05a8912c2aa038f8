import { sql } from 'kysely';
import type { Database, Db } from '#db/database.ts';
import { findEndOfRange, type Range } from './copy-rows.ts';

/** Runs in a short transaction, so that others have their turn between two. */
export type InSlice = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;

const FIRST_COUNT = 50;
const MOST_AT_ONCE = 5_000;

/**
 * Walks over a table by its ids, as many at once as take about `sliceMs`: on the embedded database everybody
 * else waits that long.
 */
export async function walkInSlices(
  inSlice: InSlice,
  { root, environmentId, sliceMs }: { root: string; environmentId: string; sliceMs: number },
  work: (db: Db, range: Range, count: number) => Promise<void>,
): Promise<void> {
  let count = FIRST_COUNT;
  let after: string | null = '';
  while (after !== null) {
    const start: string = after;
    const took = { ms: 0 };
    after = await inSlice(async (db) => {
      const started = performance.now();
      const upTo = await findEndOfRange(db, root, { environmentId, after: start, count });
      await work(db, { after: start, upTo }, count);
      took.ms = performance.now() - started;
      return upTo;
    });
    count = nextCount(count, took.ms, sliceMs);
  }
}

/** Towards the time that a slice may take, at most doubled at once. */
export function nextCount(count: number, tookMs: number, sliceMs: number): number {
  const fitting = Math.floor((count * sliceMs) / Math.max(tookMs, 0.1));
  return Math.max(1, Math.min(fitting, count * 2, MOST_AT_ONCE));
}

/** What is consistent in an environment is so in its copy, and nothing is left of one that goes: keys need not be
 *  looked up row by row. Only who owns the database may say so, and it is certain only where one writes at a time. */
export async function trustForeignKeys({ kind }: Database, db: Db): Promise<void> {
  if (kind === 'embedded') await sql`set local session_replication_role = replica`.execute(db);
}

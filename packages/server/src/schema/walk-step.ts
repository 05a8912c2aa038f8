import { findEndOfRange, type Range } from '#api/environments/copy-rows.ts';
import { nextCount } from '#api/environments/slices.ts';
import type { Database, Db } from '#db/database.ts';
import { lockSchemaChange, STEPS, type Step, type StoredChange, saveStep } from './schema-change-table.ts';

/** Whoever reads or writes on the embedded database waits that long at most; elsewhere nobody waits. */
const SLICE_MS = { embedded: 35, postgres: 250 };
const FIRST_COUNT = 20;

export interface Walk {
  step: Step;
  root: 'item' | 'item_version';
  /** Rows held in memory at a time: a record has up to 300 KB. */
  most: number;
}

type Slice = (db: Db, range: Range, change: StoredChange) => Promise<void>;

/**
 * Takes a step of a change of the schema over a table, by its ids. What a slice does and that it is done are one
 * transaction: whoever takes the change up after a crash goes on behind the last slice.
 */
export async function walkStep(
  database: Database,
  job: { environmentId: string; jobId: string },
  walk: Walk,
  slice: Slice,
): Promise<void> {
  const sliceMs = SLICE_MS[database.kind];
  let count = FIRST_COUNT;
  for (let isMore = true; isMore; ) {
    const took = { ms: 0 };
    isMore = await database.db.transaction().execute(async (db) => {
      const started = performance.now();
      const result = await takeSlice(db, job, { ...walk, count }, slice);
      took.ms = performance.now() - started;
      return result;
    });
    count = Math.min(nextCount(count, took.ms, sliceMs), walk.most);
  }
}

async function takeSlice(
  db: Db,
  job: { environmentId: string; jobId: string },
  { step, root, count }: Walk & { count: number },
  slice: Slice,
): Promise<boolean> {
  const change = await lockSchemaChange(db, job);
  if (change?.step !== step) return false;
  const { environmentId } = job;
  const range = {
    after: change.cursor,
    upTo: await findEndOfRange(db, root, { environmentId, after: change.cursor, count }),
  };
  await slice(db, range, change);
  await saveStep(
    db,
    environmentId,
    range.upTo === null ? { step: stepAfter(step), cursor: '' } : { step, cursor: range.upTo },
  );
  return range.upTo !== null;
}

function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'end';
}

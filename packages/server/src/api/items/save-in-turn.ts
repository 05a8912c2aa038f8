import { Refusal, refusal } from '@recto/content/refusal';
import { inTransaction } from '#db/transaction.ts';
import type { RequestContext } from '#http/context.ts';
import { refuseLocked } from './refuse-locked.ts';
import { type LoadedItem, lockEnvironment } from './table.ts';

/** A change of a record in steps that can be taken again from the first one. */
export interface ItemWork<Loaded extends LoadedItem, Result> {
  load(context: RequestContext): Promise<Loaded>;
  may(loaded: Loaded, context: RequestContext): boolean;
  /** Decides and saves. */
  run(loaded: Loaded, context: RequestContext): Promise<Result>;
}

/**
 * Changes a record. When somebody else was faster nothing is saved, and where the caller named no version it does not
 * concern them: everything is decided again, from what there is by then and while nobody else can save.
 */
export async function saveInTurn<Loaded extends LoadedItem, Result>(
  context: RequestContext,
  loaded: Loaded,
  work: ItemWork<Loaded, Result>,
): Promise<Result> {
  refuseLocked(loaded, context);
  try {
    return await work.run(loaded, context);
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  return saveAlone(context, work);
}

/** The same, alone from the start: for what must see everything that points at the record. */
export function saveAlone<Loaded extends LoadedItem, Result>(
  context: RequestContext,
  work: ItemWork<Loaded, Result>,
): Promise<Result> {
  return inTransaction(context.db, async (db) => {
    const alone = { ...context, db };
    await lockEnvironment(db, context.environment.id);
    const loaded = await work.load(alone);
    if (!work.may(loaded, alone)) throw refusal('INSUFFICIENT_PERMISSIONS');
    refuseLocked(loaded, alone);
    return work.run(loaded, alone);
  });
}

function isConflict(error: unknown): boolean {
  return error instanceof Refusal && error.reasons.some(({ code }) => code === 'CONCURRENT_ITEM_UPDATE');
}

import type { FactsRequest } from '@recto/content/facts';
import { mergeFactsRequests } from '@recto/content/item/collect-facts';
import type { Circumstances, ItemChange } from '@recto/content/item/item-change';
import { Refusal, refusal } from '@recto/content/refusal';
import type { Tally } from '#bulk/attempt-each.ts';
import type { Db } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import type { RequestContext } from '#http/context.ts';
import { type Batch, openBatch } from './batch.ts';
import { circumstancesOf } from './circumstances.ts';
import { closeGaps } from './close-gaps.ts';
import { loadFacts } from './facts.ts';
import { factsOf } from './publication.ts';
import { refuseLocked } from './refuse-locked.ts';
import { refuseWhileModelChanges, saveChanges } from './save-changes.ts';
import { type LoadedItem, lockEnvironment } from './table.ts';

/** One operation on many records. */
export interface Operation {
  /** The records and all that the decisions have to know: one statement. */
  load(context: RequestContext, ids: readonly string[]): Promise<LoadedItem[]>;
  /** Decides about one of them, or refuses. */
  decide(
    loaded: LoadedItem,
    batch: Batch,
    circumstances: Circumstances,
    context: RequestContext,
  ): ItemChange[];
}

/** Whoever else writes waits for as long as these take; the number of statements is the same for one and for all. */
const AT_ONCE = 50;

/** Loads many records, decides about one after the other in memory, and saves what came of it at once. What is
 *  refused for one is done for the others all the same. */
export async function decideMany(
  context: RequestContext,
  ids: readonly string[],
  operation: Operation,
): Promise<Tally> {
  const tally: Tally = { successful: 0, failed: 0 };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const done = await inTransaction(context.db, (db) =>
      decideSome({ ...context, db }, db, ids.slice(at, at + AT_ONCE), operation),
    );
    tally.successful += done.successful;
    tally.failed += done.failed;
  }
  return tally;
}

/** Alone: nobody else saves between the decisions and the save. */
async function decideSome(
  context: RequestContext,
  db: Db,
  ids: readonly string[],
  operation: Operation,
): Promise<Tally> {
  await lockEnvironment(db, context.environment.id);
  const loaded = await operation.load(context, ids);
  const facts = await loadFacts(db, context.environment.id, wantedFacts(loaded, context));
  const batch = openBatch(loaded, facts, context);
  const circumstances = circumstancesOf(context, batch.facts);
  const tally: Tally = { successful: 0, failed: 0 };
  for (const id of ids) {
    try {
      const record = batch.find(id);
      if (!record) throw refusal('NOT_FOUND');
      refuseLocked(record, context);
      const decided = operation.decide(record, batch, circumstances, context);
      refuseWhileModelChanges(context, decided);
      batch.apply(decided);
      tally.successful += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tally.failed += 1;
    }
  }
  const changes = batch.changes();
  await saveChanges(context, { changes, facts, shifts: closeGaps(changes, context) }, db);
  return tally;
}

function wantedFacts(loaded: readonly LoadedItem[], context: RequestContext): FactsRequest {
  return mergeFactsRequests(loaded.flatMap(({ item }) => factsOf(item, context)));
}

import type { FactsRequest, ItemFacts } from '@recto/content/facts';
import { Refusal } from '@recto/content/refusal';
import type { RequestContext } from '#http/context.ts';
import { assumedFacts, keyOf, loadFirstFacts, type StoredFacts, uniqueValueRow } from './facts.ts';
import { FactsChanged } from './facts-changed.ts';
import { recallItem } from './known-items.ts';

/** Who wants to know, and which of the unique values it holds already. */
interface Own {
  itemId: string;
  values: Required<FactsRequest>['unique'];
}

/**
 * Decides and saves with what earlier saves have learned about the same records; values that nobody was seen to hold
 * are taken to be free. The statement that saves makes sure of all that. Where something is otherwise, nothing is
 * saved, everything is looked up, and the work is done again: nobody is refused because of something remembered.
 */
export async function withRecalledFacts<Result>(
  context: RequestContext,
  request: Required<FactsRequest>,
  own: Own,
  work: (facts: StoredFacts) => Promise<Result>,
): Promise<Result> {
  const recalled = recallFacts(context, request, own);
  if (!recalled) return work(await loadFirstFacts(context, request));
  try {
    return await work(recalled);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof FactsChanged)) throw error;
    return work(await loadFirstFacts(context, request));
  }
}

/** In a transaction, the statement that fails would take everything before it along. What is not published may have
 *  to be published in the same step, and assets are judged by more than is remembered. */
function recallFacts(
  { db, environment }: RequestContext,
  { items, uploads, unique }: Required<FactsRequest>,
  { itemId, values }: Own,
): StoredFacts | undefined {
  if (db.isTransaction || uploads.length > 0) return undefined;
  const found = items.map((id) => recallItem(environment.id, id));
  if (!found.every(isPublished)) return undefined;
  const own = new Set(values.map((value) => keyOf(uniqueValueRow(value, itemId))));
  const rows = unique.map((value) => uniqueValueRow(value, itemId));
  return assumedFacts({ items: found, held: rows.filter((row) => own.has(keyOf(row))) });
}

function isPublished(item: ItemFacts | undefined): item is ItemFacts {
  return item?.isPublished === true;
}

import type { FactsRequest } from '@recto/content/facts';
import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import type { Document, Item } from '@recto/content/item/item';
import { type ItemChange, joinChanges } from '@recto/content/item/item-change';
import { publishesOnSave, publishItem } from '@recto/content/item/publish-item';
import { fieldsWithStrategy } from '@recto/content/item/reference-strategies';
import type { RequestContext } from '#http/context.ts';
import { circumstancesOf } from './circumstances.ts';
import { loadFacts, type StoredFacts } from './facts.ts';
import { findPublicationReach, type LoadedItem } from './table.ts';

export interface Publication {
  item: Item;
  /** What the published document becomes. */
  document: Document;
  recursive: boolean;
  /** Unpublished records within reach of the cascade. */
  reach: readonly LoadedItem[];
}

/** Loads a record with everything that publishing it may take along. */
export function loadPublicationReach(context: RequestContext, ids: readonly string[]): Promise<LoadedItem[]> {
  const fields = fieldsWithStrategy(context, ({ onPublish }) => onPublish === 'publish_references');
  return findPublicationReach(context.db, context.environment.id, ids, fields);
}

/** Everything that the rules of all records within reach want to know: one statement. */
export function loadPublicationFacts(
  context: RequestContext,
  { item, document, reach }: Publication,
): Promise<StoredFacts> {
  const requests = [item, ...reach.map((loaded) => loaded.item)].flatMap((each) => factsOf(each, context));
  const request = mergeFactsRequests([collectFacts(document, item.itemTypeId, context), ...requests]);
  return loadFacts(context.db, context.environment.id, request);
}

/** What checking a record and its place among others needs. */
export function factsOf(item: Item, context: RequestContext): FactsRequest[] {
  const documents = item.published === item.current ? [item.current] : [item.current, item.published];
  return [
    { items: item.parentId === null ? [] : [item.parentId] },
    ...documents.flatMap((document) => (document ? [collectFacts(document, item.itemTypeId, context)] : [])),
  ];
}

export function decidePublication(
  context: RequestContext,
  { item, document, recursive, reach }: Publication,
  facts: StoredFacts,
): ItemChange[] {
  const reachable = new Map(reach.map((loaded) => [loaded.item.id, loaded.item]));
  return publishItem({ item, document, recursive, reachable }, circumstancesOf(context, facts));
}

/** On models without draft mode a save is a publication too, with the cascades of one. */
export async function publishSaved(
  context: RequestContext,
  saved: ItemChange,
  facts: StoredFacts,
): Promise<{ changes: ItemChange[]; facts: StoredFacts }> {
  const item = saved.after;
  const itemType = item && context.schema.itemTypes.get(item.itemTypeId);
  const isUnchanged = saved.versions.length === 0 && item?.publishedVersionId === item?.currentVersionId;
  if (!itemType || !publishesOnSave(itemType) || isUnchanged) return { changes: [saved], facts };
  const reach = await loadReachOfLinks(context, item, facts);
  const publication = { item, document: item.current, recursive: false, reach };
  const known = reach.length > 0 ? await loadPublicationFacts(context, publication) : facts;
  const [own, ...others] = decidePublication(context, publication, known);
  return { changes: own ? [joinChanges(saved, own), ...others] : [saved], facts: known };
}

/** Most saves link to nothing unpublished and need no further statement. */
async function loadReachOfLinks(
  context: RequestContext,
  item: Item,
  facts: StoredFacts,
): Promise<LoadedItem[]> {
  const view = facts.seenBy(item.id);
  const { items } = collectFacts(item.current, item.itemTypeId, context);
  const unpublished = items.filter((id) => id !== item.id && view.item(id)?.isPublished === false);
  return unpublished.length > 0 ? loadPublicationReach(context, unpublished) : [];
}

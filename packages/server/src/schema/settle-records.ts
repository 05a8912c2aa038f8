import type { DomainEvent } from '@recto/content/event';
import type { FieldRegistry } from '@recto/content/field-type';
import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Item } from '@recto/content/item/item';
import { itemEvent } from '@recto/content/item/item-change';
import { publishCurrent } from '@recto/content/schema/effects/migrate-item';
import { loadFacts } from '#api/items/facts.ts';
import type { Database, Db } from '#db/database.ts';
import { recordEvents } from '#http/record-events.ts';
import { judgeItem } from './judge-item.ts';
import { readSchema } from './load-schema.ts';
import { forgetTexts, repairIndexes } from './rebuild-indexes.ts';
import type { StoredChange } from './schema-change-table.ts';
import {
  markPublication,
  readShapedItems,
  type ShapedItem,
  settleRows,
  settleVersionRows,
} from './shaped-rows.ts';
import { walkStep } from './walk-step.ts';

const MOST_RECORDS = 300;
const MOST_VERSIONS = 1_000;

export interface Settling {
  database: Database;
  registry: FieldRegistry;
  siteId: string;
  environmentId: string;
  jobId: string;
  now(): Date;
}

/** After the switch: puts documents in their places, derives what is derived from them, judges them by the rules of
 *  the next schema, and tells what happened. */
export async function settleItems(settling: Settling): Promise<void> {
  const { database, registry, environmentId } = settling;
  const rules = { schema: await readSchema(database.db, environmentId), registry };
  const walk = { step: 'settle items', root: 'item', most: MOST_RECORDS } as const;
  await walkStep(database, settling, walk, async (db, range, change) => {
    const shaped = await readShapedItems(db, { ...change, range });
    if (shaped.length > 0) await settleSlice(db, shaped, { settling, change, rules });
  });
}

export async function settleVersions(settling: Settling): Promise<void> {
  const walk = { step: 'settle versions', root: 'item_version', most: MOST_VERSIONS } as const;
  await walkStep(settling.database, settling, walk, (db, range) =>
    settleVersionRows(db, settling.environmentId, range),
  );
}

interface Circumstances {
  settling: Settling;
  change: StoredChange;
  rules: DocumentRules;
}

async function settleSlice(
  db: Db,
  shaped: readonly ShapedItem[],
  { settling, change, rules }: Circumstances,
): Promise<void> {
  const { environmentId } = settling;
  const now = settling.now();
  const published = new Set(change.publishedItemTypeIds);
  const items = shaped.map(({ item }) =>
    published.has(item.itemTypeId) ? publishCurrent(item, now.toISOString()) : item,
  );
  await repairIndexes(db, environmentId, items, rules);
  const judged = await judgeItems(db, environmentId, items, rules);
  const changed = judged.filter((item, index) => isChanged(item, shaped[index]));
  const reshaped = shaped.filter(isReshaped).map(({ item }) => item.id);
  const newlyPublished = judged.filter((item, index) => isNewlyPublished(item, shaped[index]));
  if (reshaped.length > 0) await forgetTexts(db, environmentId, reshaped);
  await markPublication(db, environmentId, { itemIds: newlyPublished.map(({ id }) => id), now });
  await settleRows(db, environmentId, changed);
  const events = judged.flatMap((item, index) => eventsOf(item, shaped[index]));
  const environment = { id: environmentId, schemaVersion: change.schemaVersion };
  await recordEvents(db, { siteId: settling.siteId, environment, now }, events);
}

async function judgeItems(
  db: Db,
  environmentId: string,
  items: readonly Item[],
  rules: DocumentRules,
): Promise<Item[]> {
  const requests = items.flatMap((item) =>
    [item.current, item.published === item.current ? null : item.published]
      .filter((document) => document !== null)
      .map((document) => collectFacts(document, item.itemTypeId, rules)),
  );
  const facts = await loadFacts(db, environmentId, mergeFactsRequests(requests));
  return items.map((item) => judgeItem(item, rules, facts));
}

function isReshaped({ isCurrentReshaped, isPublishedReshaped }: ShapedItem): boolean {
  return isCurrentReshaped || isPublishedReshaped;
}

function isChanged(after: Item, before: ShapedItem | undefined): boolean {
  if (!before) return false;
  const { item } = before;
  return (
    isReshaped(before) ||
    isNewlyPublished(after, before) ||
    item.isCurrentValid !== after.isCurrentValid ||
    item.isPublishedValid !== after.isPublishedValid
  );
}

function isNewlyPublished(after: Item, before: ShapedItem | undefined): boolean {
  return before !== undefined && before.item.publishedVersionId !== after.publishedVersionId;
}

function eventsOf(after: Item, before: ShapedItem | undefined): DomainEvent[] {
  if (!before) return [];
  const isPublished = before.isPublishedReshaped || isNewlyPublished(after, before);
  return [
    ...(before.isCurrentReshaped ? [itemEvent('update', after)] : []),
    ...(isPublished ? [itemEvent('publish', after)] : []),
  ];
}

import type { DomainEvent } from '@recto/content/event';
import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Item } from '@recto/content/item/item';
import { isSameJson } from '@recto/content/json';
import { affectedItemTypes, modelsLosingLinks } from '@recto/content/schema/effects/affected-item-types';
import { migrateDocument, type SchemaMigration } from '@recto/content/schema/effects/migrate-document';
import { leavesDraftMode, migrateItem, migrationEvents } from '@recto/content/schema/effects/migrate-item';
import type { Schema } from '@recto/content/schema/schema';
import { loadFacts } from '#api/items/facts.ts';
import type { RequestContext } from '#http/context.ts';
import { judgeItem } from './judge-item.ts';
import { readHistory, readItems, readItemTypesOfItems, saveItems, saveVersions } from './migrated-rows.ts';
import { rebuildIndexes } from './rebuild-indexes.ts';
import { hashedId } from './repeatable-ids.ts';
import { markPublication } from './shaped-rows.ts';

/** Records held in memory at a time: a record has up to 300 KB. */
const SLICE = 200;

/**
 * Carries the stored records of an environment from one schema to the next: every version of every record that
 * the change concerns, at any depth of blocks, with their indexes, validity and events.
 */
export async function migrateRecords(
  context: RequestContext,
  { before, after }: { before: Schema; after: Schema },
): Promise<void> {
  const { db, environment, registry } = context;
  await recordDestroyedItems(context, before, after);
  const affected = affectedItemTypes(before, after, registry).map((itemType) => itemType.id);
  if (affected.length === 0) return;
  const losing = [...modelsLosingLinks(before, after, registry)];
  const lost = await readItemTypesOfItems(db, environment.id, losing);
  const migration: SchemaMigration = {
    before,
    after,
    registry,
    itemTypeOf: (itemId) => lost.get(itemId),
    copyOfBlock: (blockId, locale) => hashedId(`${blockId} ${locale}`),
  };
  await inSlices(
    (after) => readItems(db, { environmentId: environment.id, itemTypeIds: affected, after, size: SLICE }),
    async (items) => {
      await migrateItems(context, items, migration);
      await migrateHistory(context, items, migration);
    },
  );
}

/** Records go with their model; whoever keeps something about them has to know. */
async function recordDestroyedItems(context: RequestContext, before: Schema, after: Schema): Promise<void> {
  const gone = [...before.itemTypes.keys()].filter((id) => !after.itemTypes.has(id));
  const items = await readItemTypesOfItems(context.db, context.environment.id, gone);
  const events = [...items].map(
    ([entityId, itemTypeId]): DomainEvent => ({
      entityType: 'item',
      eventType: 'delete',
      entityId,
      details: { itemTypeId },
    }),
  );
  for (let at = 0; at < events.length; at += SLICE) await context.record(events.slice(at, at + SLICE));
}

async function inSlices<Row extends { id: string }>(
  read: (after: string) => Promise<Row[]>,
  handle: (rows: Row[]) => Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await read(after);
    if (rows.length > 0) await handle(rows);
    if (rows.length < SLICE) return;
    after = rows.at(-1)?.id ?? '';
  }
}

async function migrateItems(
  context: RequestContext,
  items: Item[],
  migration: SchemaMigration,
): Promise<void> {
  const { db, environment, registry } = context;
  const rules = { schema: migration.after, registry };
  const migrated = items.map((item) => migrateItem(item, migration, context.now.toISOString()));
  const pairs = migrated.map((after, index) => ({ before: items[index] ?? after, after }));
  const oldRules = { schema: migration.before, registry };
  await rebuildIndexes(db, environment.id, pairs, { before: oldRules, after: rules });
  const facts = await loadFacts(db, environment.id, mergeFactsRequests(documentsOf(migrated, rules)));
  const checked = migrated.map((item) => judgeItem(item, rules, facts));
  const changed = checked.filter((item, index) => !isSameJson(item, items[index]));
  const itemIds = items.filter((item) => isPublishedNow(item, migration)).map(({ id }) => id);
  await markPublication(db, environment.id, { itemIds, now: context.now });
  await saveItems(db, environment.id, changed);
  await context.record(items.flatMap((item, index) => migrationEvents(item, checked[index] ?? item)));
}

function isPublishedNow(item: Item, migration: SchemaMigration): boolean {
  return leavesDraftMode(item.itemTypeId, migration) && item.publishedVersionId !== item.currentVersionId;
}

/** Versions that are neither current nor published any more. */
async function migrateHistory(
  { db, environment }: RequestContext,
  items: readonly Item[],
  migration: SchemaMigration,
): Promise<void> {
  const itemTypeIds = new Map(items.map((item) => [item.id, item.itemTypeId]));
  await inSlices(
    (after) => readHistory(db, { environmentId: environment.id, items, after, size: SLICE }),
    async (versions) => {
      const changed = versions.flatMap((version) => {
        const itemTypeId = itemTypeIds.get(version.item_id) ?? '';
        const document = migrateDocument(version.document, itemTypeId, migration);
        return isSameJson(document, version.document) ? [] : [{ id: version.id, document }];
      });
      await saveVersions(db, environment.id, changed);
    },
  );
}

function documentsOf(items: readonly Item[], rules: DocumentRules) {
  return items.flatMap((item) =>
    [item.current, item.published]
      .filter((document) => document !== null)
      .map((document) => collectFacts(document, item.itemTypeId, rules)),
  );
}

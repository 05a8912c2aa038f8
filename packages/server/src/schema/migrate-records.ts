import { createHash } from 'node:crypto';
import type { DomainEvent } from '@recto/content/event';
import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Item } from '@recto/content/item/item';
import { validateDocument } from '@recto/content/item/validate-document';
import { isSameJson } from '@recto/content/json';
import { affectedItemTypes, modelsLosingLinks } from '@recto/content/schema/effects/affected-item-types';
import { migrateDocument, type SchemaMigration } from '@recto/content/schema/effects/migrate-document';
import { leavesDraftMode, migrateItem, migrationEvents } from '@recto/content/schema/effects/migrate-item';
import type { Schema } from '@recto/content/schema/schema';
import { loadFacts, type StoredFacts } from '#api/items/facts.ts';
import type { RequestContext } from '#http/context.ts';
import {
  markPublication,
  readItems,
  readItemTypesOfItems,
  readVersions,
  type SliceOf,
  saveItems,
  saveVersions,
} from './migrated-rows.ts';
import { rebuildIndexes } from './rebuild-indexes.ts';
import { renumberItems } from './renumber-items.ts';

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
  const { db, environment, registry, now } = context;
  await renumberItems(db, environment.id, { before, after });
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
    copyOfBlock,
  };
  for (const id of affected) {
    if (leavesDraftMode(id, migration)) await markPublication(db, environment.id, id, now);
  }
  const scope = { environmentId: environment.id, itemTypeIds: affected, size: SLICE };
  await inSlices(
    scope,
    (slice) => readItems(db, slice),
    (items) => migrateItems(context, items, migration),
  );
  await inSlices(
    scope,
    (slice) => readVersions(db, slice),
    async (versions) => {
      const migrated = versions.map((version) => ({
        ...version,
        document: migrateDocument(version.document, version.item_type_id, migration),
      }));
      const changed = migrated.filter(
        (version, index) => !isSameJson(version.document, versions[index]?.document),
      );
      await saveVersions(db, environment.id, changed);
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
  scope: Omit<SliceOf, 'after'>,
  read: (slice: SliceOf) => Promise<Row[]>,
  handle: (rows: Row[]) => Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await read({ ...scope, after });
    if (rows.length === 0) return;
    await handle(rows);
    if (rows.length < scope.size) return;
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
  await rebuildIndexes(db, environment.id, migrated, rules);
  const facts = await loadFacts(db, environment.id, mergeFactsRequests(documentsOf(migrated, rules)));
  const checked = migrated.map((item) => withValidity(item, rules, facts));
  await saveItems(
    db,
    environment.id,
    checked.filter((item, index) => !isSameItem(item, items[index])),
  );
  await context.record(items.flatMap((item, index) => migrationEvents(item, checked[index] ?? item)));
}

function documentsOf(items: readonly Item[], rules: DocumentRules) {
  return items.flatMap((item) =>
    [item.current, item.published]
      .filter((document) => document !== null)
      .map((document) => collectFacts(document, item.itemTypeId, rules)),
  );
}

function withValidity(item: Item, rules: DocumentRules, facts: StoredFacts): Item {
  const isValid = (document: Item['current']) =>
    validateDocument(document, item.itemTypeId, rules, facts.seenBy(item.id)).length === 0;
  return {
    ...item,
    isCurrentValid: isValid(item.current),
    isPublishedValid: item.published && isValid(item.published),
  };
}

function isSameItem(a: Item, b: Item | undefined): boolean {
  return isSameJson(a, b);
}

/** The same new id for the same block and locale, whichever version it stands in. */
function copyOfBlock(blockId: string, locale: string): string {
  const bytes = createHash('sha256').update(`${blockId} ${locale}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('base64url');
}

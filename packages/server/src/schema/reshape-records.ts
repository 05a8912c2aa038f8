import type { FieldRegistry } from '@recto/content/field-type';
import type { Document, Item } from '@recto/content/item/item';
import { isSameJson } from '@recto/content/json';
import { modelsLosingLinks } from '@recto/content/schema/effects/affected-item-types';
import { migrateDocument, type SchemaMigration } from '@recto/content/schema/effects/migrate-document';
import type { Schema } from '@recto/content/schema/schema';
import { findEndOfRange } from '#api/environments/copy-rows.ts';
import type { Database, Db } from '#db/database.ts';
import { hashedId } from './repeatable-ids.ts';
import {
  listItemsOf,
  type NextDocuments,
  readShapedItems,
  readShapedVersions,
  saveNextDocuments,
  saveNextVersions,
} from './shaped-rows.ts';
import { walkStep } from './walk-step.ts';

const MOST_RECORDS = 300;
const MOST_VERSIONS = 600;
const PAGE = 1_500;

/** Writes documents in the shape of the next schema beside those that readers see: every version of every record
 *  that the change concerns. */
export async function reshapeItems(database: Database, job: Job, migration: SchemaMigration): Promise<void> {
  await walkStep(
    database,
    job,
    { step: 'reshape items', root: 'item', most: MOST_RECORDS },
    async (db, range, change) => {
      const items = await readShapedItems(db, { ...change, range });
      const next = items.flatMap(({ item }) => reshape(item, migration));
      await saveNextDocuments(db, job.environmentId, next);
    },
  );
}

/** Those that are neither current nor published any more; the others go with their record. */
export async function reshapeVersions(
  database: Database,
  job: Job,
  migration: SchemaMigration,
): Promise<void> {
  await walkStep(
    database,
    job,
    { step: 'reshape versions', root: 'item_version', most: MOST_VERSIONS },
    async (db, range, change) => {
      const versions = await readShapedVersions(db, { ...change, range });
      const next = versions.flatMap(({ id, item_type_id, document }) => {
        const reshaped = migrateDocument(document, item_type_id, migration);
        return isSameJson(reshaped, document) ? [] : [{ id, document: reshaped }];
      });
      await saveNextVersions(db, job.environmentId, next);
    },
  );
}

interface Job {
  environmentId: string;
  jobId: string;
}

/** With what has to be known about other records. */
export async function openMigration(
  { db }: Database,
  environmentId: string,
  { before, after, registry }: { before: Schema; after: Schema; registry: FieldRegistry },
): Promise<SchemaMigration> {
  const losing = [...modelsLosingLinks(before, after, registry)];
  const lost = losing.length > 0 ? await readItemTypes(db, environmentId, losing) : new Map();
  return {
    before,
    after,
    registry,
    itemTypeOf: (itemId) => lost.get(itemId),
    copyOfBlock: (blockId, locale) => hashedId(`${blockId} ${locale}`),
  };
}

/** By record; in pages that take some 30 ms each on the embedded database. */
async function readItemTypes(
  db: Db,
  environmentId: string,
  itemTypeIds: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after: string | null = ''; after !== null; ) {
    const upTo: string | null = await findEndOfRange(db, 'item', { environmentId, after, count: PAGE });
    const range = { after, upTo };
    for (const { id, item_type_id } of await listItemsOf(db, { environmentId, itemTypeIds, range })) {
      found.set(id, item_type_id);
    }
    after = upTo;
  }
  return found;
}

function reshape(item: Item, migration: SchemaMigration): NextDocuments[] {
  const isSame = item.publishedVersionId === item.currentVersionId;
  const current = reshaped(item.current, item, migration);
  const published = isSame || item.published === null ? null : reshaped(item.published, item, migration);
  if (!current && !published) return [];
  return [{ id: item.id, current, published, is_same: isSame }];
}

/** Null where the shape stays. */
function reshaped(document: Document, { itemTypeId }: Item, migration: SchemaMigration): Document | null {
  const next = migrateDocument(document, itemTypeId, migration);
  return isSameJson(next, document) ? null : next;
}

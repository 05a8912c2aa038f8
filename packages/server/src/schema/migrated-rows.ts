import type { Document, Item } from '@recto/content/item/item';
import { sql } from 'kysely';
import { type ItemColumns, itemColumns, itemFromRow } from '#api/items/table.ts';
import type { Db } from '#db/database.ts';

/** The next rows of a table, in the order of their ids. */
interface Slice {
  environmentId: string;
  /** The last id of the slice before; empty at first. */
  after: string;
  size: number;
}

export async function readItems(db: Db, slice: Slice & { itemTypeIds: readonly string[] }): Promise<Item[]> {
  const { rows } = await sql<ItemColumns>`
    select ${itemColumns} from item i
    where i.environment_id = ${slice.environmentId} and i.item_type_id = any(${slice.itemTypeIds}::text[])
      and i.id > ${slice.after}
    order by i.id limit ${slice.size}`.execute(db);
  return rows.map(itemFromRow);
}

export interface StoredVersion {
  id: string;
  item_id: string;
  document: Document;
}

/** Past versions of some records. The current and the published one go with their record. */
export async function readHistory(
  db: Db,
  slice: Slice & { items: readonly Item[] },
): Promise<StoredVersion[]> {
  const ids = slice.items.map((item) => item.id);
  const live = slice.items.flatMap((item) => [item.currentVersionId, item.publishedVersionId ?? '']);
  // "offset 0" keeps the planner from reading all versions of the environment instead of those of each record.
  const { rows } = await sql<StoredVersion>`
    select v.id, v.item_id, v.document
    from unnest(${ids}::text[]) as wanted(item_id)
    cross join lateral (
      select id, item_id, document from item_version
      where environment_id = ${slice.environmentId} and item_id = wanted.item_id offset 0
    ) v
    where v.id > ${slice.after} and v.id <> all(${live}::text[])
    order by v.id limit ${slice.size}`.execute(db);
  return rows;
}

export async function saveVersions(
  db: Db,
  environmentId: string,
  versions: readonly Pick<StoredVersion, 'id' | 'document'>[],
): Promise<void> {
  if (versions.length === 0) return;
  await sql`
    update item_version v set document = c.document
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as c(id text, document jsonb)
    where v.environment_id = ${environmentId} and v.id = c.id`.execute(db);
}

/** Documents, validity and state of publication, and the versions of both documents in the history. A published
 *  document that is the current one travels once. */
export async function saveItems(db: Db, environmentId: string, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const changed = items.map((item) => ({
    id: item.id,
    current: item.current,
    is_current_valid: item.isCurrentValid,
    is_same: item.publishedVersionId === item.currentVersionId,
    published: item.publishedVersionId === item.currentVersionId ? null : item.published,
    published_version_id: item.publishedVersionId,
    is_published_valid: item.isPublishedValid,
    published_at: item.publishedAt,
    first_published_at: item.firstPublishedAt,
  }));
  await sql`
    update item i set
      current = c.current, is_current_valid = c.is_current_valid,
      published = case when c.is_same then c.current
        when c.published_version_id is null then null else c.published end,
      published_version_id = c.published_version_id, is_published_valid = c.is_published_valid,
      published_at = c.published_at, first_published_at = c.first_published_at
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(
      id text, current jsonb, is_current_valid boolean, is_same boolean, published jsonb,
      published_version_id text, is_published_valid boolean, published_at timestamptz,
      first_published_at timestamptz)
    where i.environment_id = ${environmentId} and i.id = c.id`.execute(db);
  const ids = items.map((item) => item.id);
  await sql`
    update item_version v set document = case when v.id = i.current_version_id then i.current else i.published end
    from item i
    where i.environment_id = ${environmentId} and i.id = any(${ids}::text[])
      and v.environment_id = i.environment_id and v.id in (i.current_version_id, i.published_version_id)`.execute(
    db,
  );
}

/** The ids of all records of some models. */
export async function readItemTypesOfItems(
  db: Db,
  environmentId: string,
  itemTypeIds: readonly string[],
): Promise<Map<string, string>> {
  if (itemTypeIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; item_type_id: string }>`
    select id, item_type_id from item
    where environment_id = ${environmentId} and item_type_id = any(${itemTypeIds}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.item_type_id]));
}

/** How many versions the records of some models have, counted as far as `enough`. */
export async function countVersions(
  db: Db,
  environmentId: string,
  itemTypeIds: readonly string[],
  enough: number,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*)::text as count from (
      select 1 from item i join item_version v on v.environment_id = i.environment_id and v.item_id = i.id
      where i.environment_id = ${environmentId} and i.item_type_id = any(${itemTypeIds}::text[])
      limit ${enough}
    ) counted`.execute(db);
  return Number(rows[0]?.count);
}

/** Nothing counts rows by itself in the embedded database. Without a count the planner expects a handful and
 *  reads the whole environment for every slice. Some columns only: documents would have to be unpacked. */
export async function countRowsForPlanner(db: Db): Promise<void> {
  await sql`
    analyze item (environment_id, id, item_type_id), item_version (environment_id, id, item_id),
      block (environment_id, item_id), reference (environment_id, item_id),
      unique_value (environment_id, item_id)`.execute(db);
}

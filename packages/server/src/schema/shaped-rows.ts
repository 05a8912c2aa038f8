import type { Document, Item } from '@recto/content/item/item';
import { sql } from 'kysely';
import { isInRange, type Range } from '#api/environments/copy-rows.ts';
import { type ItemColumns, itemColumns, itemFromRow } from '#api/items/table.ts';
import type { Db } from '#db/database.ts';

/** Records of some models within a range of ids. */
interface Slice {
  environmentId: string;
  itemTypeIds: readonly string[];
  range: Range;
}

/** A record as readers see it, and which of its documents stand beside the row's own. */
export interface ShapedItem {
  item: Item;
  isCurrentReshaped: boolean;
  isPublishedReshaped: boolean;
}

export async function readShapedItems(
  db: Db,
  { environmentId, itemTypeIds, range }: Slice,
): Promise<ShapedItem[]> {
  const { rows } = await sql<ItemColumns & { is_current_reshaped: boolean; is_published_reshaped: boolean }>`
    select ${itemColumns}, i.next_current is not null as is_current_reshaped,
      i.next_published is not null as is_published_reshaped
    from item i
    where i.environment_id = ${environmentId} and ${isInRange('i.id', range)}
      and i.item_type_id = any(${[...itemTypeIds]}::text[])`.execute(db);
  return rows.map((row) => ({
    item: itemFromRow(row),
    isCurrentReshaped: row.is_current_reshaped,
    isPublishedReshaped: row.is_published_reshaped,
  }));
}

interface VersionToShape {
  id: string;
  item_type_id: string;
  document: Document;
}

export async function readShapedVersions(
  db: Db,
  { environmentId, itemTypeIds, range }: Slice,
): Promise<VersionToShape[]> {
  // "offset 0" keeps each lookup a search by key, whatever the planner knows about sizes.
  const { rows } = await sql<VersionToShape>`
    select v.id, i.item_type_id, v.document
    from item_version v cross join lateral (
      select item_type_id, current_version_id, published_version_id from item
      where environment_id = ${environmentId} and id = v.item_id offset 0) as i
    where v.environment_id = ${environmentId} and ${isInRange('v.id', range)}
      and i.item_type_id = any(${[...itemTypeIds]}::text[])
      and v.id <> i.current_version_id and v.id is distinct from i.published_version_id`.execute(db);
  return rows;
}

/** Null: the document keeps its shape. A published document that is the current one travels once. */
export interface NextDocuments {
  id: string;
  current: Document | null;
  published: Document | null;
  is_same: boolean;
}

export async function saveNextDocuments(
  db: Db,
  environmentId: string,
  next: readonly NextDocuments[],
): Promise<void> {
  if (next.length === 0) return;
  await sql`
    update item i set next_current = c.current,
      next_published = case when c.is_same then c.current else c.published end
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb)
      as c(id text, current jsonb, published jsonb, is_same boolean)
    where i.environment_id = ${environmentId} and i.id = c.id
      and i.id = any(${next.map(({ id }) => id)}::text[])`.execute(db);
}

export async function saveNextVersions(
  db: Db,
  environmentId: string,
  next: readonly { id: string; document: Document }[],
): Promise<void> {
  if (next.length === 0) return;
  await sql`
    update item_version v set next_document = c.document
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as c(id text, document jsonb)
    where v.environment_id = ${environmentId} and v.id = c.id
      and v.id = any(${next.map(({ id }) => id)}::text[])`.execute(db);
}

/** Puts the documents that stood beside in the place of the old ones, in the record and in its history, with what
 *  the record was found to be. */
export async function settleRows(db: Db, environmentId: string, settled: readonly Item[]): Promise<void> {
  if (settled.length === 0) return;
  const ids = settled.map(({ id }) => id);
  const columns = settled.map((item) => ({
    id: item.id,
    is_current_valid: item.isCurrentValid,
    published_version_id: item.publishedVersionId,
    is_published_valid: item.isPublishedValid,
    published_at: item.publishedAt,
    first_published_at: item.firstPublishedAt,
  }));
  await sql`
    update item_version v set
      document = case when v.id = i.current_version_id then coalesce(i.next_current, v.document)
        else coalesce(i.next_published, v.document) end
    from item i
    where i.environment_id = ${environmentId} and i.id = any(${ids}::text[])
      and (i.next_current is not null or i.next_published is not null)
      and v.environment_id = ${environmentId} and v.id in (i.current_version_id, i.published_version_id)`.execute(
    db,
  );
  await sql`
    update item i set
      current = coalesce(i.next_current, i.current),
      published = case when c.published_version_id is null then null
        when c.published_version_id = i.current_version_id then coalesce(i.next_current, i.current)
        else coalesce(i.next_published, i.published) end,
      next_current = null, next_published = null,
      is_current_valid = c.is_current_valid, published_version_id = c.published_version_id,
      is_published_valid = c.is_published_valid, published_at = c.published_at,
      first_published_at = c.first_published_at
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as c(
      id text, is_current_valid boolean, published_version_id text, is_published_valid boolean,
      published_at timestamptz, first_published_at timestamptz)
    where i.environment_id = ${environmentId} and i.id = c.id and i.id = any(${ids}::text[])`.execute(db);
}

/** From when to when a version was the published one, for records that are all published now. */
export async function markPublication(
  db: Db,
  environmentId: string,
  { itemIds, now }: { itemIds: readonly string[]; now: Date },
): Promise<void> {
  if (itemIds.length === 0) return;
  await sql`
    update item_version v set
      published_from = case when v.id = i.current_version_id then ${now}::timestamptz else v.published_from end,
      published_until = case when v.id = i.current_version_id then null else ${now}::timestamptz end
    from item i
    where i.environment_id = ${environmentId} and i.id = any(${[...itemIds]}::text[])
      and i.published_version_id is distinct from i.current_version_id
      and v.environment_id = ${environmentId}
      and v.id in (i.current_version_id, i.published_version_id)`.execute(db);
}

export async function settleVersionRows(db: Db, environmentId: string, range: Range): Promise<void> {
  await sql`
    update item_version set document = next_document, next_document = null
    where environment_id = ${environmentId} and ${isInRange('id', range)} and next_document is not null`.execute(
    db,
  );
}

/** Forgets what was prepared. */
export async function forgetNext(
  db: Db,
  root: 'item' | 'item_version',
  { environmentId, range }: { environmentId: string; range: Range },
): Promise<void> {
  const reset = root === 'item' ? sql`next_current = null, next_published = null` : sql`next_document = null`;
  const isPrepared =
    root === 'item'
      ? sql`(next_current is not null or next_published is not null)`
      : sql`next_document is not null`;
  await sql`
    update ${sql.table(root)} set ${reset}
    where environment_id = ${environmentId} and ${isInRange('id', range)} and ${isPrepared}`.execute(db);
}

export async function listItemsOf(
  db: Db,
  { environmentId, itemTypeIds, range }: Slice,
): Promise<{ id: string; item_type_id: string }[]> {
  const { rows } = await sql<{ id: string; item_type_id: string }>`
    select id, item_type_id from item where environment_id = ${environmentId} and ${isInRange('id', range)}
      and item_type_id = any(${[...itemTypeIds]}::text[])`.execute(db);
  return rows;
}

/** Answers which records they were. */
export async function deleteItemsOf(
  db: Db,
  { environmentId, itemTypeIds, range }: Slice,
): Promise<{ id: string; item_type_id: string }[]> {
  const { rows } = await sql<{ id: string; item_type_id: string }>`
    delete from item where environment_id = ${environmentId} and ${isInRange('id', range)}
      and item_type_id = any(${[...itemTypeIds]}::text[]) returning id, item_type_id`.execute(db);
  return rows;
}

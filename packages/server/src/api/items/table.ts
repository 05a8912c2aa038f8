import type { CreatorType, Document, Identity, Item } from '@recto/content/item/item';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { Confirmation } from '#http/recalled-caller.ts';

/** A record as it is read for an answer. */
export interface LoadedItem {
  item: Item;
  hasChildren: boolean;
  /** Who holds its lock, where it is read to be changed. */
  lock?: ItemLock | null;
}

export interface ItemLock {
  editor: Identity;
  lastActivityAt: Date;
}

/** What the select list below yields. Dates are `Date`s, documents are parsed. */
export interface ItemColumns {
  id: string;
  item_type_id: string;
  current: Document;
  current_version_id: string;
  is_current_valid: boolean;
  published: Document | null;
  published_version_id: string | null;
  is_published_valid: boolean | null;
  creator_type: string;
  creator_id: string;
  created_at: Date;
  updated_at: Date;
  published_at: Date | null;
  first_published_at: Date | null;
  publication_scheduled_at: Date | null;
  unpublishing_scheduled_at: Date | null;
  position: number | null;
  parent_id: string | null;
  stage: string | null;
}

/** While a change of the schema settles, the next shape of a document may stand beside the one it replaces. Where
 *  nothing stands beside, nobody asks whether it does. */
export function documentColumn(name: 'current' | 'published') {
  const own = sql.ref(`i.${name}`);
  const next = sql.ref(`i.next_${name}`);
  return sql`case when ${next} is null then ${own}
    when (select is_settling from schema_change where environment_id = i.environment_id) then ${next}
    else ${own} end`;
}

/** Every column of `item i` that a record is made of. */
export const itemColumns = sql`i.id, i.item_type_id, ${documentColumn('current')} as current,
  i.current_version_id, i.is_current_valid,
  case when i.published_version_id <> i.current_version_id then ${documentColumn('published')} end as published,
  i.published_version_id, i.is_published_valid, i.creator_type, i.creator_id, i.created_at, i.updated_at,
  i.published_at, i.first_published_at, i.publication_scheduled_at, i.unpublishing_scheduled_at, i.position,
  i.parent_id, i.stage`;

const hasChildren = sql`exists (select 1 from item c where c.environment_id = i.environment_id
  and c.item_type_id = i.item_type_id and c.parent_id = i.id) as has_children`;

const lock = sql`(select json_build_object('type', s.editor_type, 'id', s.editor_id, 'at', s.last_activity_at)
  from editing_session s where s.environment_id = i.environment_id and s.item_id = i.id
    and s.locked_at is not null) as lock`;

interface ChangeableColumns extends ItemColumns {
  has_children: boolean;
  lock: (Identity & { at: string }) | null;
}

function changeableFromRow(row: ChangeableColumns): LoadedItem {
  const lock = row.lock && {
    editor: { type: row.lock.type, id: row.lock.id },
    lastActivityAt: new Date(row.lock.at),
  };
  return { item: itemFromRow(row), hasChildren: row.has_children, lock };
}

/** The record with the key `w.id`. `offset 0` keeps the lookup a search by key: joined as a whole, it would be
 *  planned once, while the table is small, and read it whole for ever after. */
function itemByKey(environmentId: string) {
  return sql`(select * from item where environment_id = ${environmentId} and id = w.id offset 0)`;
}

/** Row → record. Where both versions are one, the select list sends the document once. */
export function itemFromRow(row: ItemColumns): Item {
  const isPublished = row.published_version_id !== null;
  const isSame = row.published_version_id === row.current_version_id;
  return {
    id: row.id,
    itemTypeId: row.item_type_id,
    current: row.current,
    currentVersionId: row.current_version_id,
    isCurrentValid: row.is_current_valid,
    published: isSame ? row.current : isPublished ? row.published : null,
    publishedVersionId: row.published_version_id,
    isPublishedValid: row.is_published_valid,
    creator: { type: row.creator_type as CreatorType, id: row.creator_id },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    publishedAt: isoOf(row.published_at),
    firstPublishedAt: isoOf(row.first_published_at),
    publicationScheduledAt: isoOf(row.publication_scheduled_at),
    unpublishingScheduledAt: isoOf(row.unpublishing_scheduled_at),
    position: row.position,
    parentId: row.parent_id,
    stage: row.stage,
  };
}

function isoOf(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

export async function findItem(
  db: Db,
  environmentId: string,
  id: string,
  confirmation?: Confirmation | null,
): Promise<LoadedItem | undefined> {
  const caller = confirmation ? sql`, ${confirmation.question} as caller` : sql``;
  const { rows } = await sql<ChangeableColumns & { caller?: string | null }>`
    select ${itemColumns}, ${hasChildren}, ${lock}${caller} from item i
    where i.environment_id = ${environmentId} and i.id = ${id}`.execute(db);
  if (rows[0]) confirmation?.compare(rows[0].caller);
  return rows[0] && changeableFromRow(rows[0]);
}

/** The record with this id, or the record in which the block with this id lives. */
export async function findItemOrHolder(
  db: Db,
  environmentId: string,
  id: string,
): Promise<LoadedItem | undefined> {
  const { rows } = await sql<ItemColumns & { has_children: boolean }>`
    select ${itemColumns}, ${hasChildren} from item i
    where i.environment_id = ${environmentId} and i.id = coalesce(
      (select id from item where environment_id = ${environmentId} and id = ${id}),
      (select item_id from block where environment_id = ${environmentId} and id = ${id}))`.execute(db);
  return rows[0] && { item: itemFromRow(rows[0]), hasChildren: rows[0].has_children };
}

/** Records and every unpublished record that publishing them can reach: along the fields that publish what they
 *  point at, and up the tree. */
export async function findPublicationReach(
  db: Db,
  environmentId: string,
  ids: readonly string[],
  cascadingFields: readonly string[],
): Promise<LoadedItem[]> {
  return loadClosure(
    db,
    sql`reach(id) as (
      select unnest(${[...ids]}::text[])
      union
      select t.id from reach
      cross join lateral (
        select r.target_id from reference r
        where r.environment_id = ${environmentId} and r.item_id = reach.id and r.in_current
          and r.target_kind = 'item' and split_part(r.path, '/', -1) = any(${[...cascadingFields]}::text[])
        union all
        select p.parent_id from item p where p.environment_id = ${environmentId} and p.id = reach.id
          and p.parent_id is not null
      ) as next(id)
      cross join lateral (
        select id from item where environment_id = ${environmentId} and id = next.id
          and published_version_id is null offset 0
      ) as t
    )`,
    environmentId,
  );
}

/** Records and every published record that unpublishing them concerns: who points at them or at another one that
 *  has to go, and their descendants. */
export async function findRemovalReach(
  db: Db,
  environmentId: string,
  ids: readonly string[],
  cascadingFields: readonly string[],
): Promise<LoadedItem[]> {
  return loadClosure(
    db,
    sql`reach(id, goes) as (
      select unnest(${[...ids]}::text[]), true
      union
      select t.id, next.goes from reach
      cross join lateral (
        select r.item_id, split_part(r.path, '/', -1) = any(${[...cascadingFields]}::text[]) from reference r
        where r.environment_id = ${environmentId} and r.target_id = reach.id and r.target_kind = 'item'
          and r.in_published
        union all
        select c.id, true from item c join item p on p.environment_id = c.environment_id and p.id = reach.id
        where c.environment_id = ${environmentId} and c.item_type_id = p.item_type_id and c.parent_id = reach.id
      ) as next(id, goes)
      cross join lateral (
        select id from item where environment_id = ${environmentId} and id = next.id
          and published_version_id is not null offset 0
      ) as t
      where reach.goes
    )`,
    environmentId,
  );
}

/** Records and every record that points at them, in either version. */
export async function findWithReferrers(
  db: Db,
  environmentId: string,
  ids: readonly string[],
): Promise<LoadedItem[]> {
  return loadClosure(
    db,
    sql`reach(id) as (
      select unnest(${[...ids]}::text[])
      union
      select r.item_id from unnest(${[...ids]}::text[]) as w(id) cross join lateral (
        select item_id from reference where environment_id = ${environmentId} and target_id = w.id
          and target_kind = 'item' offset 0) as r
    )`,
    environmentId,
  );
}

async function loadClosure(
  db: Db,
  reach: ReturnType<typeof sql>,
  environmentId: string,
): Promise<LoadedItem[]> {
  const { rows } = await sql<ChangeableColumns>`
    with recursive ${reach}
    select ${itemColumns}, ${hasChildren}, ${lock} from (select distinct id from reach) as w
    cross join lateral ${itemByKey(environmentId)} as i`.execute(db);
  return rows.map(changeableFromRow);
}

/** What records point at. */
export interface ReferenceTarget {
  kind: 'item' | 'upload';
  id: string;
}

/** Records that point at something, each once, oldest first. */
export async function listReferrers(
  db: Db,
  environmentId: string,
  { kind, id }: ReferenceTarget,
  versions: readonly ('current' | 'published')[],
): Promise<LoadedItem[]> {
  const { rows } = await sql<ItemColumns & { has_children: boolean }>`
    select ${itemColumns}, ${hasChildren} from (
      select distinct r.item_id as id from reference r
      where r.environment_id = ${environmentId} and r.target_id = ${id} and r.target_kind = ${kind}
        and (${sql.join(
          versions.map((version) => sql.ref(`r.in_${version}`)),
          sql` or `,
        )})
    ) as w cross join lateral ${itemByKey(environmentId)} as i
    order by i.created_at, i.id`.execute(db);
  return rows.map((row) => ({ item: itemFromRow(row), hasChildren: row.has_children }));
}

/** What placing a record has to know. Only inside a transaction that holds the environment's lock. */
export interface SiblingFacts {
  lastPosition: number;
  total: number;
  /** The wanted parent and its ancestors, nearest first; empty when it does not exist in the model. */
  ancestors: string[];
  /** Where the record stands now, if it exists. */
  own: { position: number | null; parentId: string | null } | null;
}

export async function findSiblingFacts(
  db: Db,
  environmentId: string,
  itemTypeId: string,
  place: { itemId: string; parentId: string | null },
): Promise<SiblingFacts> {
  const { itemId, parentId } = place;
  const { rows } = await sql<SiblingColumns>`
    with recursive ancestor(id, parent_id, level) as (
      select id, parent_id, 1 from item
      where environment_id = ${environmentId} and item_type_id = ${itemTypeId} and id = ${parentId}::text
      union all
      select i.id, i.parent_id, ancestor.level + 1 from item i join ancestor on i.id = ancestor.parent_id
      where i.environment_id = ${environmentId}
    )
    select
      (select max(position) from item where environment_id = ${environmentId} and item_type_id = ${itemTypeId}
        and parent_id is not distinct from ${parentId}::text) as last_position,
      (select count(*) from item where environment_id = ${environmentId} and item_type_id = ${itemTypeId}) as total,
      (select json_agg(id order by level) from ancestor) as ancestors,
      (select json_build_object('position', position, 'parentId', parent_id) from item
        where environment_id = ${environmentId} and id = ${itemId}) as own`.execute(db);
  const row = rows[0];
  return {
    lastPosition: row?.last_position ?? 0,
    total: row?.total ?? 0,
    ancestors: row?.ancestors ?? [],
    own: row?.own ?? null,
  };
}

interface SiblingColumns {
  last_position: number | null;
  total: number;
  ancestors: string[] | null;
  own: SiblingFacts['own'];
}

/** Every save moves one of these rows first: whoever holds all sees all that was saved, and nothing is saved besides.
 *  The environment itself comes before them, as it does in a change of the schema: of two who want to be alone, one
 *  waits. */
export async function lockEnvironment(db: Db, environmentId: string): Promise<void> {
  await sql`
    with held as (select id from environment where id = ${environmentId} for no key update)
    select 1 from held cross join lateral (
      select 1 from environment_lane where environment_id = held.id for update offset 0) as lane`.execute(db);
}

/** A page of a list, already in SQL: records stand under the alias `i`. */
export interface Page {
  environmentId: string;
  condition: RawBuilder<SqlBool>;
  order: RawBuilder<unknown>;
  offset: number;
  limit: number;
}

/** One page of records and how many there are in all: one statement, or two where the page is empty. */
export async function listRecords(db: Db, page: Page): Promise<{ items: LoadedItem[]; total: number }> {
  const matching = sql`from item i where i.environment_id = ${page.environmentId} and ${page.condition}`;
  const { rows } = await sql<ItemColumns & { has_children: boolean; total: number }>`
    select ${itemColumns}, ${hasChildren}, (select count(*) ${matching}) as total ${matching}
    order by ${page.order} limit ${page.limit} offset ${page.offset}`.execute(db);
  const items = rows.map((row) => ({ item: itemFromRow(row), hasChildren: row.has_children }));
  if (rows[0]) return { items, total: rows[0].total };
  const counted = await sql<{ total: number }>`select count(*) as total ${matching}`.execute(db);
  return { items, total: counted.rows[0]?.total ?? 0 };
}

export interface Entry {
  holder_id: string;
  /** Null: the record itself. */
  block_id: string | null;
}

/** One page of records and blocks, a record's blocks after it. */
export async function listEntries(
  db: Db,
  page: Page,
  blocks: {
    typeIds: readonly string[];
    ids: readonly string[] | null;
    version: 'current' | 'published';
    holders: RawBuilder<SqlBool>;
  },
): Promise<{ entries: Entry[]; total: number }> {
  const byId = blocks.ids ? sql` and b.id = any(${[...blocks.ids]}::text[])` : sql``;
  const inVersion = blocks.version === 'published' ? sql`b.in_published` : sql`b.in_current`;
  const { rows } = await sql<{ total: number; entries: Entry[] | null }>`
    with entry as (
      select i.id as holder_id, null as block_id, i.created_at from item i
      where i.environment_id = ${page.environmentId} and ${page.condition}
      union all
      select i.id, b.id, i.created_at from block b
      join item i on i.environment_id = b.environment_id and i.id = b.item_id
      where b.environment_id = ${page.environmentId} and ${inVersion}
        and b.item_type_id = any(${[...blocks.typeIds]}::text[])${byId} and ${blocks.holders}
    ), page as (
      select holder_id, block_id, row_number() over (order by created_at desc, holder_id, block_id nulls first) as rank
      from entry order by rank limit ${page.limit} offset ${page.offset}
    )
    select (select count(*) from entry) as total,
      (select json_agg(json_build_object('holder_id', holder_id, 'block_id', block_id) order by rank) from page)
        as entries`.execute(db);
  return { entries: rows[0]?.entries ?? [], total: rows[0]?.total ?? 0 };
}

export async function findItems(
  db: Db,
  environmentId: string,
  ids: readonly string[],
): Promise<LoadedItem[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ItemColumns & { has_children: boolean }>`
    select ${itemColumns}, ${hasChildren} from unnest(${[...ids]}::text[]) as w(id)
    cross join lateral ${itemByKey(environmentId)} as i`.execute(db);
  return rows.map((row) => ({ item: itemFromRow(row), hasChildren: row.has_children }));
}

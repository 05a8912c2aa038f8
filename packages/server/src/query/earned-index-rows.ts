import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { nameOfIndex } from './earned-index.ts';
import type { QueryShape, ShapeColumn } from './query-shape.ts';

/** An index that queries have earned, as an administrator sees it. */
export interface EarnedIndex extends QueryShape {
  name: string;
  /** Not while it is being made. */
  isReady: boolean;
  createdAt: Date;
  /** The day at least. */
  lastUsedAt: Date;
}

/** Those of some models. */
export async function listEarnedIndexes(db: Db, itemTypeIds: readonly string[]): Promise<EarnedIndex[]> {
  const rows = await db
    .selectFrom('earned_index')
    .selectAll()
    .where('item_type_id', 'in', [...itemTypeIds, ''])
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    itemTypeId: row.item_type_id,
    version: row.version as QueryShape['version'],
    columns: row.columns as ShapeColumn[],
    isReady: row.is_ready,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** False when it is there already, or being made by somebody. */
export async function insertEarnedIndex(db: Db, shape: QueryShape, now: Date): Promise<boolean> {
  const fieldIds = shape.columns.flatMap(({ operand }) => (operand.kind === 'field' ? operand.fieldId : []));
  const { rows } = await sql`
    insert into earned_index (name, item_type_id, version, field_ids, columns, is_ready, created_at, last_used_at)
    values (${nameOfIndex(shape)}, ${shape.itemTypeId}, ${shape.version}, ${fieldIds}::text[],
      ${JSON.stringify(shape.columns)}::jsonb, false, ${now}::timestamptz, ${now}::timestamptz)
    on conflict do nothing returning name`.execute(db);
  return rows.length > 0;
}

export async function markReady(db: Db, name: string): Promise<void> {
  await db.updateTable('earned_index').set({ is_ready: true }).where('name', '=', name).execute();
}

/** False when there is none. */
export async function markUsed(db: Db, name: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('earned_index')
    .set({ last_used_at: now })
    .where('name', '=', name)
    .returning('name')
    .execute();
  return used.length > 0;
}

export async function deleteEarnedIndex(db: Db, name: string): Promise<void> {
  await db.deleteFrom('earned_index').where('name', '=', name).execute();
}

/** How many there are, and how many of them are of a model. */
export async function countEarnedIndexes(
  db: Db,
  itemTypeId: string,
): Promise<{ all: number; ofModel: number }> {
  const { rows } = await sql<{ all: number; of_model: number }>`
    select count(*)::int as "all", (count(*) filter (where item_type_id = ${itemTypeId}))::int as of_model
    from earned_index`.execute(db);
  return { all: rows[0]?.all ?? 0, ofModel: rows[0]?.of_model ?? 0 };
}

/** Names of those that nobody used since, that stayed half made, or whose model or fields are in no environment. */
export async function findForgettable(db: Db, unusedSince: Date, halfMadeSince: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select e.name from earned_index e
    where e.last_used_at < ${unusedSince}::timestamptz
      or (not e.is_ready and e.created_at < ${halfMadeSince}::timestamptz)
      or not exists (select from item_type t where t.id = e.item_type_id)
      or exists (select from unnest(e.field_ids) as wanted(id)
        where not exists (select from field where field.id = wanted.id))`.execute(db);
  return rows.map(({ name }) => name);
}

/** Whether a model has as many records. */
export async function hasRecords(
  db: Db,
  { environmentId, itemTypeId, count }: { environmentId: string; itemTypeId: string; count: number },
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from item where environment_id = ${environmentId} and item_type_id = ${itemTypeId} limit ${count}
    ) as few`.execute(db);
  return rows[0]?.count === count;
}

import type { Db } from '#db/database.ts';

/** Which model each of these filters belongs to. One statement, or none. */
export async function findFilterModels(
  db: Db,
  environmentId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('item_type_filter')
    .select(['id', 'item_type_id'])
    .where('environment_id', '=', environmentId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.item_type_id]));
}

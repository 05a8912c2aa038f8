import type { ItemType } from '@recto/content/schema/item-type';
import type { Db } from '#db/database.ts';
import type { SingletonItems } from './present.ts';

/** One statement for any number of models, none when no model is single-instance. */
export async function loadSingletonItems(
  db: Db,
  environmentId: string,
  itemTypes: Iterable<ItemType>,
): Promise<SingletonItems> {
  const ids = [...itemTypes].filter((itemType) => itemType.singleton).map((itemType) => itemType.id);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('item')
    .select(['id', 'item_type_id'])
    .where('environment_id', '=', environmentId)
    .where('item_type_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.item_type_id, row.id]));
}

export async function countItems(db: Db, environmentId: string, itemTypeId: string): Promise<number> {
  const row = await db
    .selectFrom('item')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('environment_id', '=', environmentId)
    .where('item_type_id', '=', itemTypeId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

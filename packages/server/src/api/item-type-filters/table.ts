import type { ItemTypeFilter } from '@recto/content/saved-filter/item-type-filter';
import type { Db } from '#db/database.ts';
import type { FilterTable } from '#saved-filters/filter-table.ts';

interface Columns {
  item_type_id: string;
  columns: ItemTypeFilter['columns'];
  order_by: string | null;
}

export const itemTypeFilterTable: FilterTable<ItemTypeFilter, Columns> = {
  table: 'item_type_filter',
  fromColumns: ({ item_type_id: itemTypeId, columns, order_by: orderBy }) => ({
    itemTypeId,
    columns,
    orderBy,
  }),
  toColumns: ({ itemTypeId, columns, orderBy }) => ({
    item_type_id: itemTypeId,
    columns: columns && JSON.stringify(columns),
    order_by: orderBy,
  }),
};

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

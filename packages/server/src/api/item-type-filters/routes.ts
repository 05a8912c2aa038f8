import type { JsonObject } from '@recto/content/json';
import { checkItemTypeFilter, type ItemTypeFilter } from '@recto/content/saved-filter/item-type-filter';
import type { Static } from '@sinclair/typebox';
import { menuItemTable } from '#api/menu-items/table.ts';
import type { RequestContext } from '#http/context.ts';
import type { Endpoint } from '#http/endpoint.ts';
import { filterEndpoints } from '#saved-filters/filter-endpoints.ts';
import { presentLinkage } from '#schema/linkage.ts';
import { onlyGiven } from '#schema/only-given.ts';
import { changeTree } from '#tree/tree-table.ts';
import { createItemTypeFilterBody, itemTypeFilterEntity, updateItemTypeFilterBody } from './contract.ts';
import { itemTypeFilterTable } from './table.ts';

type NewData = Static<typeof createItemTypeFilterBody>['data'];
type ChangeData = Static<typeof updateItemTypeFilterBody>['data'];

const EVERYTHING = { filter: {}, columns: null, orderBy: null, shared: false };

export const itemTypeFilterEndpoints: Endpoint[] = filterEndpoints({
  resource: 'item_type_filter',
  recordType: 'ItemTypeFilter',
  path: '/item-type-filters',
  table: itemTypeFilterTable,
  createBody: createItemTypeFilterBody,
  updateBody: updateItemTypeFilterBody,
  entity: itemTypeFilterEntity,
  create: (base, data: NewData): ItemTypeFilter => ({
    ...EVERYTHING,
    ...readChange(data),
    ...base,
    name: data.attributes.name,
    itemTypeId: data.relationships.item_type.data.id,
  }),
  update: (before, data: ChangeData) => ({ ...before, ...readChange(data) }),
  check: (filter, { schema }) => checkItemTypeFilter(filter, schema),
  follow: clearMenu,
  present: ({ name, filter, columns, orderBy, shared, itemTypeId }) => ({
    attributes: {
      name,
      filter,
      columns: columns?.map((column) => ({ ...column })) ?? null,
      order_by: orderBy,
      shared,
    },
    relationships: { item_type: presentLinkage('item_type', itemTypeId) },
  }),
});

/** Only what was sent: absent keys stay as they are. */
function readChange({ attributes = {}, relationships }: ChangeData): Partial<ItemTypeFilter> {
  return onlyGiven<Partial<ItemTypeFilter>>({
    name: attributes.name,
    filter: attributes.filter as JsonObject | undefined, // a body is JSON
    columns: attributes.columns,
    orderBy: attributes.order_by,
    shared: attributes.shared,
    itemTypeId: relationships?.item_type?.data.id,
  });
}

/** Menu items go on without a filter that is there no more, or that is another model's now. */
async function clearMenu(
  { db, environment }: RequestContext,
  before: ItemTypeFilter,
  after: ItemTypeFilter | null,
): Promise<void> {
  if (after?.itemTypeId === before.itemTypeId) return;
  await changeTree(db, environment.id, menuItemTable, (tree) => ({
    tree: tree.map((item) =>
      item.itemTypeFilterId === before.id ? { ...item, itemTypeFilterId: null } : item,
    ),
  }));
}

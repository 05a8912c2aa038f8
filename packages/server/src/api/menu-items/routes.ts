import { checkMenuItem, type MenuItem, visibleMenuItems } from '@recto/content/menu/menu-item';
import { hasFlag, visibleItemTypes } from '@recto/content/permissions/evaluate';
import { refuseAll } from '@recto/content/refusal';
import type { Tree } from '@recto/content/tree/tree';
import type { Static } from '@sinclair/typebox';
import { findFilterModels } from '#api/item-type-filters/table.ts';
import type { RequestContext } from '#http/context.ts';
import type { Endpoint } from '#http/endpoint.ts';
import { idOf, presentLinkage } from '#schema/linkage.ts';
import { onlyGiven } from '#schema/only-given.ts';
import { treeEndpoints } from '#tree/tree-endpoints.ts';
import { createMenuItemBody, menuItemEntity, updateMenuItemBody } from './contract.ts';
import { menuItemTable } from './table.ts';

type NewData = Static<typeof createMenuItemBody>['data'];
type ChangeData = Static<typeof updateMenuItemBody>['data'];

const GROUP = { externalUrl: null, openInNewTab: false, itemTypeId: null, itemTypeFilterId: null };

export const menuItemEndpoints: Endpoint[] = treeEndpoints({
  resource: 'menu_item',
  recordType: 'MenuItem',
  path: '/menu-items',
  table: menuItemTable,
  createBody: createMenuItemBody,
  updateBody: updateMenuItemBody,
  entity: menuItemEntity,
  mayWrite: ({ permissions }) => hasFlag(permissions, 'can_manage_menu'),
  create: (id, data: NewData, context) =>
    checked(
      { ...GROUP, ...readChange(data), label: data.attributes.label, id, parentId: null, position: 0 },
      context,
    ),
  update: (item, data: ChangeData, context) => checked({ ...item, ...readChange(data) }, context),
  visible: withoutClosedModels,
  presentAttributes: (item) => ({
    label: item.label,
    external_url: item.externalUrl,
    open_in_new_tab: item.openInNewTab,
  }),
  presentRelationships: (item) => ({
    item_type: presentLinkage('item_type', item.itemTypeId),
    item_type_filter: presentLinkage('item_type_filter', item.itemTypeFilterId),
  }),
});

async function checked(item: MenuItem, context: RequestContext): Promise<MenuItem> {
  const { db, environment, schema } = context;
  const filterIds = item.itemTypeFilterId === null ? [] : [item.itemTypeFilterId];
  refuseAll(checkMenuItem(item, schema, await findFilterModels(db, environment.id, filterIds)));
  return item;
}

/** Only what was sent: absent keys stay as they are. */
function readChange({ attributes, relationships }: ChangeData): Partial<MenuItem> {
  return onlyGiven<Partial<MenuItem>>({
    label: attributes?.label,
    externalUrl: attributes?.external_url,
    openInNewTab: attributes?.open_in_new_tab,
    itemTypeId: idOf(relationships?.item_type),
    itemTypeFilterId: idOf(relationships?.item_type_filter),
  });
}

/** Whoever arranges the menu sees all of it. */
function withoutClosedModels(tree: Tree<MenuItem>, { permissions, schema }: RequestContext): Tree<MenuItem> {
  if (hasFlag(permissions, 'can_manage_menu')) return tree;
  return visibleMenuItems(tree, visibleItemTypes(permissions, schema));
}

import { menuItemOf } from '@recto/content/menu/menu-item';
import { schemaMenuItemOf } from '@recto/content/menu/schema-menu-item';
import { refuseAll } from '@recto/content/refusal';
import { checkNewId } from '@recto/content/schema/check-new-id';
import type { RecordType } from '@recto/content/schema/invalid-field';
import type { ItemType } from '@recto/content/schema/item-type';
import { plantNode, type TreeNode, uprootNode } from '@recto/content/tree/tree';
import type { Static } from '@sinclair/typebox';
import { menuItemTable } from '#api/menu-items/table.ts';
import { schemaMenuItemTable } from '#api/schema-menu-items/table.ts';
import type { RequestContext } from '#http/context.ts';
import { changeTree, type TreeTable } from '#tree/tree-table.ts';
import type { createItemTypeQuery } from './contract.ts';

const AT_THE_END = { parentId: null, position: undefined };

/** Every model has a place in the list of the schema, and one among what editors find content by. */
export async function addToMenus(
  context: RequestContext,
  itemType: ItemType,
  wishes: Static<typeof createItemTypeQuery> = {},
): Promise<void> {
  await add(context, 'SchemaMenuItem', wishes.schema_menu_item_id, schemaMenuItemTable, (id) =>
    schemaMenuItemOf(itemType, id),
  );
  if (itemType.modularBlock || wishes.skip_menu_item_creation) return;
  await add(context, 'MenuItem', wishes.menu_item_id, menuItemTable, (id) => menuItemOf(itemType, id));
}

async function add<Node extends TreeNode, Columns extends object>(
  { db, environment, newId }: RequestContext,
  recordType: RecordType,
  wantedId: string | undefined,
  table: TreeTable<Node, Columns>,
  nodeOf: (id: string) => Node,
): Promise<void> {
  await changeTree(db, environment.id, table, (tree) => {
    refuseAll(checkNewId(recordType, wantedId, new Set(tree.map(({ id }) => id))));
    return plantNode(tree, nodeOf(wantedId ?? newId()), AT_THE_END);
  });
}

/** A model goes: its entry in the schema goes with it, and unless they are to stay, those of the menu. */
export async function removeFromMenus(
  context: RequestContext,
  itemTypeId: string,
  keepsMenuItems: boolean,
): Promise<void> {
  await remove(context, itemTypeId, schemaMenuItemTable);
  if (!keepsMenuItems) return remove(context, itemTypeId, menuItemTable);
  const { db, environment } = context;
  await changeTree(db, environment.id, menuItemTable, (tree) => ({
    tree: tree.map((item) =>
      item.itemTypeId === itemTypeId ? { ...item, itemTypeId: null, itemTypeFilterId: null } : item,
    ),
  }));
}

async function remove<Node extends TreeNode & { itemTypeId: string | null }, Columns extends object>(
  { db, environment }: RequestContext,
  itemTypeId: string,
  table: TreeTable<Node, Columns>,
): Promise<void> {
  await changeTree(db, environment.id, table, (tree) => {
    const ids = tree.filter((node) => node.itemTypeId === itemTypeId).map(({ id }) => id);
    return {
      tree: ids.reduce((rest, id) => {
        const node = rest.find((candidate) => candidate.id === id);
        return node ? uprootNode(rest, node) : rest;
      }, tree),
    };
  });
}

/** A model that becomes a block model, or the other way round, moves to the other list. */
export async function moveBetweenMenus(
  context: RequestContext,
  before: ItemType,
  after: ItemType,
): Promise<void> {
  if (before.modularBlock === after.modularBlock) return;
  const { db, environment } = context;
  await changeTree(db, environment.id, schemaMenuItemTable, (tree) => {
    const item = tree.find(({ itemTypeId }) => itemTypeId === after.id);
    if (!item) return { tree };
    const { kind } = schemaMenuItemOf(after, item.id);
    return plantNode(uprootNode(tree, item), { ...item, kind }, AT_THE_END);
  });
  if (after.modularBlock) return remove(context, after.id, menuItemTable);
  await add(context, 'MenuItem', undefined, menuItemTable, (id) => menuItemOf(after, id));
}

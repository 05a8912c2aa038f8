import type { ErrorReason } from '../refusal.ts';
import { invalidField } from '../schema/invalid-field.ts';
import type { ItemType } from '../schema/item-type.ts';
import type { Schema } from '../schema/schema.ts';
import type { Tree, TreeNode } from '../tree/tree.ts';

/** An entry of the sidebar that editors find content by: a model, a saved filter of one, a link, or a group. */
export interface MenuItem extends TreeNode {
  label: string;
  externalUrl: string | null;
  openInNewTab: boolean;
  itemTypeId: string | null;
  /** Only together with a model, and one of its filters. */
  itemTypeFilterId: string | null;
}

/** The entry that a new model gets by itself. */
export function menuItemOf(itemType: ItemType, id: string): MenuItem {
  return {
    id,
    parentId: null,
    position: 0,
    label: itemType.name,
    externalUrl: null,
    openInNewTab: false,
    itemTypeId: itemType.id,
    itemTypeFilterId: null,
  };
}

/** `filterModels`: which model each saved filter belongs to. */
export function checkMenuItem(
  item: MenuItem,
  schema: Schema,
  filterModels: ReadonlyMap<string, string>,
): ErrorReason[] {
  const itemType = item.itemTypeId === null ? undefined : schema.itemTypes.get(item.itemTypeId);
  const isWrongModel = item.itemTypeId !== null && (!itemType || itemType.modularBlock);
  const isWrongFilter =
    item.itemTypeFilterId !== null &&
    (!itemType || filterModels.get(item.itemTypeFilterId) !== item.itemTypeId);
  return [
    ...(item.label.trim() === '' ? [invalidField('MenuItem', 'label', 'VALIDATION_REQUIRED')] : []),
    ...(isFollowable(item.externalUrl)
      ? []
      : [invalidField('MenuItem', 'external_url', 'VALIDATION_FORMAT')]),
    ...(isWrongModel ? [invalidField('MenuItem', 'item_type', 'VALIDATION_INVALID')] : []),
    ...(isWrongFilter ? [invalidField('MenuItem', 'item_type_filter', 'VALIDATION_INVALID')] : []),
  ];
}

const FOLLOWABLE = ['http:', 'https:', 'mailto:', 'tel:'];

/** Editors click it: `javascript:` would run as them. What has no scheme is a path. */
function isFollowable(url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return true;
  return FOLLOWABLE.includes(new URL(url).protocol);
}

/** What somebody who may see these models finds in the menu: groups of which nothing is left are gone too. */
export function visibleMenuItems(
  tree: Tree<MenuItem>,
  visibleItemTypes: ReadonlySet<string>,
): Tree<MenuItem> {
  const isShown = (item: MenuItem): boolean => {
    if (item.itemTypeId !== null) return visibleItemTypes.has(item.itemTypeId);
    const children = tree.filter((other) => other.parentId === item.id);
    return item.externalUrl !== null || children.length === 0 || children.some(isShown);
  };
  return tree.filter(isShown);
}

import { type ErrorReason, refusal } from '../refusal.ts';
import { invalidField } from '../schema/invalid-field.ts';
import type { ItemType } from '../schema/item-type.ts';
import type { Tree, TreeNode } from '../tree/tree.ts';

/** The two lists of the schema: models, and block models. */
export const SCHEMA_MENU_KINDS = ['item_type', 'modular_block'] as const;
export type SchemaMenuKind = (typeof SCHEMA_MENU_KINDS)[number];

/** An entry in the list of models or of block models: one of them, or a folder. */
export interface SchemaMenuItem extends TreeNode {
  /** Of a folder. A model shows its own name. */
  label: string | null;
  kind: SchemaMenuKind;
  itemTypeId: string | null;
}

/** The entry that every model and block model has. */
export function schemaMenuItemOf(itemType: ItemType, id: string): SchemaMenuItem {
  return {
    id,
    parentId: null,
    position: 0,
    label: null,
    kind: itemType.modularBlock ? 'modular_block' : 'item_type',
    itemTypeId: itemType.id,
  };
}

export function checkSchemaMenuItem({ label, itemTypeId }: SchemaMenuItem): ErrorReason[] {
  if (itemTypeId !== null) {
    return label === null ? [] : [invalidField('SchemaMenuItem', 'label', 'VALIDATION_INVALID')];
  }
  return label?.trim() ? [] : [invalidField('SchemaMenuItem', 'label', 'VALIDATION_REQUIRED')];
}

/** Entries of models come and go with their models. */
export function refuseLinkedToModel(itemTypeId: string | null): void {
  if (itemTypeId === null) return;
  throw refusal('CANNOT_CREATE_OR_DESTROY_SCHEMA_MENU_ITEM_LINKED_TO_ITEM_TYPE', { item_type: itemTypeId });
}

/** A folder of models holds models only, a folder of block models only those. */
export function refuseMixedKinds(tree: Tree<SchemaMenuItem>): void {
  const kinds = new Map(tree.map(({ id, kind }) => [id, kind]));
  for (const { parentId, kind } of tree) {
    if (parentId !== null && kinds.get(parentId) !== kind) {
      throw refusal('INVALID_PARENT', { parent_id: parentId });
    }
  }
}

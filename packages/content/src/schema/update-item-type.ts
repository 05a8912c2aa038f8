import type { FieldRegistry } from '../field-type.ts';
import { type ErrorReason, refuseAll } from '../refusal.ts';
import type { ItemTypeChange } from './create-item-type.ts';
import { withItemType } from './edit-schema.ts';
import { invalidField } from './invalid-field.ts';
import type { ItemType } from './item-type.ts';
import { checkItemType, FIELD_ROLES, MODEL_ONLY_FLAGS } from './item-type-rules.ts';
import { fieldsNaming } from './referencing.ts';
import type { Schema } from './schema.ts';

/** Changes a model. `recordCount`: how many records it has, which decides whether its nature may change. */
export function updateItemType(
  schema: Schema,
  itemType: ItemType,
  change: ItemTypeChange,
  tools: { registry: FieldRegistry; recordCount: number },
): { schema: Schema; itemType: ItemType } {
  const changed = { ...itemType, ...consequences(itemType, change), ...change };
  const next = withItemType(schema, changed);
  refuseAll([
    ...checkItemType(changed, next, tools.registry),
    ...checkNature(itemType, changed, schema, tools),
  ]);
  return { schema: next, itemType: changed };
}

/** What a switch takes with it unless the caller says otherwise. */
function consequences(itemType: ItemType, change: ItemTypeChange): ItemTypeChange {
  const isSorted = change.singleton || change.sortable || change.tree;
  return {
    ...(change.modularBlock && !itemType.modularBlock ? withoutModelOnlySettings() : {}),
    ...(change.draftModeActive === false ? { draftSavingActive: false } : {}),
    ...(isSorted ? { orderingMeta: null, orderingFieldId: null } : {}),
    ...(change.singleton || change.tree ? { sortable: false } : {}),
    ...(change.singleton || change.sortable ? { tree: false } : {}),
  };
}

function withoutModelOnlySettings(): ItemTypeChange {
  const flags = Object.fromEntries(MODEL_ONLY_FLAGS.map(([member]) => [member, false]));
  const roles = FIELD_ROLES.filter((role) => !role.ofBlocks).map((role) => [role.member, null]);
  return {
    ...flags,
    ...Object.fromEntries(roles),
    orderingMeta: null,
    orderingDirection: null,
    workflowId: null,
  };
}

/** A model with records cannot become a block model, nor a block model in use a model. */
function checkNature(
  before: ItemType,
  after: ItemType,
  schema: Schema,
  tools: { registry: FieldRegistry; recordCount: number },
): ErrorReason[] {
  const reasons: ErrorReason[] = [];
  if (before.modularBlock !== after.modularBlock) {
    const isNamed = fieldsNaming(schema, before.id, tools.registry).length > 0;
    if (isNamed || tools.recordCount > 0 || (after.modularBlock && hasLocalizedField(schema, before.id))) {
      reasons.push(invalidField('ItemType', 'modular_block', 'VALIDATION_INVALID'));
    }
  }
  if (after.singleton && !before.singleton && tools.recordCount > 1) {
    reasons.push(invalidField('ItemType', 'singleton', 'VALIDATION_INVALID'));
  }
  return reasons;
}

function hasLocalizedField(schema: Schema, itemTypeId: string): boolean {
  return schema.fieldsOf(itemTypeId).some((field) => field.localized);
}

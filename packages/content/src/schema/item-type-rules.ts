import type { FieldRegistry, FieldType } from '../field-type.ts';
import type { ErrorReason } from '../refusal.ts';
import { checkItemTypeApiKey } from './api-key.ts';
import { invalidField } from './invalid-field.ts';
import type { ItemType } from './item-type.ts';
import { type Schema, workflowOf } from './schema.ts';

/** Attributes that mean nothing for blocks and have to be false. */
export const MODEL_ONLY_FLAGS = [
  ['singleton', 'singleton'],
  ['sortable', 'sortable'],
  ['tree', 'tree'],
  ['draftModeActive', 'draft_mode_active'],
  ['draftSavingActive', 'draft_saving_active'],
  ['inverseRelationshipsEnabled', 'inverse_relationships_enabled'],
] as const satisfies readonly (readonly [keyof ItemType, string])[];

/** Fields that a model names for a purpose: where, and what its type has to be able to do. */
export const FIELD_ROLES = [
  { member: 'orderingFieldId', name: 'ordering_field', ofBlocks: false, suits: isOrderable },
  { member: 'titleFieldId', name: 'title_field', ofBlocks: false, suits: isProse },
  { member: 'excerptFieldId', name: 'excerpt_field', ofBlocks: false, suits: isProse },
  { member: 'imagePreviewFieldId', name: 'image_preview_field', ofBlocks: false, suits: isAsset },
  { member: 'presentationTitleFieldId', name: 'presentation_title_field', ofBlocks: true, suits: isNoAsset },
  { member: 'presentationImageFieldId', name: 'presentation_image_field', ofBlocks: true, suits: isNoProse },
] as const;

export function checkItemType(itemType: ItemType, schema: Schema, registry: FieldRegistry): ErrorReason[] {
  return [
    ...checkNames(itemType, schema),
    ...checkFlags(itemType),
    ...checkOrdering(itemType),
    ...checkFieldRoles(itemType, schema, registry),
    ...checkWorkflow(itemType, schema),
  ];
}

function checkNames(itemType: ItemType, schema: Schema): ErrorReason[] {
  const reasons: ErrorReason[] = [];
  if (itemType.name.trim() === '') reasons.push(invalidField('ItemType', 'name', 'VALIDATION_REQUIRED'));
  const others = [...schema.itemTypes.values()].filter((other) => other.id !== itemType.id);
  const problem = checkItemTypeApiKey(
    itemType.apiKey,
    others.map((other) => other.apiKey),
  );
  if (problem) reasons.push(invalidField('ItemType', 'api_key', problem));
  return reasons;
}

function checkFlags(itemType: ItemType): ErrorReason[] {
  if (itemType.modularBlock) {
    return MODEL_ONLY_FLAGS.filter(([member]) => itemType[member]).map(([, name]) =>
      invalidField('ItemType', name, 'VALIDATION_INVALID'),
    );
  }
  const reasons: ErrorReason[] = [];
  if (itemType.draftSavingActive && !itemType.draftModeActive) {
    reasons.push(invalidField('ItemType', 'draft_saving_active', 'VALIDATION_INVALID'));
  }
  if (itemType.sortable && itemType.tree) {
    reasons.push(invalidField('ItemType', 'tree', 'VALIDATION_INVALID'));
  }
  return reasons;
}

function checkOrdering(itemType: ItemType): ErrorReason[] {
  const isSorted = itemType.sortable || itemType.tree;
  const isOrdered = itemType.orderingMeta !== null || itemType.orderingFieldId !== null;
  const reasons: ErrorReason[] = [];
  if (itemType.orderingMeta !== null && itemType.orderingFieldId !== null) {
    reasons.push({ code: 'INVALID_ORDERING', details: {} });
  }
  if (isOrdered && itemType.modularBlock) reasons.push({ code: 'INVALID_ORDERING', details: {} });
  if ((isOrdered || isSorted) && itemType.singleton) {
    reasons.push({ code: 'INVALID_ORDERING_FOR_SINGLETON_ITEM_TYPE', details: {} });
  }
  if (isOrdered && isSorted) {
    reasons.push({ code: 'INVALID_ORDERING_FOR_SORTABLE_ITEM_TYPE', details: {} });
  }
  return reasons;
}

/** Blocks go through the stages of their record. */
function checkWorkflow(itemType: ItemType, schema: Schema): ErrorReason[] {
  if (itemType.workflowId === null) return [];
  if (!itemType.modularBlock && workflowOf(schema, itemType)) return [];
  return [invalidField('ItemType', 'workflow', 'VALIDATION_INVALID')];
}

function checkFieldRoles(itemType: ItemType, schema: Schema, registry: FieldRegistry): ErrorReason[] {
  return FIELD_ROLES.filter(({ member, ofBlocks, suits }) => {
    const id = itemType[member];
    if (id === null) return false;
    const field = schema.fields.get(id);
    if (field?.itemTypeId !== itemType.id) return true;
    return (itemType.modularBlock && !ofBlocks) || !suits(registry.types[field.fieldType]);
  }).map(({ name }) => invalidField('ItemType', name, 'VALIDATION_INVALID'));
}

function isOrderable(type: FieldType): boolean {
  return type.delivery.orderable;
}

/** Not whatever search finds words in: that goes for the titles of assets and videos, too. */
function isProse(type: FieldType): boolean {
  return type.storedAs === 'text' || type.storedAs === 'structured_text';
}

function isNoProse(type: FieldType): boolean {
  return !isProse(type);
}

function isAsset(type: FieldType): boolean {
  return type.storedAs === 'asset' || type.storedAs === 'assets';
}

function isNoAsset(type: FieldType): boolean {
  return !isAsset(type);
}

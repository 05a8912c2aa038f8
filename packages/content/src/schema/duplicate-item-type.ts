import type { NewId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import { copyApiKey, copyName } from './api-key.ts';
import { withItemType, withLayout } from './edit-schema.ts';
import type { Field } from './field.ts';
import type { ItemType } from './item-type.ts';
import { FIELD_ROLES } from './item-type-rules.ts';
import type { Schema } from './schema.ts';

/** Copies a model with its fields, fieldsets and settings, without records. What pointed inside the model
 *  points inside the copy. */
export function duplicateItemType(
  schema: Schema,
  itemType: ItemType,
  newId: NewId,
): { schema: Schema; itemType: ItemType } {
  const others = [...schema.itemTypes.values()];
  const ids = new Map<string, string>();
  const copyOf = (id: string) => ids.get(id) ?? remember(ids, id, newId());
  const copy: ItemType = {
    ...itemType,
    ...copiedRoles(itemType, copyOf),
    id: newId(),
    name: copyName(itemType.name, new Set(others.map((other) => other.name))),
    apiKey: copyApiKey(itemType.apiKey, new Set(schema.itemTypesByApiKey.keys())),
  };
  const fieldsets = schema
    .fieldsetsOf(itemType.id)
    .map((fieldset) => ({ ...fieldset, id: copyOf(fieldset.id), itemTypeId: copy.id }));
  const fields = schema.fieldsOf(itemType.id).map((field) => ({
    ...field,
    id: copyOf(field.id),
    itemTypeId: copy.id,
    fieldsetId: field.fieldsetId && copyOf(field.fieldsetId),
    validators: copiedValidators(field, copyOf),
  }));
  return { schema: withLayout(withItemType(schema, copy), copy.id, { fields, fieldsets }), itemType: copy };
}

function remember(ids: Map<string, string>, id: string, copy: string): string {
  ids.set(id, copy);
  return copy;
}

function copiedRoles(itemType: ItemType, copyOf: (id: string) => string): Partial<ItemType> {
  const roles = FIELD_ROLES.map(({ member }) => [member, itemType[member] && copyOf(itemType[member])]);
  return Object.fromEntries(roles);
}

function copiedValidators(field: Field, copyOf: (id: string) => string): Field['validators'] {
  const source = field.validators.slug_title_field;
  if (!source) return field.validators;
  const copied: JsonObject = { ...source, title_field_id: copyOf(String(source.title_field_id)) };
  return { ...field.validators, slug_title_field: copied };
}

import { refusal } from '../refusal.ts';
import { withItemType, withLayout } from './edit-schema.ts';
import type { Field } from './field.ts';
import { slugFieldsFrom } from './field-rules.ts';
import type { ItemType } from './item-type.ts';
import { FIELD_ROLES } from './item-type-rules.ts';
import { layoutOf, withoutPlace } from './positions.ts';
import type { Schema } from './schema.ts';

/** Takes a field out of its model. One that a slug is made from has to stay as long as the slug needs it. */
export function destroyField(schema: Schema, field: Field): Schema {
  const [slug] = slugFieldsFrom(field.id, schema);
  if (slug) throw refusal('USED_AS_SLUG_SOURCE', { slug_field_id: slug.id, slug_field: slug.apiKey });
  const layout = withoutPlace(layoutOf(schema, field.itemTypeId), { kind: 'field', id: field.id });
  const fields = layout.fields.filter((other) => other.id !== field.id);
  return forgetRoles(withLayout(schema, field.itemTypeId, { ...layout, fields }), field);
}

function forgetRoles(schema: Schema, field: Field): Schema {
  const itemType = schema.itemTypes.get(field.itemTypeId);
  const roles = FIELD_ROLES.filter(({ member }) => itemType?.[member] === field.id);
  if (!itemType || roles.length === 0) return schema;
  const cleared: Partial<ItemType> = Object.fromEntries(roles.map(({ member }) => [member, null]));
  return withItemType(schema, { ...itemType, ...cleared });
}

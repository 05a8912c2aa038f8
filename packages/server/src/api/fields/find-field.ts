import { refusal } from '@recto/content/refusal';
import type { Field } from '@recto/content/schema/field';
import type { Schema } from '@recto/content/schema/schema';

/** By id, or by `model_api_key::field_api_key`. */
export function findField(schema: Schema, key: string | undefined): Field {
  const field = schema.fields.get(key ?? '') ?? findByApiKeys(schema, key ?? '');
  if (!field) throw refusal('NOT_FOUND');
  return field;
}

function findByApiKeys(schema: Schema, key: string): Field | undefined {
  const [model = '', apiKey, ...more] = key.split('::');
  const itemType = schema.itemTypesByApiKey.get(model) ?? schema.itemTypes.get(model);
  if (!itemType || apiKey === undefined || more.length > 0) return undefined;
  return schema.fieldsOf(itemType.id).find((field) => field.apiKey === apiKey);
}

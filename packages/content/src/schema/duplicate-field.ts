import type { NewId } from '../id.ts';
import { copyApiKey, copyName } from './api-key.ts';
import { withLayout } from './edit-schema.ts';
import type { Field } from './field.ts';
import { insertPlace, layoutOf } from './positions.ts';
import type { Schema } from './schema.ts';

/** A second field with the same settings, last in the same group. Its values start empty. */
export function duplicateField(schema: Schema, field: Field, newId: NewId): { schema: Schema; field: Field } {
  const layout = layoutOf(schema, field.itemTypeId);
  const id = newId();
  const place = insertPlace(layout, { kind: 'field', id, parentId: field.fieldsetId }, null);
  const copy: Field = {
    ...field,
    id,
    label: copyName(field.label, new Set(layout.fields.map((other) => other.label))),
    apiKey: copyApiKey(field.apiKey, new Set(layout.fields.map((other) => other.apiKey))),
    position: place.position,
  };
  return {
    schema: withLayout(schema, field.itemTypeId, { ...layout, fields: [...layout.fields, copy] }),
    field: copy,
  };
}

import type { FieldTypeName } from '../field-type-names.ts';
import type { NewId } from '../id.ts';
import type { Json, JsonObject } from '../json.ts';
import { type ErrorReason, refuseAll } from '../refusal.ts';
import { checkNewId } from './check-new-id.ts';
import { withLayout } from './edit-schema.ts';
import type { Field } from './field.ts';
import { checkField, type FieldRooms, readDefaultValue } from './field-rules.ts';
import { invalidField } from './invalid-field.ts';
import type { ItemType } from './item-type.ts';
import { insertPlace, layoutOf, makeRoom } from './positions.ts';
import type { Schema } from './schema.ts';

/** What a caller may decide about a field. `appearance` and `validators` replace the whole. */
export interface FieldChange {
  label?: string;
  apiKey?: string;
  fieldType?: FieldTypeName;
  localized?: boolean;
  validators?: JsonObject;
  appearance?: JsonObject;
  position?: number;
  hint?: string | null;
  defaultValue?: Json;
  deepFilteringEnabled?: boolean;
  contentLinkEnabled?: boolean;
  fieldsetId?: string | null;
}
export type NewField = FieldChange &
  Required<Pick<FieldChange, 'label' | 'apiKey' | 'fieldType'>> & { id?: string };

/** Adds a field to a model, at the end of its group unless a position is given. */
export function createField(
  schema: Schema,
  itemType: ItemType,
  input: NewField,
  tools: { newId: NewId; rooms: FieldRooms },
): { schema: Schema; field: Field } {
  const reasons: ErrorReason[] = checkNewId('Field', input.id, schema.fields);
  const field = readField(
    schema,
    itemType,
    { ...input, id: input.id ?? tools.newId() },
    tools.rooms,
    reasons,
  );
  const layout = layoutOf(schema, itemType.id);
  const place = insertPlace(
    layout,
    { kind: 'field', id: field.id, parentId: field.fieldsetId },
    input.position ?? null,
  );
  const placed = { ...field, position: place.position };
  const roomy = makeRoom(layout, place);
  const next = withLayout(schema, itemType.id, { ...roomy, fields: [...roomy.fields, placed] });
  refuseAll([...reasons, ...checkField(placed, next, tools.rooms)]);
  return { schema: next, field: placed };
}

function readField(
  schema: Schema,
  itemType: ItemType,
  input: NewField & { id: string },
  rooms: FieldRooms,
  reasons: ErrorReason[],
): Field {
  const field: Field = {
    id: input.id,
    itemTypeId: itemType.id,
    fieldsetId: input.fieldsetId ?? null,
    label: input.label,
    apiKey: input.apiKey,
    fieldType: input.fieldType,
    localized: input.localized ?? false,
    validators: readValidators(input.fieldType, input.validators ?? {}, rooms, reasons),
    appearance: readAppearance(input.fieldType, input.appearance, rooms, reasons),
    position: 1,
    hint: input.hint ?? null,
    defaultValue: null,
    deepFilteringEnabled: input.deepFilteringEnabled ?? false,
    contentLinkEnabled: input.contentLinkEnabled ?? true,
  };
  const report = (reason: ErrorReason) => void reasons.push(reason);
  const defaultValue = readDefaultValue(field, input.defaultValue ?? null, schema, rooms.registry, report);
  return { ...field, defaultValue };
}

export function readValidators(
  fieldType: FieldTypeName,
  input: JsonObject,
  rooms: FieldRooms,
  reasons: ErrorReason[],
): Field['validators'] {
  return rooms.readValidators(fieldType, input, ({ code, path, details }) =>
    reasons.push(invalidField('Field', 'validators', code, { ...details, path: path.join('.') })),
  );
}

export function readAppearance(
  fieldType: FieldTypeName,
  input: JsonObject | undefined,
  rooms: FieldRooms,
  reasons: ErrorReason[],
): Field['appearance'] {
  if (!input) return defaultAppearance(fieldType, rooms);
  return rooms.readAppearance(fieldType, input, ({ code, path, details }) =>
    reasons.push(invalidField('Field', 'appearance', code, { ...details, path: path.join('.') })),
  );
}

/** The first editor of the type, with the settings it starts with. */
export function defaultAppearance(fieldType: FieldTypeName, rooms: FieldRooms): Field['appearance'] {
  const [editor = ''] = Object.keys(rooms.registry.types[fieldType].editors);
  const parameters = rooms.registry.types[fieldType].editors[editor]?.parameters({}, () => {}) ?? {};
  return { editor, parameters, addons: [] };
}

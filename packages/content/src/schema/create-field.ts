import type { FieldTypeName } from '../field-type-names.ts';
import type { NewId } from '../id.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Problem } from '../problem.ts';
import { type ErrorReason, refuseAll } from '../refusal.ts';
import { checkNewId } from './check-new-id.ts';
import { withLayout } from './edit-schema.ts';
import type { Field } from './field.ts';
import { checkField, type FieldRooms } from './field-rules.ts';
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
  { settings }: Schema,
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
    validators: rooms.readValidators(
      input.fieldType,
      input.validators ?? {},
      reportTo(reasons, 'validators'),
    ),
    appearance: rooms.readAppearance(input.fieldType, input.appearance, reportTo(reasons, 'appearance')),
    position: 1,
    hint: input.hint ?? null,
    defaultValue: null,
    deepFilteringEnabled: input.deepFilteringEnabled ?? false,
    contentLinkEnabled: input.contentLinkEnabled ?? true,
  };
  const report = reportTo(reasons, 'default_value');
  return {
    ...field,
    defaultValue: rooms.readDefaultValue(field, settings, input.defaultValue ?? null, report),
  };
}

/** Collects what a room says about an attribute. */
export function reportTo(reasons: ErrorReason[], attribute: string): (problem: Problem) => void {
  return ({ code, path, details }) =>
    reasons.push(invalidField('Field', attribute, code, { ...details, path: path.join('.') }));
}

import type { NewId } from '../id.ts';
import { type ErrorReason, refusal, refuseAll } from '../refusal.ts';
import { checkNewId } from './check-new-id.ts';
import { allFieldsets, withFieldset, withLayout } from './edit-schema.ts';
import type { Fieldset } from './field.ts';
import { invalidField } from './invalid-field.ts';
import type { ItemType } from './item-type.ts';
import { dissolveFieldset, insertPlace, layoutOf, makeRoom, movePlace } from './positions.ts';
import type { Schema } from './schema.ts';

export type FieldsetChange = Partial<Omit<Fieldset, 'id' | 'itemTypeId'>>;
export type NewFieldset = FieldsetChange & { title: string; id?: string };

/** Adds a fieldset to a model, after everything else unless a position is given. */
export function createFieldset(
  schema: Schema,
  itemType: ItemType,
  input: NewFieldset,
  newId: NewId,
): { schema: Schema; fieldset: Fieldset } {
  const id = input.id ?? newId();
  const layout = layoutOf(schema, itemType.id);
  const place = insertPlace(layout, { kind: 'fieldset', id, parentId: null }, input.position ?? null);
  const fieldset: Fieldset = {
    hint: null,
    collapsible: false,
    startCollapsed: false,
    ...input,
    id,
    itemTypeId: itemType.id,
    position: place.position,
  };
  const taken = new Set(allFieldsets(schema).map((other) => other.id));
  refuseAll([...checkNewId('Fieldset', input.id, taken), ...checkTitle(fieldset)]);
  const roomy = makeRoom(layout, place);
  const next = withLayout(schema, itemType.id, { ...roomy, fieldsets: [...roomy.fieldsets, fieldset] });
  return { schema: next, fieldset };
}

export function updateFieldset(
  schema: Schema,
  fieldset: Fieldset,
  change: FieldsetChange,
): { schema: Schema; fieldset: Fieldset } {
  const { position, ...plain } = change;
  const changed = { ...fieldset, ...plain };
  refuseAll(checkTitle(changed));
  const renamed = withFieldset(schema, changed);
  if (position === undefined || position === fieldset.position) return { schema: renamed, fieldset: changed };
  const layout = layoutOf(renamed, fieldset.itemTypeId);
  const place = insertPlace(layout, { kind: 'fieldset', id: fieldset.id, parentId: null }, position);
  return {
    schema: withLayout(renamed, fieldset.itemTypeId, movePlace(layout, place)),
    fieldset: { ...changed, position: place.position },
  };
}

/** A fieldset goes and leaves its fields at the end of the form. */
export function destroyFieldset(schema: Schema, fieldset: Fieldset): Schema {
  const layout = dissolveFieldset(layoutOf(schema, fieldset.itemTypeId), fieldset.id);
  const loose = layout.fields.filter((field) => field.fieldsetId === null);
  const clashing = loose.filter((field) =>
    loose.some((other) => other.id !== field.id && other.label === field.label),
  );
  if (clashing.length > 0) {
    throw refusal('CLASHING_FIELD_LABELS', { labels: [...new Set(clashing.map((field) => field.label))] });
  }
  return withLayout(schema, fieldset.itemTypeId, layout);
}

function checkTitle(fieldset: Fieldset): ErrorReason[] {
  return fieldset.title.trim() === '' ? [invalidField('Fieldset', 'title', 'VALIDATION_REQUIRED')] : [];
}

import type { FieldTypeName } from '../field-type-names.ts';
import type { Json } from '../json.ts';
import { type ErrorReason, refuseAll } from '../refusal.ts';
import { type FieldChange, reportTo } from './create-field.ts';
import { withField, withItemType, withLayout } from './edit-schema.ts';
import type { Field } from './field.ts';
import { checkField, type FieldRooms, isSlugSource, slugFieldsFrom } from './field-rules.ts';
import type { ItemType } from './item-type.ts';
import { FIELD_ROLES } from './item-type-rules.ts';
import { insertPlace, layoutOf, movePlace } from './positions.ts';
import { admittedItemTypes } from './referencing.ts';
import type { Schema } from './schema.ts';

/** Changes a field; a new type keeps what it can of the settings and takes its own defaults for the rest. */
export function updateField(
  schema: Schema,
  field: Field,
  change: FieldChange,
  rooms: FieldRooms,
): { schema: Schema; field: Field } {
  const reasons: ErrorReason[] = [];
  const retyped = change.fieldType ? changeType(schema, field, change.fieldType, rooms) : field;
  const changed = applyChange(schema, retyped, change, rooms, reasons);
  const moved = move(withField(schema, changed), field, changed, change.position);
  const next = dropUnfitRoles(moved, changed, rooms);
  refuseAll([...reasons, ...checkField(changed, next, rooms), ...checkSlugs(changed, next)]);
  return { schema: next, field: next.fields.get(field.id) ?? changed };
}

function changeType(schema: Schema, field: Field, fieldType: FieldTypeName, rooms: FieldRooms): Field {
  if (field.fieldType === fieldType) return field;
  const type = rooms.registry.types[fieldType];
  return {
    ...field,
    fieldType,
    validators: validatorsForType(field, fieldType, rooms),
    appearance: { ...rooms.readAppearance(fieldType, undefined, () => {}), addons: field.appearance.addons },
    defaultValue: convertDefaultValue(schema, field, fieldType, rooms),
    deepFilteringEnabled: field.deepFilteringEnabled && type.mapBlocks !== undefined,
    contentLinkEnabled: true,
  };
}

/** Rules that both types know stay; those the new type cannot do without admit what the old one admitted, so
 *  that converted values keep their blocks and links. */
function validatorsForType(field: Field, fieldType: FieldTypeName, rooms: FieldRooms): Field['validators'] {
  const { required, optional } = rooms.registry.types[fieldType].validators;
  const kept = Object.entries(field.validators).filter(([name]) =>
    [...required, ...optional].some((known) => known === name),
  );
  const admitted = admittedItemTypes(field, rooms.registry);
  const fresh = required.map((name) => {
    const kind = rooms.registry.validators[name].itemTypes?.({ item_types: [] }).kind;
    const ids = admitted.filter((rule) => rule.kind === kind).flatMap((rule) => rule.ids);
    const parameters = { item_types: [...new Set(ids)] };
    return [name, rooms.registry.validators[name].parameters(parameters, () => {})];
  });
  return { ...Object.fromEntries(fresh), ...Object.fromEntries(kept) };
}

/** A default stays as far as the new type reads it. */
function convertDefaultValue(
  schema: Schema,
  field: Field,
  fieldType: FieldTypeName,
  rooms: FieldRooms,
): Json {
  if (field.defaultValue === null || !rooms.registry.types[fieldType].hasDefaultValue) return null;
  const bare = { ...field, fieldType, localized: false };
  const convert = (value: Json): Json => {
    let isReadable = true;
    const read = rooms.readDefaultValue(bare, schema.settings, value, () => {
      isReadable = false;
    });
    return isReadable ? read : null;
  };
  if (!field.localized) return convert(field.defaultValue);
  const byLocale = field.defaultValue as { [locale: string]: Json };
  return Object.fromEntries(Object.entries(byLocale).map(([locale, value]) => [locale, convert(value)]));
}

function applyChange(
  schema: Schema,
  field: Field,
  change: FieldChange,
  rooms: FieldRooms,
  reasons: ErrorReason[],
): Field {
  const { fieldType: _type, position: _position, validators, appearance, defaultValue, ...plain } = change;
  const changed: Field = { ...field, ...plain };
  if (validators) {
    changed.validators = rooms.readValidators(changed.fieldType, validators, reportTo(reasons, 'validators'));
  }
  if (appearance) {
    changed.appearance = rooms.readAppearance(changed.fieldType, appearance, reportTo(reasons, 'appearance'));
  }
  if (changed.localized !== field.localized) changed.defaultValue = toggledDefault(schema, field);
  if (defaultValue !== undefined) {
    const report = reportTo(reasons, 'default_value');
    changed.defaultValue = rooms.readDefaultValue(changed, schema.settings, defaultValue, report);
  }
  return changed;
}

function toggledDefault(schema: Schema, field: Field): Json {
  const { locales } = schema.settings;
  if (field.defaultValue === null) return null;
  if (!field.localized) return Object.fromEntries(locales.map((locale) => [locale, field.defaultValue]));
  return (field.defaultValue as { [locale: string]: Json })[locales[0] ?? ''] ?? null;
}

/** Moves only when the place changes: a fieldset without a position keeps the number, as far as it exists. */
function move(schema: Schema, before: Field, after: Field, position: number | undefined): Schema {
  if (after.fieldsetId === before.fieldsetId && (position ?? before.position) === before.position)
    return schema;
  const layout = layoutOf(schema, after.itemTypeId);
  const back = {
    ...layout,
    fields: layout.fields.map((field) =>
      field.id === after.id ? { ...field, fieldsetId: before.fieldsetId } : field,
    ),
  };
  const place = insertPlace(
    back,
    { kind: 'field', id: after.id, parentId: after.fieldsetId },
    position ?? before.position,
  );
  return withLayout(schema, after.itemTypeId, movePlace(back, place));
}

/** A model forgets a field as its title, image … when the field's new type cannot be that. */
function dropUnfitRoles(schema: Schema, field: Field, rooms: FieldRooms): Schema {
  const itemType = schema.itemTypes.get(field.itemTypeId);
  if (!itemType) return schema;
  const named = FIELD_ROLES.filter(({ member }) => itemType[member] === field.id);
  const unfit = named.filter(({ suits }) => !suits(rooms.registry.types[field.fieldType]));
  if (unfit.length === 0) return schema;
  const cleared: Partial<ItemType> = Object.fromEntries(unfit.map(({ member }) => [member, null]));
  return withItemType(schema, { ...itemType, ...cleared });
}

/** A field that slugs are made from has to remain one that they can be made from. */
function checkSlugs(field: Field, schema: Schema): ErrorReason[] {
  if (isSlugSource(field.fieldType)) return [];
  return slugFieldsFrom(field.id, schema).map((slug) => ({
    code: 'USED_AS_SLUG_SOURCE',
    details: { slug_field_id: slug.id, slug_field: slug.apiKey },
  }));
}

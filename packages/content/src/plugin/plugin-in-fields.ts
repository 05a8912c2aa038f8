import { withField } from '../schema/edit-schema.ts';
import type { Field } from '../schema/field.ts';
import type { FieldRooms } from '../schema/field-rules.ts';
import type { Schema } from '../schema/schema.ts';

/** Fields that a plugin edits, or stands beside as an add-on. */
export function fieldsUsing(schema: Schema, pluginId: string): Field[] {
  return [...schema.fields.values()].filter(
    ({ appearance }) => appearance.editor === pluginId || appearance.addons.some(({ id }) => id === pluginId),
  );
}

/** Fields go back to the first editor of their type, and lose the add-ons. */
export function withoutPlugin(schema: Schema, pluginId: string, rooms: FieldRooms): Schema {
  return fieldsUsing(schema, pluginId).reduce((next, field) => {
    const addons = field.appearance.addons.filter(({ id }) => id !== pluginId);
    const isEdited = field.appearance.editor === pluginId;
    const editor = isEdited ? rooms.readAppearance(field.fieldType, undefined, () => {}) : field.appearance;
    return withField(next, { ...field, appearance: { ...editor, addons } });
  }, schema);
}

import type { FieldRegistry } from '@recto/content/field-type';
import type { FieldRooms } from '@recto/content/schema/field-rules';
import { checkPlugins, type InstalledPlugins } from '@recto/fields/settings/check-plugins';
import { readAppearance } from '@recto/fields/settings/read-appearance';
import { readDefaultValue } from '@recto/fields/settings/read-default-value';
import { readValidators } from '@recto/fields/settings/read-validators';

/** Reads a field's settings by what the rooms of types, validators and editors declare. */
export function buildFieldRooms(registry: FieldRegistry, plugins: InstalledPlugins): FieldRooms {
  return {
    registry,
    readValidators: (fieldType, input, report) => readValidators(registry, fieldType, input, report),
    readAppearance(fieldType, input, report) {
      const type = registry.types[fieldType];
      const appearance = readAppearance(type, input, report);
      checkPlugins(type, appearance, plugins, report);
      return appearance;
    },
    readDefaultValue: (field, settings, input, report) =>
      readDefaultValue(registry.types[field.fieldType], field, settings, input, report),
  };
}

import type { FieldRegistry } from '@recto/content/field-type';
import { localizedValues } from '@recto/content/item/field-values';
import type { Json } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { EnvironmentSettings } from '@recto/content/schema/schema';
import { presentLinkage } from '#schema/linkage.ts';

export function presentField(field: Field, settings: EnvironmentSettings, registry: FieldRegistry): Json {
  const { editor, parameters } = field.appearance;
  return {
    type: 'field',
    id: field.id,
    attributes: {
      label: field.label,
      field_type: field.fieldType,
      api_key: field.apiKey,
      hint: field.hint,
      localized: field.localized,
      validators: field.validators as Json,
      position: field.position,
      appearance: field.appearance as unknown as Json,
      appeareance: { editor, parameters },
      default_value: presentDefaultValue(field, registry.types[field.fieldType].hasDefaultValue, settings),
      deep_filtering_enabled: field.deepFilteringEnabled,
      content_link_enabled: field.contentLinkEnabled,
    },
    relationships: {
      item_type: presentLinkage('item_type', field.itemTypeId),
      fieldset: presentLinkage('fieldset', field.fieldsetId),
    },
  };
}

/** As it was written; of a localized field with every locale that the environment has today. */
function presentDefaultValue(field: Field, hasDefaultValue: boolean, { locales }: EnvironmentSettings): Json {
  if (!field.localized || !hasDefaultValue) return field.defaultValue;
  const written = localizedValues(field.defaultValue);
  return Object.fromEntries(locales.map((locale) => [locale, written[locale] ?? null]));
}

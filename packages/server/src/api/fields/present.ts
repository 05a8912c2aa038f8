import type { FieldRegistry } from '@recto/content/field-type';
import type { Json } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { EnvironmentSettings } from '@recto/content/schema/schema';
import { presentDefaultValue } from '@recto/fields/settings/check-default-value';
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
      default_value: presentDefaultValue(registry.types[field.fieldType], field, settings),
      deep_filtering_enabled: field.deepFilteringEnabled,
      content_link_enabled: field.contentLinkEnabled,
    },
    relationships: {
      item_type: presentLinkage('item_type', field.itemTypeId),
      fieldset: presentLinkage('fieldset', field.fieldsetId),
    },
  };
}

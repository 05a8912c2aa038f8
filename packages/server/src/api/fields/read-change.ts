import type { Json, JsonObject } from '@recto/content/json';
import type { FieldChange, NewField } from '@recto/content/schema/create-field';
import type { Static } from '@sinclair/typebox';
import { onlyGiven } from '#schema/only-given.ts';
import type { createFieldBody, updateFieldBody } from './contract.ts';

type UpdateData = Static<typeof updateFieldBody>['data'];

export function readNewField({ data }: Static<typeof createFieldBody>): NewField {
  const { label, api_key, field_type } = data.attributes;
  return {
    ...readFieldChange(data),
    label,
    apiKey: api_key,
    fieldType: field_type,
    ...(data.id === undefined ? {} : { id: data.id }),
  };
}

/** Only what was sent: absent keys stay as they are. */
export function readFieldChange({ attributes = {}, relationships }: UpdateData): FieldChange {
  const fieldset = relationships?.fieldset;
  return onlyGiven<FieldChange>({
    label: attributes.label,
    apiKey: attributes.api_key,
    fieldType: attributes.field_type,
    localized: attributes.localized,
    validators: attributes.validators as JsonObject | undefined,
    appearance: readAppearance(attributes),
    position: attributes.position,
    hint: attributes.hint,
    defaultValue: attributes.default_value as Json | undefined,
    deepFilteringEnabled: attributes.deep_filtering_enabled,
    contentLinkEnabled: attributes.content_link_enabled,
    fieldsetId: fieldset && (fieldset.data?.id ?? null),
  });
}

/** The twin is misspelt in the protocol and knows no add-ons; a field that was read and sent back has both. */
function readAppearance(attributes: NonNullable<UpdateData['attributes']>): JsonObject | undefined {
  if (attributes.appearance) return attributes.appearance as JsonObject;
  return attributes.appeareance && ({ addons: [], ...attributes.appeareance } as unknown as JsonObject);
}

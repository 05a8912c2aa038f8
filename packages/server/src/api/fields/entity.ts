import { FIELD_TYPE_NAMES } from '@recto/content/field-type-names';
import { Type } from '@sinclair/typebox';
import { itemTypeEntity } from '#api/item-types/entity.ts';
import { anyObject, linkTo, linkToMaybe, nullable, oneOf } from '#http/document.ts';

const addon = Type.Object({
  id: Type.String(),
  field_extension: Type.Optional(Type.String()),
  parameters: anyObject,
});

/** A field as endpoints answer with it. */
export const fieldEntity = Type.Object({
  type: Type.Literal('field'),
  id: Type.String(),
  attributes: Type.Object({
    label: Type.String(),
    field_type: oneOf(FIELD_TYPE_NAMES),
    api_key: Type.String(),
    hint: nullable(Type.String()),
    localized: Type.Boolean(),
    validators: anyObject,
    position: Type.Integer(),
    appearance: Type.Object({
      editor: Type.String(),
      field_extension: Type.Optional(Type.String()),
      parameters: anyObject,
      addons: Type.Array(addon),
    }),
    appeareance: Type.Object({ editor: Type.String(), parameters: anyObject }),
    default_value: Type.Union([Type.Null(), Type.Boolean(), Type.String(), Type.Number(), anyObject]),
    deep_filtering_enabled: Type.Boolean(),
    content_link_enabled: Type.Boolean(),
  }),
  relationships: Type.Object({ item_type: linkTo('item_type'), fieldset: linkToMaybe('fieldset') }),
});

/** A change of a field may change its model too: then the model comes along. */
export const changedFieldDocument = Type.Object({
  data: fieldEntity,
  included: Type.Optional(Type.Array(itemTypeEntity)),
});

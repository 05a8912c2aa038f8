import { FIELD_TYPE_NAMES } from '@recto/content/field-type-names';
import { Type } from '@sinclair/typebox';
import { apiKey, linkage, longText, nullable, nullableLinkage, shortText } from '#schema/linkage.ts';

const strict = { additionalProperties: false };
const anyObject = Type.Record(Type.String(), Type.Unknown());

const settings = {
  localized: Type.Optional(Type.Boolean()),
  validators: Type.Optional(anyObject),
  // Keys of older tools are dropped, not refused, wherever a plugin or an editor is configured.
  appearance: Type.Optional(
    Type.Object({
      editor: Type.String({ maxLength: 100 }),
      parameters: anyObject,
      addons: Type.Array(Type.Unknown(), { maxItems: 50 }),
      field_extension: Type.Optional(nullable(Type.String({ maxLength: 1_000 }))),
    }),
  ),
  appeareance: Type.Optional(Type.Object({ editor: Type.String({ maxLength: 100 }), parameters: anyObject })),
  position: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  hint: Type.Optional(nullable(longText)),
  default_value: Type.Optional(
    Type.Union([Type.Null(), Type.Boolean(), Type.String(), Type.Number(), anyObject]),
  ),
  deep_filtering_enabled: Type.Optional(Type.Boolean()),
  content_link_enabled: Type.Optional(Type.Boolean()),
};
const fieldType = Type.Union(FIELD_TYPE_NAMES.map((name) => Type.Literal(name)));
const relationships = Type.Optional(
  Type.Object(
    {
      fieldset: Type.Optional(nullableLinkage('fieldset')),
      // Read-only, but part of what a fetched field is sent back with.
      item_type: Type.Optional(linkage('item_type')),
    },
    strict,
  ),
);

export const createFieldBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('field'),
        attributes: Type.Object(
          { label: shortText, api_key: apiKey, field_type: fieldType, ...settings },
          strict,
        ),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateFieldBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 210 })),
        type: Type.Literal('field'),
        attributes: Type.Optional(
          Type.Object(
            {
              label: Type.Optional(shortText),
              api_key: Type.Optional(apiKey),
              field_type: Type.Optional(fieldType),
              ...settings,
            },
            strict,
          ),
        ),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

import { ORDERING_METAS } from '@recto/content/schema/item-type';
import { Type } from '@sinclair/typebox';
import { apiKey, longText, nullable, nullableLinkage, shortText } from '#schema/linkage.ts';

const collectionAppearance = Type.Union([Type.Literal('compact'), Type.Literal('table')]);
const strict = { additionalProperties: false };

const settings = {
  singleton: Type.Optional(Type.Boolean()),
  all_locales_required: Type.Optional(Type.Boolean()),
  sortable: Type.Optional(Type.Boolean()),
  modular_block: Type.Optional(Type.Boolean()),
  draft_mode_active: Type.Optional(Type.Boolean()),
  draft_saving_active: Type.Optional(Type.Boolean()),
  tree: Type.Optional(Type.Boolean()),
  ordering_direction: Type.Optional(nullable(Type.Union([Type.Literal('asc'), Type.Literal('desc')]))),
  ordering_meta: Type.Optional(nullable(Type.Union(ORDERING_METAS.map((meta) => Type.Literal(meta))))),
  collection_appearance: Type.Optional(collectionAppearance),
  collection_appeareance: Type.Optional(collectionAppearance),
  hint: Type.Optional(nullable(longText)),
  inverse_relationships_enabled: Type.Optional(Type.Boolean()),
  // Read-only, but part of what a fetched model is sent back with.
  has_singleton_item: Type.Optional(Type.Boolean()),
};

const relationships = Type.Optional(
  Type.Object(
    {
      ordering_field: Type.Optional(nullableLinkage('field')),
      presentation_title_field: Type.Optional(nullableLinkage('field')),
      presentation_image_field: Type.Optional(nullableLinkage('field')),
      title_field: Type.Optional(nullableLinkage('field')),
      image_preview_field: Type.Optional(nullableLinkage('field')),
      excerpt_field: Type.Optional(nullableLinkage('field')),
      workflow: Type.Optional(nullableLinkage('workflow')),
    },
    strict,
  ),
);

export const createItemTypeBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('item_type'),
        attributes: Type.Object({ name: shortText, api_key: apiKey, ...settings }, strict),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

/** The ids that the entries of both menus get: generated migrations name them. */
export const createItemTypeQuery = Type.Object({
  skip_menu_item_creation: Type.Optional(Type.Boolean()),
  menu_item_id: Type.Optional(Type.String({ maxLength: 60 })),
  schema_menu_item_id: Type.Optional(Type.String({ maxLength: 60 })),
});

export const updateItemTypeBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 100 })),
        type: Type.Literal('item_type'),
        attributes: Type.Optional(
          Type.Object(
            { name: Type.Optional(shortText), api_key: Type.Optional(apiKey), ...settings },
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

export const destroyItemTypeQuery = Type.Object({
  skip_menu_items_deletion: Type.Optional(Type.Boolean()),
});

export const reorderBody = Type.Object(
  {
    data: Type.Array(
      Type.Union([
        Type.Object({
          type: Type.Literal('field'),
          id: Type.String({ maxLength: 60 }),
          attributes: Type.Object({ position: Type.Integer({ minimum: 1, maximum: 100_000 }) }),
          relationships: Type.Object({ fieldset: nullableLinkage('fieldset') }),
        }),
        Type.Object({
          type: Type.Literal('fieldset'),
          id: Type.String({ maxLength: 60 }),
          attributes: Type.Object({ position: Type.Integer({ minimum: 1, maximum: 100_000 }) }),
        }),
      ]),
      { maxItems: 2_000 },
    ),
  },
  strict,
);

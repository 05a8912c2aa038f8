import { ORDERING_METAS } from '@recto/content/schema/item-type';
import { Type } from '@sinclair/typebox';
import { linksTo, linkToMaybe, nullable, oneOf } from '#http/document.ts';

const collectionAppearance = oneOf(['compact', 'table']);

/** A model or block model as endpoints answer with it. */
export const itemTypeEntity = Type.Object({
  type: Type.Literal('item_type'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    api_key: Type.String(),
    collection_appearance: collectionAppearance,
    collection_appeareance: collectionAppearance,
    singleton: Type.Boolean(),
    all_locales_required: Type.Boolean(),
    sortable: Type.Boolean(),
    modular_block: Type.Boolean(),
    draft_mode_active: Type.Boolean(),
    draft_saving_active: Type.Boolean(),
    tree: Type.Boolean(),
    ordering_direction: nullable(oneOf(['asc', 'desc'])),
    ordering_meta: nullable(oneOf(ORDERING_METAS)),
    has_singleton_item: Type.Boolean(),
    hint: nullable(Type.String()),
    inverse_relationships_enabled: Type.Boolean(),
  }),
  relationships: Type.Object({
    fields: linksTo('field'),
    fieldsets: linksTo('fieldset'),
    singleton_item: linkToMaybe('item'),
    ordering_field: linkToMaybe('field'),
    presentation_title_field: linkToMaybe('field'),
    presentation_image_field: linkToMaybe('field'),
    title_field: linkToMaybe('field'),
    image_preview_field: linkToMaybe('field'),
    excerpt_field: linkToMaybe('field'),
    workflow: linkToMaybe('workflow'),
  }),
  meta: Type.Object({ has_singleton_item: Type.Boolean() }),
});

import type { Json } from '@recto/content/json';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';
import { presentLinkage, presentLinkages } from '#schema/linkage.ts';

/** The one record of each single-instance model that has one: item type id → item id. */
export type SingletonItems = ReadonlyMap<string, string>;

export function presentItemType(itemType: ItemType, schema: Schema, singletons: SingletonItems): Json {
  const singletonId = itemType.singleton ? (singletons.get(itemType.id) ?? null) : null;
  return {
    type: 'item_type',
    id: itemType.id,
    attributes: presentAttributes(itemType, singletonId !== null),
    relationships: {
      fields: presentLinkages('field', schema.fieldsOf(itemType.id)),
      fieldsets: presentLinkages('fieldset', schema.fieldsetsOf(itemType.id)),
      singleton_item: presentLinkage('item', singletonId),
      ordering_field: presentLinkage('field', itemType.orderingFieldId),
      presentation_title_field: presentLinkage('field', itemType.presentationTitleFieldId),
      presentation_image_field: presentLinkage('field', itemType.presentationImageFieldId),
      title_field: presentLinkage('field', itemType.titleFieldId),
      image_preview_field: presentLinkage('field', itemType.imagePreviewFieldId),
      excerpt_field: presentLinkage('field', itemType.excerptFieldId),
      workflow: presentLinkage('workflow', itemType.workflowId),
    },
    meta: { has_singleton_item: singletonId !== null },
  };
}

function presentAttributes(itemType: ItemType, hasSingletonItem: boolean): Json {
  return {
    name: itemType.name,
    api_key: itemType.apiKey,
    collection_appearance: itemType.collectionAppearance,
    collection_appeareance: itemType.collectionAppearance,
    singleton: itemType.singleton,
    all_locales_required: itemType.allLocalesRequired,
    sortable: itemType.sortable,
    modular_block: itemType.modularBlock,
    draft_mode_active: itemType.draftModeActive,
    draft_saving_active: itemType.draftSavingActive,
    tree: itemType.tree,
    ordering_direction: itemType.orderingDirection,
    ordering_meta: itemType.orderingMeta,
    has_singleton_item: hasSingletonItem,
    hint: itemType.hint,
    inverse_relationships_enabled: itemType.inverseRelationshipsEnabled,
  };
}

import type { ItemTypeChange, NewItemType } from '@recto/content/schema/create-item-type';
import type { Static } from '@sinclair/typebox';
import { idOf } from '#schema/linkage.ts';
import { onlyGiven } from '#schema/only-given.ts';
import type { createItemTypeBody, updateItemTypeBody } from './contract.ts';

type UpdateData = Static<typeof updateItemTypeBody>['data'];

export function readNewItemType({ data }: Static<typeof createItemTypeBody>): NewItemType {
  const { name, api_key } = data.attributes;
  return {
    ...readItemTypeChange(data),
    name,
    apiKey: api_key,
    ...(data.id === undefined ? {} : { id: data.id }),
  };
}

/** Only what was sent: absent keys stay as they are. */
export function readItemTypeChange({ attributes = {}, relationships = {} }: UpdateData): ItemTypeChange {
  return onlyGiven({
    name: attributes.name,
    apiKey: attributes.api_key,
    singleton: attributes.singleton,
    sortable: attributes.sortable,
    tree: attributes.tree,
    modularBlock: attributes.modular_block,
    draftModeActive: attributes.draft_mode_active,
    draftSavingActive: attributes.draft_saving_active,
    allLocalesRequired: attributes.all_locales_required,
    // The twin is misspelt in the protocol; an entity that was read and sent back carries both.
    collectionAppearance: attributes.collection_appearance ?? attributes.collection_appeareance,
    hint: attributes.hint,
    inverseRelationshipsEnabled: attributes.inverse_relationships_enabled,
    orderingDirection: attributes.ordering_direction,
    orderingMeta: attributes.ordering_meta,
    orderingFieldId: idOf(relationships.ordering_field),
    presentationTitleFieldId: idOf(relationships.presentation_title_field),
    presentationImageFieldId: idOf(relationships.presentation_image_field),
    titleFieldId: idOf(relationships.title_field),
    imagePreviewFieldId: idOf(relationships.image_preview_field),
    excerptFieldId: idOf(relationships.excerpt_field),
    workflowId: idOf(relationships.workflow),
  });
}

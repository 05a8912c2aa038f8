import type { FieldRegistry } from '../field-type.ts';
import type { NewId } from '../id.ts';
import { refuseAll } from '../refusal.ts';
import { checkNewId } from './check-new-id.ts';
import { withItemType } from './edit-schema.ts';
import type { ItemType } from './item-type.ts';
import { checkItemType } from './item-type-rules.ts';
import type { Schema } from './schema.ts';

/** What a caller may decide about a model; the rest has defaults. */
export type ItemTypeChange = Partial<Omit<ItemType, 'id'>>;
export type NewItemType = ItemTypeChange & Pick<ItemType, 'name' | 'apiKey'> & { id?: string };

/** Adds a model or a block model to the schema. */
export function createItemType(
  schema: Schema,
  input: NewItemType,
  tools: { newId: NewId; registry: FieldRegistry },
): { schema: Schema; itemType: ItemType } {
  const itemType = { ...defaults(schema, input), ...input, id: input.id ?? tools.newId() };
  refuseAll([
    ...checkNewId('ItemType', input.id, schema.itemTypes),
    ...checkItemType(itemType, withItemType(schema, itemType), tools.registry),
  ]);
  return { schema: withItemType(schema, itemType), itemType };
}

function defaults(schema: Schema, input: NewItemType): Omit<ItemType, 'id' | 'name' | 'apiKey'> {
  return {
    modularBlock: false,
    singleton: false,
    sortable: false,
    tree: false,
    draftModeActive: schema.settings.flags.draft_mode_default && !input.modularBlock,
    draftSavingActive: false,
    allLocalesRequired: false,
    collectionAppearance: 'compact',
    hint: null,
    inverseRelationshipsEnabled: false,
    orderingDirection: null,
    orderingMeta: null,
    orderingFieldId: null,
    presentationTitleFieldId: null,
    presentationImageFieldId: null,
    titleFieldId: null,
    imagePreviewFieldId: null,
    excerptFieldId: null,
    workflowId: null,
  };
}

import type { FieldTypeName } from '@recto/content/field-type-names';
import { isJsonObject, type Json } from '@recto/content/json';
import { environmentFlags } from '@recto/content/schema/environment-flags';
import type { Field, FieldAppearance, Fieldset } from '@recto/content/schema/field';
import type { ItemType, OrderingMeta } from '@recto/content/schema/item-type';
import type { EnvironmentSettings } from '@recto/content/schema/schema';
import type { Stage, Workflow } from '@recto/content/workflow/workflow';
import type { Insertable } from 'kysely';
import type { EnvironmentRow, FieldRow, FieldsetRow, ItemTypeRow } from '#db/tables.ts';

type Unscoped<Row> = Omit<Row, 'environment_id' | 'created_at'>;
export type ItemTypeColumns = Unscoped<ItemTypeRow>;
export type FieldsetColumns = Unscoped<FieldsetRow>;
/** JSON columns already read. */
export interface FieldColumns
  extends Omit<Unscoped<FieldRow>, 'validators' | 'appearance' | 'default_value'> {
  validators: Record<string, unknown>;
  appearance: Record<string, unknown>;
  default_value: unknown;
}

export function environmentSettingsFromRow(
  row: Pick<EnvironmentRow, 'locales' | 'time_zone'> & { settings: Record<string, unknown> },
): EnvironmentSettings {
  const flags = environmentFlags(row.settings.meta);
  return {
    locales: row.locales,
    timeZone: row.time_zone,
    millisecondsInDatetime: flags.milliseconds_in_datetime,
    flags,
  };
}

export function itemTypeFromRow(row: ItemTypeColumns): ItemType {
  return {
    id: row.id,
    name: row.name,
    apiKey: row.api_key,
    modularBlock: row.modular_block,
    singleton: row.singleton,
    sortable: row.sortable,
    tree: row.tree,
    draftModeActive: row.draft_mode_active,
    draftSavingActive: row.draft_saving_active,
    allLocalesRequired: row.all_locales_required,
    collectionAppearance: row.collection_appearance as ItemType['collectionAppearance'],
    hint: row.hint,
    inverseRelationshipsEnabled: row.inverse_relationships_enabled,
    orderingDirection: row.ordering_direction as ItemType['orderingDirection'],
    orderingMeta: row.ordering_meta as OrderingMeta | null,
    orderingFieldId: row.ordering_field_id,
    presentationTitleFieldId: row.presentation_title_field_id,
    presentationImageFieldId: row.presentation_image_field_id,
    titleFieldId: row.title_field_id,
    imagePreviewFieldId: row.image_preview_field_id,
    excerptFieldId: row.excerpt_field_id,
    workflowId: row.workflow_id,
  };
}

export function rowFromItemType(itemType: ItemType): ItemTypeColumns {
  return {
    id: itemType.id,
    name: itemType.name,
    api_key: itemType.apiKey,
    modular_block: itemType.modularBlock,
    singleton: itemType.singleton,
    sortable: itemType.sortable,
    tree: itemType.tree,
    draft_mode_active: itemType.draftModeActive,
    draft_saving_active: itemType.draftSavingActive,
    all_locales_required: itemType.allLocalesRequired,
    collection_appearance: itemType.collectionAppearance,
    hint: itemType.hint,
    inverse_relationships_enabled: itemType.inverseRelationshipsEnabled,
    ordering_direction: itemType.orderingDirection,
    ordering_meta: itemType.orderingMeta,
    ordering_field_id: itemType.orderingFieldId,
    presentation_title_field_id: itemType.presentationTitleFieldId,
    presentation_image_field_id: itemType.presentationImageFieldId,
    title_field_id: itemType.titleFieldId,
    image_preview_field_id: itemType.imagePreviewFieldId,
    excerpt_field_id: itemType.excerptFieldId,
    workflow_id: itemType.workflowId,
  };
}

export function fieldFromRow(row: FieldColumns): Field {
  return {
    id: row.id,
    itemTypeId: row.item_type_id,
    fieldsetId: row.fieldset_id,
    label: row.label,
    apiKey: row.api_key,
    fieldType: row.field_type as FieldTypeName,
    localized: row.localized,
    validators: row.validators as Field['validators'],
    appearance: appearanceFromColumn(row.appearance),
    position: row.position,
    hint: row.hint,
    defaultValue: (row.default_value ?? null) as Json,
    deepFilteringEnabled: row.deep_filtering_enabled,
    contentLinkEnabled: row.content_link_enabled,
  };
}

function appearanceFromColumn(column: Record<string, unknown>): FieldAppearance {
  const { addons, ...rest } = column as unknown as FieldAppearance;
  return { ...rest, addons: addons ?? [], parameters: isJsonObject(rest.parameters) ? rest.parameters : {} };
}

export function rowFromField(field: Field): Omit<Insertable<FieldRow>, 'environment_id' | 'created_at'> {
  return {
    id: field.id,
    item_type_id: field.itemTypeId,
    fieldset_id: field.fieldsetId,
    label: field.label,
    api_key: field.apiKey,
    field_type: field.fieldType,
    localized: field.localized,
    validators: JSON.stringify(field.validators),
    appearance: JSON.stringify(field.appearance),
    position: field.position,
    hint: field.hint,
    default_value: JSON.stringify(field.defaultValue),
    deep_filtering_enabled: field.deepFilteringEnabled,
    content_link_enabled: field.contentLinkEnabled,
  };
}

export function fieldsetFromRow(row: FieldsetColumns): Fieldset {
  return {
    id: row.id,
    itemTypeId: row.item_type_id,
    title: row.title,
    hint: row.hint,
    position: row.position,
    collapsible: row.collapsible,
    startCollapsed: row.start_collapsed,
  };
}

export function rowFromFieldset(fieldset: Fieldset): FieldsetColumns {
  return {
    id: fieldset.id,
    item_type_id: fieldset.itemTypeId,
    title: fieldset.title,
    hint: fieldset.hint,
    position: fieldset.position,
    collapsible: fieldset.collapsible,
    start_collapsed: fieldset.startCollapsed,
  };
}

/** The JSON column already read. */
export interface WorkflowColumns {
  id: string;
  name: string;
  api_key: string;
  stages: Stage[];
}

export function workflowFromRow(row: WorkflowColumns): Workflow {
  return { id: row.id, name: row.name, apiKey: row.api_key, stages: row.stages };
}

export function rowFromWorkflow({ id, name, apiKey, stages }: Workflow) {
  return { id, name, api_key: apiKey, stages: JSON.stringify(stages) };
}

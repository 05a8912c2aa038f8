import type { Client } from '@datocms/cma-client-node';
import type { FieldSketch, ItemTypeSketch, ProjectSketch } from './project-sketch.ts';

type NewItemType = Parameters<Client['itemTypes']['create']>[0];
type NewField = Parameters<Client['fields']['create']>[1];

/** Makes locales, models and fields, in this order: rules name models, and fields need their locales. */
export async function createModels(client: Client, project: ProjectSketch): Promise<void> {
  await client.site.update({ locales: project.locales });
  const ids = new Map<string, string>();
  for (const itemType of project.itemTypes) {
    ids.set(itemType.apiKey, (await client.itemTypes.create(newItemType(itemType))).id);
  }
  for (const itemType of project.itemTypes) {
    for (const field of itemType.fields) {
      await client.fields.create(ids.get(itemType.apiKey) ?? '', newField(field, ids));
    }
  }
}

function newItemType(itemType: ItemTypeSketch): NewItemType {
  return {
    name: itemType.name,
    api_key: itemType.apiKey,
    modular_block: itemType.modularBlock,
    ...(!itemType.modularBlock && {
      singleton: itemType.singleton,
      sortable: itemType.sortable,
      tree: itemType.tree,
      inverse_relationships_enabled: itemType.inverseRelationshipsEnabled,
    }),
  };
}

function newField(field: FieldSketch, ids: ReadonlyMap<string, string>): NewField {
  const attributes = {
    label: field.apiKey,
    api_key: field.apiKey,
    field_type: field.fieldType,
    localized: field.localized,
    validators: withIds(field.validators, ids),
    deep_filtering_enabled: field.deepFilteringEnabled,
  };
  // The client's type is a union by field type, and which one it is only the printed schema knows.
  return attributes as NewField;
}

function withIds(
  validators: Record<string, Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(validators).map(([rule, parameters]) => {
      const { item_types: apiKeys } = parameters;
      if (!Array.isArray(apiKeys)) return [rule, parameters];
      return [rule, { ...parameters, item_types: apiKeys.flatMap((apiKey) => ids.get(apiKey) ?? []) }];
    }),
  );
}

import type { Client } from '@datocms/cma-client-node';
import type { FieldSketch, ItemTypeSketch, ProjectSketch, WorkflowSketch } from './project-sketch.ts';

type NewItemType = Parameters<Client['itemTypes']['create']>[0];
type NewWorkflow = Parameters<Client['workflows']['create']>[0];
type NewField = Parameters<Client['fields']['create']>[1];

/** Makes locales, models and fields, in this order: rules name models, and fields need their locales. */
export async function createModels(client: Client, project: ProjectSketch): Promise<void> {
  await client.site.update({ locales: project.locales });
  const workflows = await createWorkflows(client, project.workflows);
  const ids = new Map<string, string>();
  for (const itemType of project.itemTypes) {
    ids.set(itemType.apiKey, (await client.itemTypes.create(newItemType(itemType, workflows))).id);
  }
  for (const itemType of project.itemTypes) {
    for (const field of itemType.fields) {
      await client.fields.create(ids.get(itemType.apiKey) ?? '', newField(field, ids));
    }
  }
}

async function createWorkflows(client: Client, workflows: WorkflowSketch[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { apiKey, stages } of workflows) {
    const [first, ...others] = stages.map((id, index) => ({ id, name: id, initial: index === 0 }));
    if (!first) continue;
    const workflow = { name: apiKey, api_key: apiKey, stages: [first, ...others] };
    ids.set(apiKey, (await client.workflows.create(workflow as NewWorkflow)).id);
  }
  return ids;
}

function newItemType(itemType: ItemTypeSketch, workflows: ReadonlyMap<string, string>): NewItemType {
  const workflow = itemType.workflow === null ? undefined : workflows.get(itemType.workflow);
  return {
    name: itemType.name,
    api_key: itemType.apiKey,
    modular_block: itemType.modularBlock,
    ...(!itemType.modularBlock && {
      singleton: itemType.singleton,
      sortable: itemType.sortable,
      tree: itemType.tree,
      inverse_relationships_enabled: itemType.inverseRelationshipsEnabled,
      ...(workflow !== undefined && { workflow: { type: 'workflow', id: workflow } }),
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

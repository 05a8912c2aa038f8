import type { Client } from '@datocms/cma-client-node';

/** Every endpoint of models, fields, fieldsets, workflows, menus and plugins that answers. */
export async function visitSchema(client: Client): Promise<void> {
  const model = await client.itemTypes.create({ name: 'Page', api_key: 'page', ordering_direction: null });
  await visitFields(client, model.id);
  await visitModels(client, model.id);
  await visitWorkflows(client);
  await visitMenus(client, model.id);
  await visitPlugins(client, model.id);
}

async function visitFields(client: Client, modelId: string): Promise<void> {
  const { id: group } = await client.fieldsets.create(modelId, { title: 'Group', hint: 'x' });
  await client.fieldsets.update(group, { title: 'Other' });
  await client.fieldsets.list(modelId);
  await client.fieldsets.find(group);
  const fieldset = { type: 'fieldset' as const, id: group };
  const made = { label: 'Title', api_key: 'title', field_type: 'string' as const, fieldset };
  const { id } = await client.fields.create(modelId, made);
  await client.fields.update(id, { hint: 'A few words' });
  const link = { item_item_type: { item_types: [modelId] } };
  await client.fields.create(modelId, {
    label: 'Next',
    api_key: 'next_page',
    field_type: 'link',
    validators: link,
  });
  await client.fields.list(modelId);
  await client.fields.find(id);
  await client.fields.referencing(modelId);
  await client.fields.related(modelId);
  const copy = await client.fields.duplicate(id);
  const data = [
    { type: 'fieldset' as const, id: group, attributes: { position: 4 } },
    {
      type: 'field' as const,
      id: copy.id,
      attributes: { position: 5 },
      relationships: { fieldset: { data: null } },
    },
  ];
  await client.itemTypes.rawReorderFieldsAndFieldsets(modelId, { data } as never);
  await client.fields.destroy(copy.id);
  await client.fieldsets.destroy(group);
}

async function visitModels(client: Client, modelId: string): Promise<void> {
  await client.itemTypes.update(modelId, { hint: 'Pages of the site' });
  await client.itemTypes.list();
  await client.itemTypes.find(modelId);
  await client.itemTypes.referencing(modelId);
  const copy = await client.itemTypes.duplicate(modelId);
  await client.itemTypes.destroy(copy.id);
}

async function visitWorkflows(client: Client): Promise<void> {
  const stages = [{ id: 'draft', name: 'Draft', initial: true }] as const;
  const { id } = await client.workflows.create({ name: 'Review', api_key: 'review', stages: [...stages] });
  await client.workflows.update(id, { name: 'Approval' });
  await client.workflows.list();
  await client.workflows.find(id);
  await client.workflows.destroy(id);
}

async function visitMenus(client: Client, modelId: string): Promise<void> {
  const filter = await visitFilters(client, modelId);
  const item_type = { type: 'item_type' as const, id: modelId };
  const item_type_filter = { type: 'item_type_filter' as const, id: filter };
  const { id } = await client.menuItems.create({ label: 'Pages', item_type, item_type_filter });
  await client.menuItems.update(id, { label: 'All pages' });
  const entries = await client.menuItems.list();
  await client.menuItems.find(id);
  await client.menuItems.reorder(placesOf('menu_item', entries) as never);
  await client.menuItems.destroy(id);
  await client.itemTypeFilters.destroy(filter);
  const group = await client.schemaMenuItems.create({ label: 'Group', kind: 'item_type' });
  await client.schemaMenuItems.update(group.id, { label: 'Models' });
  const groups = await client.schemaMenuItems.list();
  await client.schemaMenuItems.find(group.id);
  await client.schemaMenuItems.reorder(placesOf('schema_menu_item', groups) as never);
  await client.schemaMenuItems.destroy(group.id);
}

/** The same places again. */
export function placesOf(
  type: string,
  entries: readonly { id: string; position: number; parent: { id: string } | null }[],
): object[] {
  return entries.map(({ id, position, parent }) => ({ type, id, position, parent }));
}

async function visitFilters(client: Client, modelId: string): Promise<string> {
  const item_type = { type: 'item_type' as const, id: modelId };
  const { id } = await client.itemTypeFilters.create({
    name: 'Mine',
    filter: { query: 'x' },
    columns: [{ name: '_preview', width: 1 }],
    order_by: '_updated_at_ASC',
    shared: true,
    item_type,
  });
  await client.itemTypeFilters.update(id, { name: 'Ours' });
  await client.itemTypeFilters.list();
  await client.itemTypeFilters.find(id);
  return id;
}

async function visitPlugins(client: Client, modelId: string): Promise<void> {
  const { id } = await client.plugins.create({
    name: 'Stars',
    url: 'https://plugins.example.com/index.html',
  });
  await client.plugins.update(id, { description: 'Rates' });
  await client.plugins.list();
  await client.plugins.find(id);
  const appearance = { editor: id, parameters: {}, field_extension: 'stars', addons: [] };
  const made = { label: 'Stars', api_key: 'stars', field_type: 'integer' as const, appearance };
  await client.fields.create(modelId, made);
  await client.plugins.fields(id);
  await client.plugins.destroy(id);
}

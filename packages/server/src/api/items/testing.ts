import type { TestProject } from '#testing/test-server.ts';

type Client = TestProject['client'];
type NewField = Parameters<Client['fields']['create']>[1];
type NewModel = Partial<Parameters<Client['itemTypes']['create']>[0]>;

export interface TestModel {
  id: string;
  ref: { type: 'item_type'; id: string };
  apiKey: string;
}

/** Fields by api key: the name of a type, or more. */
export type FieldSketches = Record<string, NewField['field_type'] | Partial<NewField>>;

let count = 0;

/** A model with fields of its own: `buildModel(client, { title: 'string' }, { draft_mode_active: true })`. */
export async function buildModel(
  client: Client,
  fields: FieldSketches = { title: 'string' },
  overrides: NewModel = {},
): Promise<TestModel> {
  count += 1;
  const apiKey = `thing_number_${count}`;
  const model = await client.itemTypes.create({ name: `Thing ${count}`, api_key: apiKey, ...overrides });
  for (const [key, sketch] of Object.entries(fields)) {
    const field = typeof sketch === 'string' ? { field_type: sketch } : sketch;
    // The client types a field by its type's name, which a sketch does not know before it runs.
    const body = { label: key, api_key: key, field_type: 'string', ...field } as NewField;
    await client.fields.create(model.id, body);
  }
  return { id: model.id, ref: { type: 'item_type', id: model.id }, apiKey: model.api_key };
}

/** The same for a block model. */
export function buildBlockModel(client: Client, fields?: FieldSketches): Promise<TestModel> {
  return buildModel(client, fields, { modular_block: true });
}

/** A list of links to `models`, with what the field wants when their records change. */
export function linksTo(models: readonly TestModel[], strategies: Record<string, string> = {}) {
  return {
    field_type: 'links' as const,
    validators: { items_item_type: { item_types: models.map(({ id }) => id), ...strategies } },
  };
}

export function blocksOf(models: readonly TestModel[]) {
  return {
    field_type: 'rich_text' as const,
    validators: { rich_text_blocks: { item_types: models.map(({ id }) => id) } },
  };
}

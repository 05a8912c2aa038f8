import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#schema/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

type Client = TestProject['client'];
type Attributes = Record<string, unknown>;

let server: TestServer;
let project: TestProject;
let client: Client;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  client = project.client;
});
afterAll(() => server.close());

async function buildModel(overrides: Attributes = {}, fields: Attributes[] = []): Promise<string> {
  count += 1;
  const model = { name: `Model ${count}`, api_key: `model_number_${count}`, ...overrides };
  const { id } = await client.itemTypes.create(model);
  for (const field of fields) {
    const whole = { label: field.api_key, field_type: 'string', ...field };
    await client.fields.create(id, whole as Parameters<Client['fields']['create']>[1]);
  }
  return id;
}

const ofModel = (id: string) => ({ item_type: { type: 'item_type' as const, id } });
const listItems = (modelId: string, version: 'current' | 'published' = 'current') =>
  client.items.list({ filter: { type: modelId }, version, order_by: '_created_at_ASC' });

async function eventsOf(entityId: string): Promise<string[]> {
  const rows = await server.ports.database.db
    .selectFrom('event')
    .select(['entity_type', 'event_type'])
    .where('entity_id', '=', entityId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => `${row.entity_type} ${row.event_type}`);
}

describe('a model that is destroyed', () => {
  it('takes its records, and the links to them out of every version of others', async () => {
    const target = await buildModel();
    const rules = { item_item_type: { item_types: [target] } };
    const holder = await buildModel({ draft_mode_active: true }, [
      { api_key: 'link', field_type: 'link', validators: rules },
    ]);
    const { id: targetId } = await client.items.create(ofModel(target));
    const link = { link: targetId };
    const { id } = await client.items.create({ ...ofModel(holder), ...link });
    await client.items.publish(id);
    await client.itemTypes.destroy(target);
    expect(await codesOf(client.items.find(targetId))).toEqual(['NOT_FOUND']);
    expect((await client.items.find(id)).link).toBe(null);
    expect((await client.items.find(id, { version: 'published' })).link).toBe(null);
    expect((await client.itemVersions.list(id)).map((version) => version.link)).toEqual([null]);
    expect((await eventsOf(targetId)).at(-1)).toBe('item delete');
    expect(await eventsOf(id)).toEqual(expect.arrayContaining(['item update', 'item publish']));
  });

  it('tells what happened to it', async () => {
    const id = await buildModel({}, [{ api_key: 'a' }]);
    await client.itemTypes.update(id, { hint: 'x' });
    await client.itemTypes.destroy(id);
    expect(await eventsOf(id)).toEqual([
      'item_type create',
      'item_type update',
      'item_type update',
      'item_type delete',
    ]);
  });
});

describe('locales that become required', () => {
  it('are added to every version', async () => {
    const model = await buildModel({ draft_mode_active: true }, [{ api_key: 'title', localized: true }]);
    const { id } = await client.items.create({ ...ofModel(model), title: { it: 'uno' } });
    await client.items.publish(id);
    await client.items.update(id, { title: { it: 'due' } });
    await client.itemTypes.update(model, { all_locales_required: true });
    expect((await client.itemVersions.list(id)).map((version) => version.title)).toEqual([
      { en: null, it: 'due' },
      { en: null, it: 'uno' },
    ]);
    expect((await client.items.find(id)).title).toEqual({ en: null, it: 'due' });
    expect((await client.items.find(id, { version: 'published' })).title).toEqual({ en: null, it: 'uno' });
  });
});

describe('a model without drafts', () => {
  it('publishes what its records hold', async () => {
    const model = await buildModel({ draft_mode_active: true }, [{ api_key: 'title' }]);
    const draft = await client.items.create({ ...ofModel(model), title: 'draft' });
    const updated = await client.items.create({ ...ofModel(model), title: 'old' });
    await client.items.publish(updated.id);
    await client.items.update(updated.id, { title: 'new' });
    await client.itemTypes.update(model, { draft_mode_active: false });
    const items = await listItems(model, 'published');
    expect(items.map((item) => [item.title, item.meta.status])).toEqual([
      ['draft', 'published'],
      ['new', 'published'],
    ]);
    expect((await client.items.find(draft.id)).meta.first_published_at).not.toBe(null);
  });
});

describe('a model that is sorted by hand', () => {
  it('gives its records places, and takes them back', async () => {
    const model = await buildModel();
    for (let number = 0; number < 3; number += 1) await client.items.create(ofModel(model));
    await client.itemTypes.update(model, { sortable: true });
    expect((await listItems(model)).map((item) => item.position)).toEqual([1, 2, 3]);
    await client.itemTypes.update(model, { tree: true });
    expect((await listItems(model)).map((item) => [item.position, item.parent_id])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    await client.itemTypes.update(model, { tree: false });
    expect('position' in ((await listItems(model))[0] ?? {})).toBe(false);
  });
});

describe('a single-instance model', () => {
  it('is made of a model with at most one record', async () => {
    const model = await buildModel();
    const { id } = await client.items.create(ofModel(model));
    expect(await client.itemTypes.update(model, { singleton: true })).toMatchObject({
      singleton_item: { type: 'item', id },
      has_singleton_item: true,
    });
    await client.itemTypes.update(model, { singleton: false });
    await client.items.create(ofModel(model));
    expect(await codesOf(client.itemTypes.update(model, { singleton: true }))).toEqual([
      'singleton VALIDATION_INVALID',
    ]);
    expect(await codesOf(client.itemTypes.update(model, { modular_block: true }))).toEqual([
      'modular_block VALIDATION_INVALID',
    ]);
  });
});

import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildBlockModel, buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { outlineOf } from '#tree/testing.ts';

let server: TestServer;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  ({ client } = await server.createProject());
});
afterAll(() => server.close());

const folder = (label: string) => client.schemaMenuItems.create({ label, kind: 'item_type' });
const parentOf = (node: { id: string }) => ({ type: 'schema_menu_item' as const, id: node.id });

async function itemOf(model: { id: string }) {
  const found = (await client.schemaMenuItems.list()).find(({ item_type }) => item_type?.id === model.id);
  if (!found) throw new Error('every model has an entry');
  return found;
}

describe('an entry of a model', () => {
  it('is made with it, moves, and goes with it', async () => {
    const [model, block] = [await buildModel(client), await buildBlockModel(client)];
    expect(await itemOf(block)).toMatchObject({ kind: 'modular_block', label: null, position: 2 });
    const { id } = await folder('Pages');
    const item = await itemOf(model);
    const moved = await client.schemaMenuItems.update(item.id, { parent: parentOf({ id }) });
    expect(moved).toEqual({ ...item, parent: parentOf({ id }) });
    await client.itemTypes.destroy(model.id);
    expect(outlineOf(await client.schemaMenuItems.list())).toBe('- Pages');
  });

  it('is made and destroyed by nobody else', async () => {
    const model = await buildModel(client);
    const { id } = await itemOf(model);
    const made = client.schemaMenuItems.create({ label: null, kind: 'item_type', item_type: model.ref });
    const code = 'CANNOT_CREATE_OR_DESTROY_SCHEMA_MENU_ITEM_LINKED_TO_ITEM_TYPE';
    expect(await codesOf(made)).toEqual([code]);
    expect(await codesOf(client.schemaMenuItems.destroy(id))).toEqual([code]);
    expect(await codesOf(client.schemaMenuItems.update(id, { item_type: null }))).toEqual([code]);
    expect(await codesOf(client.schemaMenuItems.update(id, { kind: 'modular_block' }))).toEqual([
      'KIND_CANNOT_BE_CHANGED',
    ]);
  });

  it('changes lists with its model', async () => {
    const model = await buildModel(client, {});
    await client.itemTypes.update(model.id, { modular_block: true });
    expect(await itemOf(model)).toMatchObject({ kind: 'modular_block' });
    expect(await client.menuItems.list()).toEqual([]);
    await client.itemTypes.update(model.id, { modular_block: false });
    expect(await itemOf(model)).toMatchObject({ kind: 'item_type' });
    expect(await client.menuItems.list()).toMatchObject([{ item_type: model.ref }]);
  });
});

describe('a folder', () => {
  it('is sent back as it was fetched, and leaves its children when it goes', async () => {
    const outer = await folder('Outer');
    const inner = await client.schemaMenuItems.create({
      label: 'Inner',
      kind: 'item_type',
      parent: parentOf(outer),
    });
    const fetched = await client.schemaMenuItems.find(outer.id);
    expect(fetched.children).toEqual([parentOf(inner)]);
    expect(await client.schemaMenuItems.update(outer.id, { ...fetched, label: 'New' })).toMatchObject({
      label: 'New',
      children: [parentOf(inner)],
    });
    await client.schemaMenuItems.update(outer.id, { children: [] });
    expect(outlineOf(await client.schemaMenuItems.list())).toBe('New Inner');
    await client.schemaMenuItems.destroy(outer.id);
    expect(outlineOf(await client.schemaMenuItems.list())).toBe('Inner');
  });

  it('has a label, and holds entries of its kind only', async () => {
    const nameless = client.schemaMenuItems.create({ label: null, kind: 'item_type' });
    expect(await codesOf(nameless)).toEqual(['label VALIDATION_REQUIRED']);
    const models = await folder('Models');
    const mixed = client.schemaMenuItems.create({
      label: 'Blocks',
      kind: 'modular_block',
      parent: parentOf(models),
    });
    expect(await codesOf(mixed)).toEqual(['INVALID_PARENT']);
    const unknown = client.schemaMenuItems.update(models.id, { children: [parentOf({ id: newId() })] });
    expect(await codesOf(unknown)).toEqual(['INVALID_RELATIONSHIP']);
  });
});

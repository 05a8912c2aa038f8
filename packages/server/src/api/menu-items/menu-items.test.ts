import { buildClient } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
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

const parentOf = (node: { id: string }) => ({ type: 'menu_item' as const, id: node.id });
const outline = async () => outlineOf(await client.menuItems.list());

describe('a menu item', () => {
  it('is made, found, changed, listed and destroyed', async () => {
    const id = newId();
    const made = await client.menuItems.create({ id, label: 'Docs', external_url: 'https://example.org/' });
    expect(made).toEqual({
      id,
      type: 'menu_item',
      label: 'Docs',
      external_url: 'https://example.org/',
      position: 1,
      open_in_new_tab: false,
      item_type: null,
      item_type_filter: null,
      parent: null,
      children: [],
    });
    const changed = await client.menuItems.update(id, { open_in_new_tab: true });
    expect(changed).toEqual({ ...made, open_in_new_tab: true });
    expect(await client.menuItems.find(id)).toEqual(changed);
    expect(await client.menuItems.list({ filter: { ids: `${id},unknown` } })).toEqual([changed]);
    expect(await client.menuItems.destroy(id)).toEqual(changed);
    expect(await client.menuItems.list()).toEqual([]);
    expect(await codesOf(client.menuItems.find(id))).toEqual(['NOT_FOUND']);
  });

  it('moves: its old siblings close up, its new ones make room', async () => {
    const [a, b] = [
      await client.menuItems.create({ label: 'a' }),
      await client.menuItems.create({ label: 'b' }),
    ];
    await client.menuItems.create({ label: 'c', position: 1 });
    await client.menuItems.create({ label: 'b1', parent: parentOf(b) });
    expect(await outline()).toBe('c a b(b1)');
    await client.menuItems.update(a.id, { parent: parentOf(b), position: 1 });
    expect(await outline()).toBe('c b(a b1)');
    await client.menuItems.update(b.id, { position: 1 });
    expect(await outline()).toBe('b(a b1) c');
    await client.menuItems.destroy(b.id);
    expect(await outline()).toBe('c a b1');
  });

  it('cannot stand below itself, nor below what is not there', async () => {
    const a = await client.menuItems.create({ label: 'a' });
    const b = await client.menuItems.create({ label: 'b', parent: parentOf(a) });
    expect(await codesOf(client.menuItems.update(a.id, { parent: parentOf(b) }))).toEqual(['INVALID_PARENT']);
    const lost = client.menuItems.create({ label: 'c', parent: { type: 'menu_item', id: newId() } });
    expect(await codesOf(lost)).toEqual(['INVALID_PARENT']);
    expect(await outline()).toBe('a(b)');
  });

  it('tells everything that is wrong with it', async () => {
    const block = await buildModel(client, {}, { modular_block: true });
    const wrong = client.menuItems.create({
      label: ' ',
      external_url: ' java\nscript:alert(1)',
      item_type: block.ref,
      item_type_filter: { type: 'item_type_filter', id: newId() },
    });
    expect(await codesOf(wrong)).toEqual([
      'label VALIDATION_REQUIRED',
      'external_url VALIDATION_FORMAT',
      'item_type VALIDATION_INVALID',
      'item_type_filter VALIDATION_INVALID',
    ]);
    expect(await codesOf(client.menuItems.create({ id: 'short', label: 'a' }))).toEqual([
      'INVALID_ENTITY_ID',
    ]);
  });
});

describe('reordering the menu at once', () => {
  const place = (node: { id: string }, position: number, parent: { id: string } | null = null) => ({
    type: 'menu_item' as const,
    id: node.id,
    position,
    parent: parent && parentOf(parent),
  });

  it('moves everything where it was sent', async () => {
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((label) => client.menuItems.create({ label })));
    if (!a || !b || !c) throw new Error('three were made');
    await client.menuItems.reorder([place(c, 1), place(a, 2), place(b, 1, a)]);
    expect(await outline()).toBe('c a(b)');
  });

  it('gives no place to two', async () => {
    const [a, b] = [
      await client.menuItems.create({ label: 'a' }),
      await client.menuItems.create({ label: 'b' }),
    ];
    const shared = client.menuItems.reorder([place(a, 1), place(b, 1)]);
    expect(await codesOf(shared)).toEqual(['DUPLICATE_POSITIONS_FOUND']);
    expect(await codesOf(client.menuItems.reorder([place({ id: newId() }, 1)]))).toEqual(['NOT_FOUND']);
    expect(await outline()).toBe('a b');
  });
});

describe('a model', () => {
  it('gets a menu item of the chosen id, unless it is told not to', async () => {
    const [menu_item_id, schema_menu_item_id] = [newId(), newId()];
    const names = { name: 'Article', api_key: 'article' };
    const model = await client.itemTypes.create(names, { menu_item_id, schema_menu_item_id });
    await client.itemTypes.create({ name: 'Other', api_key: 'other' }, { skip_menu_item_creation: true });
    await client.itemTypes.create({ name: 'Block', api_key: 'block', modular_block: true });
    expect(await client.menuItems.list()).toMatchObject([
      { id: menu_item_id, label: 'Article', position: 1, item_type: { id: model.id } },
    ]);
    const copy = await client.itemTypes.duplicate(model.id);
    expect((await client.menuItems.list()).at(-1)).toMatchObject({ label: copy.name, position: 2 });
  });

  it('takes its menu items along, unless it is told not to', async () => {
    const [gone, kept] = [await buildModel(client), await buildModel(client)];
    await client.itemTypes.destroy(gone.id);
    await client.itemTypes.destroy(kept.id, { skip_menu_items_deletion: true });
    expect(await client.menuItems.list()).toMatchObject([{ position: 1, item_type: null }]);
  });

  it('keeps nothing of itself where an id of its menu items is taken', async () => {
    const { id } = await client.menuItems.create({ label: 'a' });
    const names = { name: 'Article', api_key: 'article' };
    expect(await codesOf(client.itemTypes.create(names, { menu_item_id: id }))).toEqual([
      'id VALIDATION_UNIQUENESS',
    ]);
    expect(await client.itemTypes.list()).toEqual([]);
    expect(await client.schemaMenuItems.list()).toEqual([]);
  });
});

it('is arranged by those who may, and read by everybody', async () => {
  const { readOnlyToken, client: owner } = await server.createProject();
  const made = await owner.menuItems.create({ label: 'Help', external_url: '/help' });
  const reader = buildClient({ apiToken: readOnlyToken, baseUrl: server.cmaUrl, autoRetry: false });
  expect(await reader.menuItems.list()).toEqual([made]);
  const calls = [
    reader.menuItems.create({ label: 'mine' }),
    reader.menuItems.update(made.id, { label: 'mine' }),
    reader.menuItems.destroy(made.id),
    reader.menuItems.reorder([]),
  ];
  const codes = await Promise.all(calls.map(codesOf));
  expect(codes.flat()).toEqual(calls.map(() => 'INSUFFICIENT_PERMISSIONS'));
});

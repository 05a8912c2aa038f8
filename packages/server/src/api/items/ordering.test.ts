import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildModel, type TestModel } from './testing.ts';

let server: TestServer;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
});
afterAll(() => server.close());

const add = (model: TestModel, title: string, values: Record<string, unknown> = {}) =>
  client.items.create({ item_type: model.ref, title, ...values });
const order = async (model: TestModel) => {
  const items = await client.items.list({ filter: { type: model.id } });
  return items.map(({ title, position }) => `${title}${position}`).join(' ');
};

describe('a sortable collection', () => {
  it('puts new records at the end or where they are told, and closes every gap', async () => {
    const model = await buildModel(client, { title: 'string' }, { sortable: true });
    const a = await add(model, 'a');
    await add(model, 'b');
    await add(model, 'c', { position: 1 });
    expect(await order(model)).toBe('c1 a2 b3');
    expect(await client.items.update(a.id, { position: 3 })).toMatchObject({ position: 3 });
    expect(await order(model)).toBe('c1 b2 a3');
    await client.items.update(a.id, { position: 1 });
    expect(await order(model)).toBe('a1 c2 b3');
    await client.items.destroy(a.id);
    expect(await order(model)).toBe('c1 b2');
  });

  it('gives every one of many new records a place of its own', async () => {
    const model = await buildModel(client, { title: 'string' }, { sortable: true });
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((title) => add(model, title)));
    const items = await client.items.list({ filter: { type: model.id } });
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  it('moves a record at once, without a new version of it', async () => {
    const model = await buildModel(client, { title: 'string' }, { sortable: true, draft_mode_active: true });
    const [a] = [await add(model, 'a'), await add(model, 'b')];
    await client.items.publish(a.id);
    const moved = await client.items.update(a.id, { position: 2 });
    expect(moved.meta).toMatchObject({ status: 'published', current_version: a.meta.current_version });
    expect(await client.items.find(a.id, { version: 'published' })).toMatchObject({ position: 2 });
  });

  it('refuses what is no position', async () => {
    const model = await buildModel(client, { title: 'string' }, { sortable: true });
    expect(await codesOf(add(model, 'a', { position: 0 }))).toEqual(['INVALID_POSITION']);
    expect(await codesOf(add(model, 'a', { position: 'first' }))).toEqual(['INVALID_POSITION']);
    expect(await codesOf(add(model, 'a', { parent_id: null }))).toEqual(['INVALID_ATTRIBUTES']);
  });
});

describe('a tree', () => {
  let tree: TestModel;
  beforeAll(async () => {
    tree = await buildModel(client, { title: 'string' }, { tree: true, draft_mode_active: true });
  });

  it('places records below a parent and counts each level by itself', async () => {
    const root = await add(tree, 'root');
    expect(root).toMatchObject({ parent_id: null, meta: { has_children: false } });
    const [one, two] = [
      await add(tree, 'one', { parent_id: root.id }),
      await add(tree, 'two', { parent_id: root.id, position: 1 }),
    ];
    expect(two).toMatchObject({ parent_id: root.id, position: 1 });
    expect(await client.items.find(one.id)).toMatchObject({ position: 2 });
    expect((await client.items.find(root.id)).meta.has_children).toBe(true);
    expect(await client.items.update(two.id, { parent_id: one.id })).toMatchObject({ position: 1 });
    expect(await client.items.find(one.id)).toMatchObject({ position: 1 });
  });

  it('refuses circles and parents that are none', async () => {
    const root = await add(tree, 'root');
    const child = await add(tree, 'child', { parent_id: root.id });
    const stranger = await add(await buildModel(client), 'x');
    const move = (parent_id: unknown) => codesOf(client.items.update(root.id, { parent_id }));
    expect(await move(child.id)).toEqual(['INVALID_PARENT']);
    expect(await move(root.id)).toEqual(['INVALID_PARENT_ID']);
    expect(await move(stranger.id)).toEqual(['INVALID_PARENT_ID']);
    expect(await move('HTv4kjFgRuWA0NAzOSIcLQ')).toEqual(['INVALID_PARENT_ID']);
    expect(await move(12)).toEqual(['INVALID_PARENT_ID']);
  });

  it('publishes downwards and unpublishes upwards only, or all at once', async () => {
    const root = await add(tree, 'root');
    const child = await add(tree, 'child', { parent_id: root.id });
    const leaf = await add(tree, 'leaf', { parent_id: child.id });
    expect(await codesOf(client.items.publish(leaf.id))).toEqual(['UNPUBLISHED_PARENT']);
    await client.items.publish(leaf.id, undefined, { recursive: true });
    expect((await client.items.find(root.id)).meta.status).toBe('published');
    expect(await codesOf(client.items.unpublish(root.id))).toEqual(['PUBLISHED_CHILDREN']);
    await client.items.unpublish(root.id, undefined, { recursive: true });
    expect((await client.items.find(leaf.id)).meta.status).toBe('draft');
  });

  it('keeps a record that still has children', async () => {
    const root = await add(tree, 'root');
    const child = await add(tree, 'child', { parent_id: root.id });
    expect(await codesOf(client.items.destroy(root.id))).toEqual(['DELETE_RESTRICTION']);
    await client.items.destroy(child.id);
    await client.items.destroy(root.id);
  });
});

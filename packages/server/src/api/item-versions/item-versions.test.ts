import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, buildBlockModel, buildModel, linksTo } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
});
afterAll(() => server.close());

describe('the history of a record', () => {
  it('holds every change with who made it, newest first, and says which version is current and published', async () => {
    const model = await buildModel(client, { title: 'string' }, { draft_mode_active: true });
    const { id } = await client.items.create({ item_type: model.ref, title: 'one' });
    await client.items.publish(id);
    await client.items.update(id, { title: 'two' });
    const versions = await client.itemVersions.list(id);
    expect(versions).toMatchObject([
      { title: 'two', meta: { is_current: true, is_published: false, published_from: null } },
      { title: 'one', meta: { is_current: false, is_published: true, published_until: null } },
    ]);
    expect(versions[1]?.meta.published_from).not.toBeNull();
    expect(versions[0]).toMatchObject({
      type: 'item_version',
      item: { type: 'item', id },
      item_type: model.ref,
    });
    expect(versions[0]?.editor.type).toBe('access_token');
    await client.items.publish(id);
    expect((await client.itemVersions.find(versions[1]?.id ?? '')).meta.published_until).not.toBeNull();
  });

  it('comes in pages of at most 50', async () => {
    const model = await buildModel(client);
    const { id } = await client.items.create({ item_type: model.ref, title: '0' });
    for (const title of ['1', '2', '3']) await client.items.update(id, { title });
    const { data, meta } = await client.itemVersions.rawList(id, { page: { offset: 1, limit: 2 } });
    expect([data.map(({ attributes }) => attributes.title), meta.total_count]).toEqual([['2', '1'], 4]);
    expect(await codesOf(client.itemVersions.list(id, { page: { limit: 51 } }))).toEqual(['INVALID_PARAMS']);
  });
});

describe('an old version', () => {
  it('is restored as a new one, and published only where every save is', async () => {
    const model = await buildModel(client, { title: 'string' }, { draft_mode_active: true });
    const { id } = await client.items.create({ item_type: model.ref, title: 'one' });
    await client.items.update(id, { title: 'two' });
    await client.items.publish(id);
    const old = (await client.itemVersions.list(id))[1];
    const [item, version] = await client.itemVersions.restore(old?.id ?? '');
    expect(item).toMatchObject({ id, title: 'one', meta: { status: 'updated' } });
    expect(version).toMatchObject({ type: 'item_version', title: 'one', meta: { is_current: true } });
    expect(version?.id).not.toBe(old?.id);
    expect(await client.itemVersions.list(id)).toHaveLength(3);
  });

  it('points nowhere where a record it linked to has been destroyed', async () => {
    const target = await buildModel(client);
    const model = await buildModel(client, { rel: linksTo([target]) });
    const [kept, gone] = [
      await client.items.create({ item_type: target.ref }),
      await client.items.create({ item_type: target.ref }),
    ];
    const { id } = await client.items.create({ item_type: model.ref, rel: [kept.id, gone.id] });
    await client.items.destroy(gone.id);
    const first = (await client.itemVersions.list(id)).at(-1);
    expect(first).toMatchObject({ rel: [kept.id] });
    const [item] = await client.itemVersions.restore(first?.id ?? '');
    expect(item).toMatchObject({ rel: [kept.id] });
  });

  it('has the shape of the model as it is now', async () => {
    const model = await buildModel(client, { title: 'string', old: 'string' });
    const { id } = await client.items.create({ item_type: model.ref, title: 'x', old: 'y' });
    await client.items.update(id, { title: 'z' });
    const old = (await client.fields.list(model.id)).find(({ api_key }) => api_key === 'old');
    await client.fields.destroy(old?.id ?? '');
    await client.fields.create(model.id, { label: 'New', api_key: 'brand_new', field_type: 'integer' });
    const first = (await client.itemVersions.list(id)).at(-1);
    expect(first).toMatchObject({ title: 'x', brand_new: null });
    expect(first).not.toHaveProperty('old');
  });

  it('brings its blocks back, whole when asked to', async () => {
    const block = await buildBlockModel(client, { heading: 'string' });
    const model = await buildModel(client, { parts: blocksOf([block]) });
    const part = {
      type: 'item' as const,
      attributes: { heading: 'x' },
      relationships: { item_type: { data: block.ref } },
    };
    const { id } = await client.items.create({ item_type: model.ref, parts: [part] });
    await client.items.update(id, { parts: [] });
    const [, first] = await client.itemVersions.list(id, { nested: true });
    expect(first).toMatchObject({ parts: [{ type: 'item', attributes: { heading: 'x' } }] });
    await client.itemVersions.restore(first?.id ?? '');
    expect(await client.items.find(id, { nested: true })).toMatchObject({
      parts: [{ attributes: { heading: 'x' } }],
    });
  });
});

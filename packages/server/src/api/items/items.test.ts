import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
});
afterAll(() => server.close());

it('creates, finds, updates and destroys a record', async () => {
  const { client } = project;
  const post = await client.itemTypes.create({ name: 'Post', api_key: 'post' });
  await client.fields.create(post.id, { label: 'Title', api_key: 'title', field_type: 'string' });
  const created = await client.items.create({ item_type: { type: 'item_type', id: post.id }, title: 'One' });
  expect(created).toMatchObject({ title: 'One', meta: { status: 'published', is_valid: true } });
  const updated = await client.items.update(created.id, { title: 'Two' });
  expect(updated.title).toBe('Two');
  expect(updated.meta.current_version).not.toBe(created.meta.current_version);
  expect(await client.items.find(created.id)).toEqual(updated);
  const list = await client.items.list({ filter: { type: 'post' } });
  expect(list).toEqual([updated]);
  await client.items.destroy(created.id);
  await expect(client.items.find(created.id)).rejects.toThrow('NOT_FOUND');
});

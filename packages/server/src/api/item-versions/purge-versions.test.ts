import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { purgeVersions } from './purge-versions.ts';

let server: TestServer;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
});
afterAll(() => server.close());

it('forgets old versions, but never the current and the published one', async () => {
  const model = await buildModel(client, { title: 'string' }, { draft_mode_active: true });
  const { id } = await client.items.create({ item_type: model.ref, title: '1' });
  await client.items.update(id, { title: '2' });
  await client.items.publish(id);
  await client.items.update(id, { title: '3' });
  await client.items.update(id, { title: '4' });
  const { db } = server.ports.database;
  const titles = async () => (await client.itemVersions.list(id)).map(({ title }) => title);

  await purgeVersions(db, new Date(Date.now() - 60_000));
  expect(await titles()).toEqual(['4', '3', '2', '1']);
  expect(await purgeVersions(db, new Date(Date.now() + 60_000))).toBe(2);
  expect(await titles()).toEqual(['4', '2']);
  expect(await client.items.find(id, { version: 'published' })).toMatchObject({ title: '2' });
});

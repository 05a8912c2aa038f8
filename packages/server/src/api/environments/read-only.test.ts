import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { updateReadOnly } from './table.ts';
import { announceFork, clientIn, makeArticles } from './testing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function readPrimaryId({ siteId }: TestProject): Promise<string> {
  const { db } = server.ports.database;
  const row = await db.selectFrom('site').select('primary_environment_id').where('id', '=', siteId);
  return (await row.executeTakeFirstOrThrow()).primary_environment_id ?? '';
}

describe('the source of a fast fork', () => {
  it('is only read until the copy is there', async () => {
    const project = await server.createProject();
    const { client } = project;
    const { itemIds } = await makeArticles(client, 1);
    await announceFork(server, project, { source: 'main', name: 'copy', isFast: true });
    await updateReadOnly(server.ports.database.db, await readPrimaryId(project));
    expect((await client.environments.find('main')).meta.read_only_mode).toBe(true);
    const update = () => client.items.update(itemIds[0] ?? '', { title: 'Later' });
    expect(await codesOf(update())).toEqual(['ENVIRONMENT_IN_READ_ONLY_MODE']);
    expect(await codesOf(client.itemTypes.create({ name: 'Late', api_key: 'late' }))).toEqual([
      'ENVIRONMENT_IN_READ_ONLY_MODE',
    ]);
    await client.environments.destroy('copy');
    expect((await update()).title).toBe('Later');
  });

  it('is written to again when the fork is done', async () => {
    const { client } = await server.createProject();
    const { itemIds } = await makeArticles(client, 1);
    await client.environments.fork('main', { id: 'copy' }, { fast: true });
    expect((await client.environments.find('main')).meta.read_only_mode).toBe(false);
    await client.items.update(itemIds[0] ?? '', { title: 'After the fork' });
  });
});

describe('an environment that is being made', () => {
  it('is closed, for reading too', async () => {
    const project = await server.createProject();
    await announceFork(server, project, { source: 'main', name: 'half' });
    const inside = clientIn(server, project, 'half');
    expect(await codesOf(inside.itemTypes.list())).toEqual(['ENVIRONMENT_NOT_READY']);
    expect(await codesOf(inside.itemTypes.create({ name: 'Early', api_key: 'early' }))).toEqual([
      'ENVIRONMENT_NOT_READY',
    ]);
    expect(await codesOf(project.client.environments.promote('half'))).toEqual(['ENVIRONMENT_NOT_READY']);
    expect((await inside.environments.list()).length).toBe(2);
  });
});

describe('maintenance', () => {
  it('keeps everybody from writing to the primary environment, and to no other', async () => {
    const project = await server.createProject();
    const { client } = project;
    await client.environments.fork('main', { id: 'sandbox' });
    expect((await client.maintenanceMode.find()).active).toBe(false);
    expect(await client.maintenanceMode.activate({ force: true })).toMatchObject({
      id: 'maintenance_mode',
      active: true,
    });
    const create = (from: typeof client) => from.itemTypes.create({ name: 'New', api_key: 'new' });
    expect(await codesOf(create(client))).toEqual(['MAINTENANCE_MODE']);
    expect(await client.itemTypes.list()).toEqual([]);
    await create(clientIn(server, project, 'sandbox'));
    await client.environments.promote('sandbox');
    expect((await client.itemTypes.list()).length).toBe(1);
    expect((await client.maintenanceMode.deactivate()).active).toBe(false);
    await client.itemTypes.destroy('new');
  });
});

describe('a project that wants sandboxes to be used', () => {
  it('lets nobody change the schema or the settings of its primary environment', async () => {
    const project = await server.createProject();
    const { client } = project;
    const { itemTypeId, itemIds } = await makeArticles(client, 1);
    await client.environments.fork('main', { id: 'sandbox' });
    await client.site.update({ force_use_of_sandbox_environments: true });
    const refused = ['PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY'];
    expect(await codesOf(client.itemTypes.update(itemTypeId, { name: 'Other' }))).toEqual(refused);
    expect(await codesOf(client.menuItems.create({ label: 'Group' }))).toEqual(refused);
    expect(await codesOf(client.site.update({ locales: ['en', 'it'] }))).toEqual(refused);
    await client.items.update(itemIds[0] ?? '', { title: 'Content goes on' });
    await clientIn(server, project, 'sandbox').itemTypes.update(itemTypeId, { name: 'Other' });
    await client.site.update({ force_use_of_sandbox_environments: false });
  });
});

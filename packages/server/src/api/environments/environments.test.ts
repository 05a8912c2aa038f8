import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { announceFork, clientIn, makeArticles, makeRole } from './testing.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  await server.createProject();
});
afterAll(() => server.close());

describe('a new project', () => {
  it('has one environment, the primary one, and sees no other project’s', async () => {
    const environments = await project.client.environments.list();
    expect(environments.map(({ id, meta }) => ({ id, ...meta }))).toMatchObject([
      { id: 'main', primary: true, status: 'ready', read_only_mode: false, forked_from: null },
    ]);
  });

  it('finds its environment by name', async () => {
    expect((await project.client.environments.find('main')).meta.primary).toBe(true);
    expect(await codesOf(project.client.environments.find('unknown'))).toEqual(['NOT_FOUND']);
  });
});

describe('a fork', () => {
  it('holds everything that its source held, under the same ids, and goes its own way', async () => {
    const { client } = project;
    const { itemTypeId, itemIds } = await makeArticles(client, 3);
    await client.items.publish(itemIds[0] ?? '');
    await client.menuItems.create({ label: 'Docs', external_url: 'https://example.com' });
    const forked = await client.environments.fork('main', { id: 'sandbox-1' });
    expect(forked).toMatchObject({
      id: 'sandbox-1',
      meta: { status: 'ready', forked_from: 'main', primary: false },
    });

    const sandbox = clientIn(server, project, 'sandbox-1');
    const everything = async (from: typeof client) => [
      await from.itemTypes.rawList(),
      await from.fields.rawList(itemTypeId),
      await from.items.rawList({ version: 'current' }),
      await from.itemVersions.rawList(itemIds[0] ?? ''),
      await from.menuItems.rawList(),
      await from.schemaMenuItems.rawList(),
      (await from.site.rawFind()).data.attributes.locales,
    ];
    expect(await everything(sandbox)).toEqual(await everything(client));

    await sandbox.items.update(itemIds[0] ?? '', { title: 'Changed in the sandbox' });
    expect((await client.items.find(itemIds[0] ?? '')).title).toBe('Article 0');
  });

  it('is asked for with a name that nothing else has, of small letters, digits and dashes', async () => {
    const fork = (id: string) => project.client.environments.fork('main', { id });
    expect(await codesOf(fork('main'))).toEqual(['name VALIDATION_UNIQUENESS']);
    expect(await codesOf(fork('Not a name'))).toEqual(['name VALIDATION_FORMAT']);
    expect(await codesOf(project.client.environments.fork('nowhere', { id: 'copy' }))).toEqual(['NOT_FOUND']);
  });

  it('may be answered at once with an environment that nobody can enter yet', async () => {
    const { client } = await server.createProject();
    const pending = await client.environments.fork('main', { id: 'soon' }, { immediate_return: true });
    expect(pending.meta).toMatchObject({ status: 'creating', fork_completion_percentage: 0 });
    await expect
      .poll(async () => (await client.environments.find('soon')).meta.status, { timeout: 10_000 })
      .toBe('ready');
  });

  it('gives roles in the copy the rules that they have in the source', async () => {
    const { client } = project;
    const role = await makeRole(client, { name: 'Writer', environment: 'main' });
    await client.environments.fork('main', { id: 'ruled' });
    const rules = async () =>
      (await client.roles.find(role.id)).positive_item_type_permissions.map(({ environment }) => environment);
    expect(await rules()).toEqual(['main', 'ruled']);
    await client.environments.rename('ruled', { id: 'renamed' });
    expect(await rules()).toEqual(['main', 'renamed']);
    await client.environments.destroy('renamed');
    expect(await rules()).toEqual(['main']);
  });
});

describe('promotion', () => {
  it('swaps what callers without an environment get, and can be taken back', async () => {
    const other = await server.createProject();
    const { client } = other;
    await client.environments.fork('main', { id: 'next' });
    await clientIn(server, other, 'next').itemTypes.create({ name: 'New', api_key: 'new' });
    expect((await client.environments.promote('next')).meta.primary).toBe(true);
    expect((await client.itemTypes.list()).map((itemType) => itemType.api_key)).toEqual(['new']);
    expect(await codesOf(client.environments.promote('next'))).toEqual(['ALREADY_PRIMARY_ENVIRONMENT']);
    await client.environments.promote('main');
    expect(await client.itemTypes.list()).toEqual([]);
  });
});

describe('renaming', () => {
  it('keeps what is in the environment, and the old name is unknown at once', async () => {
    const other = await server.createProject();
    const { client } = other;
    await client.environments.fork('main', { id: 'copy' });
    expect((await client.environments.rename('main', { id: 'live' })).meta.primary).toBe(true);
    expect((await client.environments.find('copy')).meta.forked_from).toBe('live');
    expect(await codesOf(clientIn(server, other, 'main').itemTypes.list())).toEqual(['INVALID_ENVIRONMENT']);
    expect(await clientIn(server, other, 'live').itemTypes.list()).toEqual([]);
    expect(await codesOf(client.environments.rename('live', { id: 'copy' }))).toEqual([
      'name VALIDATION_UNIQUENESS',
    ]);
  });
});

describe('destruction', () => {
  it('takes all that the environment held, and frees its name', async () => {
    const other = await server.createProject();
    const { client } = other;
    await makeArticles(client, 2);
    await client.environments.fork('main', { id: 'copy' });
    await clientIn(server, other, 'copy').items.list({ filter: { query: 'Article' } });
    expect(await client.environments.destroy('copy')).toMatchObject({
      id: 'copy',
      meta: { status: 'destroying' },
    });
    const { rows: words } = await sql`
      select from item_text where environment_id not in (select id from environment)`.execute(
      server.ports.database.db,
    );
    expect(words).toEqual([]);
    expect((await client.environments.list()).map(({ id }) => id)).toEqual(['main']);
    expect((await client.items.list()).length).toBe(2);
    await client.environments.fork('main', { id: 'copy' });
  });

  it('spares the primary environment, and one that is being forked', async () => {
    const other = await server.createProject();
    const { client } = other;
    expect(await codesOf(client.environments.destroy('main'))).toEqual([
      'CANNOT_DESTROY_PRIMARY_ENVIRONMENT',
    ]);
    await client.environments.fork('main', { id: 'origin' });
    await announceFork(server, other, { source: 'origin', name: 'half' });
    expect(await codesOf(client.environments.destroy('origin'))).toEqual(['CANNOT_DESTROY_FORKING_ORIGIN']);
    expect(await codesOf(client.environments.fork('half', { id: 'quarter' }))).toEqual([
      'ENVIRONMENT_NOT_READY',
    ]);
    await client.environments.destroy('half');
    await client.environments.destroy('origin');
  });
});

describe('a role', () => {
  it('sees the environments that it may enter, and changes them with its switches only', async () => {
    const { client } = project;
    const role = await makeRole(client, { name: 'Primary', access: 'primary_only', environment: 'main' });
    const token = await client.accessTokens.create({
      name: 'Primary',
      role: { type: 'role', id: role.id },
      can_access_cda: false,
      can_access_cda_preview: false,
      can_access_cma: true,
    });
    const theirs = clientIn(server, { fullAccessToken: token.token ?? '' });
    expect((await theirs.environments.list()).map(({ id }) => id)).toEqual(['main']);
    expect(await codesOf(theirs.environments.find('sandbox-1'))).toEqual(['NOT_FOUND']);
    expect(await codesOf(theirs.environments.fork('main', { id: 'theirs' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    expect(await codesOf(theirs.maintenanceMode.activate())).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

import { buildClient } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { NO_PERMISSIONS } from '@recto/content/permissions/final-permissions';
import type { ItemTypePermission } from '@recto/content/permissions/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRoles } from '#api/roles/table.ts';
import { buildClientOfRole, itemRule, uploadRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, type TestModel } from './testing.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it', 'fr'] });
  client = project.client;
});
afterAll(() => server.close());

/** A client whose role allows nothing but these. */
async function clientWith(...rules: Partial<ItemTypePermission>[]): Promise<TestProject['client']> {
  const role = {
    id: newId(),
    name: newId(),
    inheritsFrom: [],
    declared: {
      ...NO_PERMISSIONS,
      environments_access: 'all' as const,
      positive_item_type_permissions: rules.map((rule) => ({ ...anything, ...rule })),
    },
  };
  await insertRoles(server.ports.database.db, project.siteId, [role], new Date());
  const { token } = await client.accessTokens.create({
    name: role.name,
    role: { type: 'role', id: role.id },
    can_access_cda: false,
    can_access_cda_preview: false,
    can_access_cma: true,
  });
  return buildClient({ apiToken: token ?? '', baseUrl: server.cmaUrl, autoRetry: false });
}

const anything: ItemTypePermission = {
  environment: 'main',
  action: 'all',
  item_type: null,
  workflow: null,
  on_creator: 'anyone',
  on_stage: null,
  to_stage: null,
  localization_scope: 'all',
  locale: null,
};

describe('a role', () => {
  it.each(['update', 'delete', 'publish', 'duplicate'] as const)(
    'may only %s what it names',
    async (action) => {
      const [mine, other] = [await buildModel(client), await buildModel(client)];
      const limited = await clientWith({ item_type: mine.id, action }, { action: 'read' });
      const act = async (model: TestModel) => {
        const { id } = await client.items.create({ item_type: model.ref, title: 'x' });
        if (action === 'update') return limited.items.update(id, { title: 'y' });
        if (action === 'delete') return limited.items.destroy(id);
        return action === 'publish' ? limited.items.publish(id) : limited.items.duplicate(id);
      };
      expect(await act(mine)).toMatchObject({ type: 'item' });
      expect(await codesOf(act(other))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    },
  );

  it('lists, counts and finds only what it may read, blocks included', async () => {
    const block = await buildBlockModel(client);
    const [open, shut] = [
      await buildModel(client, { parts: blocksOf([block]) }),
      await buildModel(client, { parts: blocksOf([block]) }),
    ];
    const parts = [
      { type: 'item' as const, attributes: {}, relationships: { item_type: { data: block.ref } } },
    ];
    const visible = await client.items.create({ item_type: open.ref, parts });
    const hidden = await client.items.create({ item_type: shut.ref, parts });
    const limited = await clientWith({ item_type: open.id, action: 'read' });
    const { data, meta } = await limited.items.rawList({ page: { limit: 500 } });
    expect(data.map(({ id }) => id)).toEqual([visible.id, (visible.parts as string[])[0]]);
    expect(meta.total_count).toBe(2);
    for (const id of [hidden.id, (hidden.parts as string[])[0] ?? '']) {
      expect(await codesOf(limited.items.find(id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    }
  });

  it('may be limited to what its holder made', async () => {
    const model = await buildModel(client);
    const limited = await clientWith({ item_type: model.id, on_creator: 'self' });
    const own = await limited.items.create({ item_type: model.ref, title: 'own' });
    const other = await client.items.create({ item_type: model.ref, title: 'other' });
    expect((await limited.items.list({ filter: { type: model.id } })).map(({ id }) => id)).toEqual([own.id]);
    expect(await codesOf(limited.items.update(other.id, { title: 'x' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    expect(await limited.items.update(own.id, { title: 'x' })).toMatchObject({ title: 'x' });
  });
});

it('a role uses only assets that it may read, and keeps what a record holds', async () => {
  const assets = await buildModel(client, { cover: 'file', title: 'string' });
  const { id: upload_id } = await client.uploads.createFromLocalFile({ localPath: import.meta.filename });
  const { id } = await client.items.create({ item_type: assets.ref, cover: { upload_id } });
  const withUploads = (...rules: ReturnType<typeof uploadRule>[]) =>
    buildClientOfRole(server, project, {
      positive_item_type_permissions: [itemRule({})],
      positive_upload_permissions: rules,
    });
  const use = (limited: typeof client) =>
    limited.items.create({ item_type: assets.ref, cover: { upload_id } });
  const reader = await withUploads(uploadRule({ action: 'read' }));
  expect(await use(reader)).toMatchObject({ cover: { upload_id } });
  for (const limited of [await withUploads(), await withUploads(uploadRule({ on_creator: 'self' }))]) {
    expect(await codesOf(use(limited))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    const kept = await limited.items.update(id, { title: 'x', cover: { upload_id, alt: 'x' } });
    expect(kept).toMatchObject({ title: 'x', cover: { upload_id } });
  }
});

describe('a role for some locales', () => {
  let model: TestModel;
  let translator: TestProject['client'];
  beforeAll(async () => {
    model = await buildModel(client, {
      title: { localized: true },
      body: { localized: true },
      slug: 'string',
    });
    const inLocale = (locale: string) => ({
      item_type: model.id,
      localization_scope: 'localized' as const,
      locale,
    });
    translator = await clientWith({ item_type: model.id, action: 'read' }, inLocale('en'), inLocale('it'));
  });
  const both = (value: Record<string, string>) => ({ title: value, body: value });
  const record = (value: Record<string, string>) =>
    client.items.create({ item_type: model.ref, slug: 's', ...both(value) });

  it.each<[string, Record<string, string>, Record<string, string>, Record<string, string>]>([
    ['keeps a locale that is not its own', { en: 'a', fr: 'c' }, { en: 'A' }, { en: 'A', fr: 'c' }],
    ['adds one of its own', { en: 'a', fr: 'c' }, { en: 'a', it: 'b' }, { en: 'a', it: 'b', fr: 'c' }],
    ['removes one of its own', { en: 'a', it: 'b' }, { en: 'A' }, { en: 'A' }],
    ['exchanges its own', { en: 'a', fr: 'c' }, { it: 'b' }, { it: 'b', fr: 'c' }],
  ])('%s', async (_title, before, sent, after) => {
    const { id } = await record(before);
    expect(await translator.items.update(id, both(sent))).toMatchObject({ title: after, body: after });
  });

  it('may not send other locales nor change what has none', async () => {
    const { id } = await record({ en: 'a', fr: 'c' });
    const foreign = translator.items.update(id, both({ en: 'a', fr: 'C' }));
    expect(await codesOf(foreign)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    const slug = translator.items.update(id, { slug: 't' });
    expect(await codesOf(slug)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

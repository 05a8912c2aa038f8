import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchemaRepository } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '#schema/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  project = await server.createProject({ locales: ['en', 'it'] });
  client = project.client;
});
afterAll(() => server.close());

async function buildPost(overrides: Record<string, unknown> = {}) {
  const model = await client.itemTypes.create({ name: 'Post', api_key: 'post', ...overrides });
  const title = { label: 'Title', api_key: 'title', field_type: 'string' as const, localized: true };
  await client.fields.create(model.id, title);
  return model;
}

describe('the project', () => {
  it('is shown as its environment has it', async () => {
    const model = await buildPost();
    const host = new URL(server.url).host;
    expect(await client.site.find()).toMatchObject({
      id: project.siteId,
      type: 'site',
      domain: null,
      imgix_host: expect.stringContaining(host.split(':')[1] ?? ''),
      internal_domain: expect.stringContaining('/p/test-'),
      locales: ['en', 'it'],
      timezone: 'UTC',
      no_index: false,
      favicon: null,
      global_seo: null,
      theme: { type: 'monochromatic', hue: expect.any(Number), logo: null },
      require_2fa: false,
      assets_cdn_default_settings: { image: {}, video: {} },
      meta: {
        improved_timezone_management: true,
        milliseconds_in_datetime: false,
        draft_mode_default: false,
        created_at: expect.stringMatching(/Z$/),
      },
      item_types: [{ type: 'item_type', id: model.id }],
    });
  });

  it('brings its whole schema along, equal to what the resources answer', async () => {
    const model = await buildPost();
    const { included } = await client.site.rawFind({
      include: 'item_types,item_types.fields,item_types.fieldsets,item_types.singleton_item,account',
    });
    const [field] = (await client.fields.rawList(model.id)).data;
    expect(included).toEqual([(await client.itemTypes.rawFind(model.id)).data, field]);
    expect(await codesOf(client.site.rawFind({ include: 'roles' }))).toEqual(['INVALID_PARAMS']);
  });

  it('is read by the schema repository of the client', async () => {
    await buildPost();
    const repository = new SchemaRepository(client);
    const post = await repository.getItemTypeByApiKey('post');
    expect((await repository.getItemTypeFields(post)).map((field) => field.api_key)).toEqual(['title']);
    expect(await repository.getAllItemTypes()).toEqual([post]);
  });

  it('takes back what was read', async () => {
    const site = await client.site.find();
    type Update = Parameters<typeof client.site.update>[0];
    const changed = await client.site.update({ ...site, name: 'Renamed' } as unknown as Update);
    expect({ ...changed, last_data_change_at: null }).toEqual({
      ...site,
      name: 'Renamed',
      last_data_change_at: null,
    });
  });

  it('keeps what belongs to it and what belongs to the environment', async () => {
    const change = {
      no_index: true,
      timezone: 'Europe/Rome',
      theme: { type: 'monochromatic' as const, hue: 12, logo: null },
      global_seo: { site_name: 'Ours', fallback_seo: { title: 'T', description: 'D', image: null } },
      require_2fa: false,
      ip_tracking_enabled: true,
    };
    await client.site.update(change);
    expect(await client.site.find()).toMatchObject(change);
    const flags = await client.site.update({
      meta: { draft_mode_default: true, milliseconds_in_datetime: true },
    });
    expect(flags.meta).toMatchObject({ draft_mode_default: true, milliseconds_in_datetime: true });
    expect((await buildPost()).draft_mode_active).toBe(true);
  });

  it('gives new behaviours when they are activated', async () => {
    expect((await client.site.activateMillisecondsInDatetime()).meta.milliseconds_in_datetime).toBe(true);
  });

  it.each([
    [{ name: ' ' }, 'name VALIDATION_REQUIRED'],
    [{ timezone: 'Mars/Olympus' }, 'timezone VALIDATION_INVALID'],
    [{ timezone: '+02:00' }, 'timezone VALIDATION_INVALID'],
    [{ locales: ['en', 'en'] }, 'locales VALIDATION_INVALID'],
    [{ locales: ['English'] }, 'locales VALIDATION_INVALID'],
    [{ favicon: newId() }, 'favicon VALIDATION_INVALID'],
  ])('refuses %j', async (change, code) => {
    expect(await codesOf(client.site.update(change as Parameters<typeof client.site.update>[0]))).toEqual([
      code,
    ]);
  });

  it('keeps its primary environment as it is where sandboxes are forced', async () => {
    await client.site.update({ force_use_of_sandbox_environments: true });
    expect(await codesOf(buildPost())).toEqual(['PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY']);
    expect(await codesOf(client.site.update({ timezone: 'Europe/Rome' }))).toEqual([
      'PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY',
    ]);
    await client.site.update({ force_use_of_sandbox_environments: false });
    await buildPost();
  });
});

describe('locales', () => {
  const ofPost = (id: string) => ({ item_type: { type: 'item_type' as const, id } });

  it('that are added stand in records of models that require all', async () => {
    const model = await buildPost({ all_locales_required: true });
    const { id } = await client.items.create({ ...ofPost(model.id), title: { en: 'a', it: 'b' } });
    await client.site.update({ locales: ['en', 'it', 'de'] });
    expect((await client.items.find(id)).title).toEqual({ en: 'a', it: 'b', de: null });
  });

  it('that are added leave the others alone', async () => {
    const model = await buildPost();
    const { id } = await client.items.create({ ...ofPost(model.id), title: { it: 'b' } });
    await client.site.update({ locales: ['en', 'it', 'de'] });
    expect((await client.items.find(id)).title).toEqual({ it: 'b' });
  });

  it('that go take their content along, in every version', async () => {
    const model = await buildPost({ draft_mode_active: true });
    const { id } = await client.items.create({ ...ofPost(model.id), title: { en: 'a', it: 'b' } });
    await client.items.publish(id);
    await client.items.update(id, { title: { en: 'c', it: 'd' } });
    await client.site.update({ locales: ['en'] });
    await client.site.update({ locales: ['en', 'it'] });
    expect((await client.itemVersions.list(id)).map((version) => version.title)).toEqual([
      { en: 'c' },
      { en: 'a' },
    ]);
    expect((await client.items.find(id, { version: 'published' })).title).toEqual({ en: 'a' });
  });

  it('that go take their metadata of files along', async () => {
    const metadata = (title: string) => ({ title, alt: null, custom_data: {}, focal_point: null });
    // The client's types know the form of projects that opted for one focal point in all locales.
    const byLocale = { en: metadata('one'), it: metadata('uno') };
    const folder = await mkdtemp(join(tmpdir(), 'recto-site-'));
    await writeFile(join(folder, 'hello.txt'), 'hello');
    const { id } = await client.uploads.createFromLocalFile({
      localPath: join(folder, 'hello.txt'),
      default_field_metadata: byLocale as object,
    });
    await client.site.update({ locales: ['en'] });
    await client.site.update({ locales: ['en', 'it'] });
    const left = (await client.uploads.find(id)).default_field_metadata as unknown as Partial<
      typeof byLocale
    >;
    await rm(folder, { recursive: true });
    expect([left.en?.title, left.it?.title ?? null]).toEqual(['one', null]);
  });
});

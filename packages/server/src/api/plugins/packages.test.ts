import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildClient } from '@datocms/cma-client-node';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { packPlugin, startTestRegistry, type TestRegistry } from '#plugin-packages/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let registry: TestRegistry;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  [server, registry] = await Promise.all([startTestServer(), startTestRegistry()]);
  project = await server.createProject();
  client = project.client;
});
afterAll(() => Promise.all([server.close(), registry.close()]));

beforeEach(() => void vi.stubEnv('npm_config_registry', registry.url));
afterEach(() => void vi.unstubAllEnvs());

type Sketch = Parameters<typeof packPlugin>[0];

/** Answers the name. */
async function publish(sketch: Sketch = {}): Promise<string> {
  const packed = packPlugin(sketch);
  await registry.publish(packed);
  return packed.packageJson.name;
}

const install = (name: string, version?: string) =>
  client.plugins.create({ package_name: name, ...(version ? { package_version: version } : {}) });

/** What a refused installation says. */
async function refusalOf(attributes: object) {
  const body = JSON.stringify({ data: { type: 'plugin', attributes } });
  const url = `${server.cmaUrl}/plugins`;
  const { status, codes, details } = await sendRaw(url, {
    method: 'POST',
    token: project.fullAccessToken,
    body,
  });
  return { status, codes, details };
}

describe('a package', () => {
  it('is installed by its name: the registry tells the rest', async () => {
    const name = await publish({ plugin: { title: '5 stars', permissions: ['currentUserAccessToken'] } });
    const plugin = await install(name);
    const url = `${server.ports.settings.pluginsUrl}/${name}@1.0.0/dist/index.html`;
    expect(plugin).toEqual({
      id: plugin.id,
      type: 'plugin',
      name: '5 stars',
      description: 'Stars instead of numbers',
      url,
      parameters: {},
      package_name: name,
      package_version: '1.0.0',
      permissions: ['currentUserAccessToken'],
      plugin_type: null,
      field_types: null,
      parameter_definitions: null,
      meta: { version: '2' },
    });
    expect(await (await fetch(url)).text()).toContain('./main.js');
    expect(await (await fetch(new URL('./main.js', url))).text()).toBe('console.log(1)');
  });

  it('comes at its latest version, or at the one that is named', async () => {
    const name = await publish({ version: '1.0.0' });
    await publish({ name, version: '1.1.0' });
    await publish({ name, version: '2.0.0-beta.1' });
    expect((await install(name)).package_version).toBe('1.1.0');
    expect((await install(name, '2.0.0-beta.1')).package_version).toBe('2.0.0-beta.1');
    for (const version of ['9.9.9', 'latest', '^1.0.0', '__proto__', '../1.0.0']) {
      expect(await codesOf(install(name, version))).toEqual(['INVALID_PLUGIN_VERSION']);
    }
  });

  it('is upgraded and downgraded, and keeps its settings and its fields', async () => {
    const name = await publish({ plugin: { title: 'Old' } });
    const moved = { 'build/index.html': 'new' };
    const permissions = ['currentUserAccessToken'];
    await publish({
      name,
      version: '2.0.0',
      plugin: { title: 'New', entryPoint: './build/index.html', permissions },
      files: moved,
    });
    const { id } = await install(name, '1.0.0');
    const { parameters } = await client.plugins.update(id, { parameters: { devMode: true } });
    const model = await buildModel(client, {
      a: { appearance: { editor: id, field_extension: 'stars', parameters: {}, addons: [] } },
    });
    const [field] = await client.fields.list(model.id);
    const upgraded = await client.plugins.update(id, { package_version: '2.0.0' });
    expect(upgraded).toMatchObject({ name: 'New', package_version: '2.0.0', permissions, parameters });
    expect(await (await fetch(upgraded.url)).text()).toBe('new');
    expect(await client.plugins.fields(id)).toEqual([field]);
    const downgraded = await client.plugins.update(id, { package_version: '1.0.0' });
    expect(downgraded).toMatchObject({ name: 'Old', permissions: [], parameters });
    expect(await codesOf(client.plugins.update(id, { package_version: '3.0.0' }))).toEqual([
      'INVALID_PLUGIN_VERSION',
    ]);
    expect(await client.plugins.find(id)).toEqual(downgraded);
  });

  it('becomes a private plugin when somebody writes about it, and not when it is sent back', async () => {
    const plugin = await install(await publish());
    expect(await client.plugins.update(plugin.id, plugin)).toEqual(plugin);
    const own = await client.plugins.update(plugin.id, { name: 'Mine' });
    expect(own).toEqual({ ...plugin, name: 'Mine', package_name: null, package_version: null });
    const other = await install(await publish());
    const local = await client.plugins.update(other.id, { url: 'http://localhost:5173', permissions: [] });
    expect(local).toMatchObject({ url: 'http://localhost:5173', package_name: null });
  });

  it('may be of the older kind, and become a modern one, never the other way', async () => {
    const legacy = {
      pluginType: 'field_editor',
      fieldTypes: ['integer'],
      parameters: { global: [], instance: [] },
    };
    const name = await publish({ plugin: legacy });
    await publish({ name, version: '1.1.0', plugin: { ...legacy, title: 'Other' } });
    await publish({ name, version: '1.2.0', plugin: { ...legacy, fieldTypes: ['string'] } });
    await publish({ name, version: '2.0.0' });
    const { id, ...plugin } = await install(name, '1.0.0');
    expect(plugin).toMatchObject({
      plugin_type: 'field_editor',
      field_types: ['integer'],
      meta: { version: '1' },
    });
    const to = (version: string) => client.plugins.update(id, { package_version: version });
    expect(await to('1.1.0')).toMatchObject({ name: 'Other', meta: { version: '1' } });
    expect(await codesOf(to('1.2.0'))).toEqual(['NEW_PLUGIN_VERSION_IS_INCOMPATIBLE']);
    expect(await to('2.0.0')).toMatchObject({ plugin_type: null, meta: { version: '2' } });
    expect(await codesOf(to('1.0.0'))).toEqual(['CANNOT_UPGRADE_MODERN_PLUGIN_INTO_LEGACY']);
  });

  it('is unpacked once, whoever installs it at the same time, and in which environment', async () => {
    const name = await publish();
    const both = await Promise.all([install(name), install(name)]);
    expect(both.map(({ url }) => url)).toEqual([both[0].url, both[0].url]);
    const { rows } = await sql`select 1 from plugin_package where name = ${name}`.execute(
      server.ports.database.db,
    );
    expect(rows).toHaveLength(1);
    await client.environments.fork('main', { id: 'forked' });
    const forked = buildClient({
      apiToken: project.fullAccessToken,
      baseUrl: server.cmaUrl,
      environment: 'forked',
    });
    expect(await forked.plugins.find(both[0].id)).toEqual(both[0]);
  });
});

describe('the registry', () => {
  it('is not asked for a version that is here', async () => {
    const name = await publish();
    await install(name);
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    expect((await install(name, '1.0.0')).package_version).toBe('1.0.0');
  });

  it('that cannot be reached is named', async () => {
    vi.stubEnv('npm_config_registry', 'http://somebody:secret@127.0.0.1:9/');
    expect(await refusalOf({ package_name: 'datocms-plugin-far' })).toEqual({
      status: 422,
      codes: ['PACKAGE_REGISTRY_UNAVAILABLE'],
      details: { reason: 'unreachable', registry: 'http://127.0.0.1:9', cause: 'ECONNREFUSED' },
    });
  });

  it('is more than a page that answers', async () => {
    const page = createServer((_request, response) => response.end('<h1>Welcome</h1>')).listen(
      0,
      '127.0.0.1',
    );
    await once(page, 'listening');
    const { port } = page.address() as AddressInfo;
    vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}/`);
    expect(await refusalOf({ package_name: 'datocms-plugin-far' })).toMatchObject({
      codes: ['PACKAGE_REGISTRY_UNAVAILABLE'],
      details: { reason: 'not_a_registry' },
    });
    page.close();
  });

  it('of a scope is asked, with its token', async () => {
    const packed = packPlugin({ name: '@closed/datocms-plugin-stars' });
    await registry.publish(packed);
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_@closed:registry', registry.url);
    const attributes = { package_name: packed.packageJson.name };
    expect(await refusalOf(attributes)).toMatchObject({
      codes: ['PACKAGE_REGISTRY_UNAVAILABLE'],
      details: { reason: 'not_authorized', registry: new URL(registry.url).origin },
    });
    vi.stubEnv(`npm_config_//${new URL(registry.url).host}/:_authToken`, registry.token);
    const plugin = await client.plugins.create(attributes);
    expect(plugin.url).toContain('/@closed/datocms-plugin-stars@1.0.0/');
    expect((await fetch(plugin.url)).status).toBe(200);
  });

  it.each<[string, string, Sketch]>([
    ['is not for plugins', 'keyword_missing', { packageJson: { keywords: ['stars'] } }],
    ['has no manifest', 'manifest_missing', { packageJson: { datoCmsPlugin: undefined } }],
    ['has no title', 'title_missing', { plugin: { title: '' } }],
    ['has a page that is not there', 'entry_point_missing', { plugin: { entryPoint: 'build/index.html' } }],
    ['has a page outside of itself', 'entry_point_missing', { plugin: { entryPoint: '../index.html' } }],
    ['has a page elsewhere', 'entry_point_missing', { plugin: { entryPoint: 'https://example.com' } }],
    ['wants more than there is', 'permission_unknown', { plugin: { permissions: ['everything'] } }],
    ['declares nonsense', 'legacy_declaration_malformed', { plugin: { pluginType: 'page' } }],
    [
      'climbs out of its folder',
      'path_not_allowed',
      { entries: [{ path: 'package/../../../a', content: 'x' }] },
    ],
  ])('may offer a package that %s: it is not installed', async (_what, reason, sketch) => {
    expect(await refusalOf({ package_name: await publish(sketch) })).toEqual({
      status: 422,
      codes: ['INVALID_FIELD'],
      details: { field: 'package_name', code: 'VALIDATION_INVALID', record_type: 'Plugin', reason },
    });
  });

  it.each([
    ['left-pad', 'name_not_allowed'],
    ['../datocms-plugin-a', 'name_not_allowed'],
    ['datocms-plugin-a/../../b', 'name_not_allowed'],
    ['https://example.com/datocms-plugin-a', 'name_not_allowed'],
    ['datocms-plugin-a?write=true', 'name_not_allowed'],
    ['datocms-plugin-nobody-published', 'not_found'],
  ])('knows no plugin %s: %s', async (name, reason) => {
    expect(await refusalOf({ package_name: name })).toMatchObject({
      codes: ['INVALID_FIELD'],
      details: { reason },
    });
  });

  it('that sends other bytes than were published is not believed', async () => {
    const [packed, other] = [packPlugin(), packPlugin()];
    await registry.publish({ ...packed, integrityOf: other.tarball });
    expect(await refusalOf({ package_name: packed.packageJson.name })).toMatchObject({
      details: { reason: 'integrity_mismatch' },
    });
  });
});

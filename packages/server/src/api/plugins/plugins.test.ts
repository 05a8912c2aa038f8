import { buildClient } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { buildClientOfRole } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { statementsOf } from '#testing/count-statements.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
});
afterAll(() => server.close());

const url = 'https://plugins.example.com/stars/index.html';
const buildPlugin = (overrides: Parameters<typeof client.plugins.create>[0] = {}) =>
  client.plugins.create({ name: 'Stars', url, ...overrides });

describe('a private plugin', () => {
  it('is made, found, listed, changed and destroyed', async () => {
    const id = newId();
    const made = await client.plugins.create({
      id,
      name: '5 stars',
      url,
      permissions: ['currentUserAccessToken'],
    });
    expect(made).toEqual({
      id,
      type: 'plugin',
      name: '5 stars',
      description: null,
      url,
      parameters: {},
      package_name: null,
      package_version: null,
      permissions: ['currentUserAccessToken'],
      plugin_type: null,
      field_types: null,
      parameter_definitions: null,
      meta: { version: '2' },
    });
    expect(await client.plugins.find(id)).toEqual(made);
    const change = { name: 'Stars', description: 'Rates', parameters: { devMode: true }, permissions: [] };
    const changed = await client.plugins.update(id, change);
    expect(changed).toEqual({ ...made, ...change });
    expect(await client.plugins.list()).toContainEqual(changed);
    expect(await client.plugins.update(id, changed)).toEqual(changed);
    expect(await client.plugins.destroy(id)).toEqual(changed);
    expect(await codesOf(client.plugins.find(id))).toEqual(['NOT_FOUND']);
  });

  it('replaces its settings as a whole', async () => {
    const { id } = await buildPlugin();
    await client.plugins.update(id, { parameters: { a: 1 } });
    expect((await client.plugins.update(id, { parameters: { b: [2] } })).parameters).toEqual({ b: [2] });
    expect(await codesOf(client.plugins.update(id, { parameters: { a: 'é'.repeat(5_200) } }))).toEqual([
      'parameters VALIDATION_INVALID',
    ]);
    expect((await client.plugins.find(id)).parameters).toEqual({ b: [2] });
  });

  it.each([
    [{ name: 'Stars' }, ['url VALIDATION_REQUIRED']],
    [{ permissions: [] }, ['name VALIDATION_REQUIRED', 'url VALIDATION_REQUIRED']],
    [{ name: ' ', url: 'stars.html' }, ['name VALIDATION_REQUIRED', 'url VALIDATION_INVALID']],
    [{ name: 'Stars', url: 'javascript:alert(1)' }, ['url VALIDATION_INVALID']],
    [{ name: 'Stars', url: 'data:text/html,x' }, ['url VALIDATION_INVALID']],
    [{ name: 'Stars', url, id: 'mine' }, ['INVALID_ENTITY_ID']],
    [{ name: 'Stars', url, field_types: ['string'] as ['string'] }, ['plugin_type VALIDATION_REQUIRED']],
    [
      { name: 'Stars', url, package_name: 'datocms-plugin-a' },
      ['name VALIDATION_INVALID', 'url VALIDATION_INVALID'],
    ],
  ])('made of %j is refused: %j', async (attributes, codes) => {
    expect(await codesOf(client.plugins.create(attributes))).toEqual(codes);
  });

  it('is not of the origin of the admin, which its page would rule', async () => {
    const own = `${server.ports.settings.publicUrl}/assets/1/page.html`;
    expect(await codesOf(buildPlugin({ url: own }))).toEqual(['url VALIDATION_INVALID']);
    const { id } = await buildPlugin({ url: 'http://localhost:5173' });
    expect(await codesOf(client.plugins.update(id, { url: own }))).toEqual(['url VALIDATION_INVALID']);
  });

  it('is destroyed once, and changed by one after the other', async () => {
    const { id } = await buildPlugin();
    const names = ['a', 'b', 'c', 'd'];
    await Promise.all(names.map((name) => client.plugins.update(id, { name, parameters: { name } })));
    const changed = await client.plugins.find(id);
    expect(changed.parameters).toEqual({ name: changed.name });
    const destroyed = await Promise.allSettled([client.plugins.destroy(id), client.plugins.destroy(id)]);
    expect(destroyed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('has an id once, and no version', async () => {
    const { id } = await buildPlugin();
    expect(await codesOf(buildPlugin({ id }))).toEqual(['id VALIDATION_UNIQUENESS']);
    expect(await codesOf(client.plugins.update(id, { package_version: '1.0.0' }))).toEqual([
      'INVALID_PLUGIN_VERSION',
    ]);
  });
});

describe('a plugin of the older kind', () => {
  const declaration = {
    plugin_type: 'field_editor' as const,
    field_types: ['integer' as const, 'float' as const],
    parameter_definitions: { global: [{ id: 'devMode', type: 'boolean', label: 'Dev' }], instance: [] },
  };

  it('says beforehand what it is for', async () => {
    const plugin = await buildPlugin(declaration);
    expect(plugin).toMatchObject({ ...declaration, meta: { version: '1' } });
    expect(await client.plugins.update(plugin.id, { ...plugin, name: 'New' })).toEqual({
      ...plugin,
      name: 'New',
    });
  });

  it('stays what it is, unless it becomes a modern one', async () => {
    const legacy = await buildPlugin(declaration);
    const modern = await buildPlugin();
    // The client leaves out what is not to be changed.
    const update = (id: string, attributes: object) =>
      sendRaw(`${server.cmaUrl}/plugins/${id}`, {
        method: 'PUT',
        token: project.fullAccessToken,
        body: JSON.stringify({ data: { type: 'plugin', id, attributes } }),
      });
    const { codes, details } = await update(legacy.id, { field_types: ['string'] });
    expect({ codes, details }).toEqual({
      codes: ['NEW_PLUGIN_VERSION_IS_INCOMPATIBLE'],
      details: { changed: ['fieldTypes'] },
    });
    expect((await update(modern.id, declaration)).codes).toEqual([
      'CANNOT_UPGRADE_MODERN_PLUGIN_INTO_LEGACY',
    ]);
    expect((await update(legacy.id, { ...declaration, field_types: ['float', 'integer'] })).status).toBe(200);
    expect((await update(legacy.id, { plugin_type: null })).status).toBe(200);
    expect(await client.plugins.find(legacy.id)).toMatchObject({ plugin_type: null, meta: { version: '2' } });
  });
});

describe('fields', () => {
  it('name plugins that are there, as editor and as add-ons', async () => {
    const [editor, addon] = [await buildPlugin(), await buildPlugin()];
    const model = await buildModel(client, { title: 'string' });
    const [title] = await client.fields.list(model.id);
    if (!title) throw new Error('the model has a field');
    const appearance = {
      editor: editor.id,
      field_extension: 'stars',
      parameters: { max: 5 },
      addons: [{ id: addon.id, field_extension: 'hint', parameters: {} }],
    };
    const used = await client.fields.update(title.id, { appearance });
    expect(used.appearance).toEqual(appearance);
    expect(await client.plugins.fields(editor.id)).toEqual([used]);
    expect(await client.plugins.fields(addon.id)).toEqual([used]);
    const foreign = { ...appearance, editor: newId(), addons: [{ id: newId(), parameters: {} }] };
    expect(await codesOf(client.fields.update(title.id, { appearance: foreign }))).toEqual([
      'appearance VALIDATION_INVALID',
      'appearance VALIDATION_INVALID',
    ]);
  });

  it('go back to the editor of their type, and lose the add-ons, when a plugin goes', async () => {
    const [going, staying] = [await buildPlugin(), await buildPlugin()];
    const addon = ({ id }: { id: string }) => ({ id, parameters: {} });
    const edited = { editor: going.id, parameters: { a: 1 }, addons: [addon(staying)] };
    const aided = {
      editor: 'single_line',
      parameters: { heading: true },
      addons: [addon(going), addon(staying)],
    };
    const model = await buildModel(client, { a: { appearance: edited }, b: { appearance: aided } });
    await client.plugins.destroy(going.id);
    const fields = await client.fields.list(model.id);
    expect(fields.map(({ appearance }) => appearance)).toEqual([
      { editor: 'single_line', parameters: { heading: false }, addons: [addon(staying)] },
      { editor: 'single_line', parameters: { heading: true }, addons: [addon(staying)] },
    ]);
  });

  it('are only of the types that a plugin of the older kind is for', async () => {
    const stars = await buildPlugin({ plugin_type: 'field_editor', field_types: ['integer'] });
    const appearance = { editor: stars.id, parameters: {}, addons: [] };
    const model = await buildModel(client, { stars: { field_type: 'integer', appearance } });
    expect(await client.plugins.fields(stars.id)).toHaveLength(1);
    const made = client.fields.create(model.id, {
      label: 'a',
      api_key: 'a',
      field_type: 'string',
      appearance,
    });
    expect(await codesOf(made)).toEqual(['appearance VALIDATION_INVALID']);
  });
});

describe('the list', () => {
  it('is read by one statement, however many there are', async () => {
    const list = () => statementsOf(() => client.plugins.list());
    await list();
    const few = await list();
    await Promise.all([buildPlugin(), buildPlugin(), buildPlugin()]);
    expect((await list()).length).toBe(few.length);
    expect(few.filter((text) => text.includes('from plugin'))).toHaveLength(1);
  });
});

describe('environments', () => {
  it('have plugins of their own, which a fork begins with', async () => {
    const plugin = await buildPlugin();
    await client.environments.fork('main', { id: 'with-plugins' });
    const forked = buildClient({
      apiToken: project.fullAccessToken,
      baseUrl: server.cmaUrl,
      environment: 'with-plugins',
      autoRetry: false,
    });
    expect(await forked.plugins.find(plugin.id)).toEqual(plugin);
    await forked.plugins.update(plugin.id, { parameters: { only: 'there' } });
    expect((await client.plugins.find(plugin.id)).parameters).toEqual({});
    await forked.plugins.destroy(plugin.id);
    expect(await client.plugins.find(plugin.id)).toEqual(plugin);
  });
});

describe('a role', () => {
  it('that may not edit the schema sees plugins, and leaves them alone', async () => {
    const plugin = await buildPlugin();
    const editor = await buildClientOfRole(server, project, {});
    expect(await editor.plugins.find(plugin.id)).toEqual(plugin);
    expect(await editor.plugins.fields(plugin.id)).toEqual([]);
    const refused = ['INSUFFICIENT_PERMISSIONS'];
    expect(await codesOf(editor.plugins.create({ name: 'a', url }))).toEqual(refused);
    expect(await codesOf(editor.plugins.update(plugin.id, { name: 'a' }))).toEqual(refused);
    expect(await codesOf(editor.plugins.destroy(plugin.id))).toEqual(refused);
    const developer = await buildClientOfRole(server, project, { can_edit_schema: true });
    expect((await developer.plugins.update(plugin.id, { name: 'a' })).name).toBe('a');
  });
});

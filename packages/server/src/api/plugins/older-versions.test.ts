import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClientOfRole } from '#api/roles/testing.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

interface Entity {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
}

/** As clients of before 2021 asked. */
async function ask<Data = Entity>(method: string, path: string, body?: object, version = '2') {
  const answer = await sendRaw(`${server.cmaUrl}/plugins${path}`, {
    method,
    token: project.fullAccessToken,
    headers: { 'x-api-version': version },
    ...(body ? { body: JSON.stringify({ data: body }) } : {}),
  });
  return { ...answer, data: (answer.status === 200 ? JSON.parse(answer.text).data : null) as Data };
}

const attributes = {
  name: '5 stars',
  description: 'Rates',
  package_name: 'datocms-plugin-star-rating-editor',
  package_version: '0.0.4',
  plugin_type: 'field_editor',
  field_types: ['integer', 'float'],
  url: 'https://plugins.example.com/stars.html',
  parameter_definitions: {
    global: [{ id: 'devMode', type: 'boolean', label: 'Run in development mode' }],
    instance: [{ id: 'totalStars', type: 'integer', label: 'Stars', default: 5, hint: '' }],
  },
};
const create = (changes: object = {}, version?: string) =>
  ask('POST', '', { type: 'plugin', attributes: { ...attributes, ...changes } }, version);

describe('version 2 of the API', () => {
  it('takes a plugin as the caller describes it, and shows it with the keys of then', async () => {
    const made = await create();
    const { id } = made.data;
    expect(made.data).toEqual({ type: 'plugin', id, attributes: { ...attributes, parameters: {} } });
    expect(Object.keys(made.data.attributes)).toEqual([
      'name',
      'description',
      'package_name',
      'package_version',
      'plugin_type',
      'field_types',
      'url',
      'parameters',
      'parameter_definitions',
    ]);
    expect((await ask('GET', `/${id}`)).data).toEqual(made.data);
    expect((await ask<Entity[]>('GET', '')).data).toContainEqual(made.data);
    expect((await ask('DELETE', `/${id}`)).data).toEqual(made.data);
    expect((await ask('GET', `/${id}`)).codes).toEqual(['NOT_FOUND']);
  });

  it('leaves out what has no value', async () => {
    const { data } = await create({
      description: undefined,
      package_name: undefined,
      package_version: undefined,
    });
    expect(Object.keys(data.attributes)).toEqual([
      'name',
      'plugin_type',
      'field_types',
      'url',
      'parameters',
      'parameter_definitions',
    ]);
  });

  it('calls an editor of fields a field, too', async () => {
    const { data } = await create({ plugin_type: 'field' });
    expect(data.attributes.plugin_type).toBe('field_editor');
  });

  it('takes a new version with what stands in it, and asks no registry', async () => {
    const { data } = await create();
    const change = { name: 'Stars', url: 'https://plugins.example.com/2.html', package_version: '0.0.5' };
    const parameters = { devMode: true };
    const changed = await ask('PUT', `/${data.id}`, {
      type: 'plugin',
      id: data.id,
      attributes: { ...change, parameters },
    });
    expect(changed.data.attributes).toEqual({ ...attributes, ...change, parameters });
    const renamed = { type: 'plugin', id: data.id, attributes: { package_name: 'datocms-plugin-other' } };
    expect((await ask('PUT', `/${data.id}`, renamed)).details).toMatchObject({ field: 'package_name' });
  });

  it('does not change what a plugin is for', async () => {
    const { data } = await create();
    const body = { type: 'plugin', id: data.id, attributes: { field_types: ['string'] } };
    expect((await ask('PUT', `/${data.id}`, body)).codes).toEqual(['NEW_PLUGIN_VERSION_IS_INCOMPATIBLE']);
  });

  it('knows no permissions, and no plugin without a type', async () => {
    const { codes, text } = await create({ permissions: ['currentUserAccessToken'], plugin_type: undefined });
    expect(codes).toEqual(['INVALID_FIELD', 'INVALID_FIELD']);
    expect(text).toContain('"field":"permissions"');
    expect(text).toContain('"field":"plugin_type"');
  });

  it('gives every plugin an id by itself', async () => {
    const id = newId();
    const made = await ask('POST', '', { type: 'plugin', id, attributes });
    expect(made.data.id).not.toBe(id);
  });

  it('may be used by whoever may use version 3', async () => {
    const { data } = await create();
    const reader = await buildClientOfRole(server, project, {});
    const answer = await sendRaw(`${server.cmaUrl}/plugins/${data.id}`, {
      method: 'DELETE',
      token: reader.config.apiToken ?? '',
      headers: { 'x-api-version': '2' },
    });
    expect(answer.codes).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

describe('one store', () => {
  it('shows a plugin of version 2 in version 3 as one of the older kind', async () => {
    const { data } = await create();
    const found = await project.client.plugins.find(data.id);
    expect(found).toEqual({
      id: data.id,
      type: 'plugin',
      ...attributes,
      parameters: {},
      permissions: [],
      meta: { version: '1' },
    });
  });

  it('shows a modern plugin in version 2 with all keys that every plugin had', async () => {
    const url = 'https://plugins.example.com/modern.html';
    const { id } = await project.client.plugins.create({ name: 'Modern', url });
    expect((await ask('GET', `/${id}`)).data).toEqual({
      type: 'plugin',
      id,
      attributes: {
        name: 'Modern',
        plugin_type: null,
        field_types: [],
        url,
        parameters: {},
        parameter_definitions: { global: [], instance: [] },
      },
    });
  });

  it('is read by version 1 as by version 2, and by no other', async () => {
    const { data } = await create();
    expect((await ask('GET', `/${data.id}`, undefined, '1')).data).toEqual(data);
    expect((await ask('GET', `/${data.id}`, undefined, '4')).codes).toEqual(['INVALID_API_VERSION']);
  });

  it.each(['1', '2', '3'])('is no difference for what is no plugin: version %s', async (version) => {
    const read = (asked: string) =>
      sendRaw(`${server.cmaUrl}/site`, {
        token: project.fullAccessToken,
        headers: { 'x-api-version': asked },
      });
    expect((await read(version)).text).toBe((await read('3')).text);
  });
});

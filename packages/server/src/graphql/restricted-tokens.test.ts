import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiError, executeQuery } from '@datocms/cda-client';
import { buildClient } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let person: string;
let secret: string;
let page: string;
let ada: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  const { client } = project;
  const model = async (api_key: string, settings = {}) =>
    (await client.itemTypes.create({ name: api_key, api_key, ...settings })).id;
  const link = (item_types: string[]) => ({ item_item_type: { item_types } });
  const links = (item_types: string[]) => ({ items_item_type: { item_types } });
  const field = (model: string, api_key: string, field_type: string, validators = {}) =>
    client.fields.create(model, { label: api_key, api_key, field_type, validators } as Parameters<
      typeof client.fields.create
    >[1]);

  person = await model('person', { inverse_relationships_enabled: true });
  await field(person, 'name', 'string');
  secret = await model('secret');
  await field(secret, 'word', 'string');
  await field(secret, 'person', 'link', link([person]));
  page = await model('page');
  await field(page, 'name', 'string');
  await field(page, 'author', 'link', link([person]));
  await field(page, 'anyone', 'link', link([person, secret]));
  await field(page, 'hidden', 'link', link([secret]));
  await field(page, 'people', 'links', links([person]));
  await field(page, 'attachment', 'file');

  ada = (await client.items.create({ item_type: of(person), name: 'Ada' })).id;
  const word = await client.items.create({ item_type: of(secret), word: 'xyzzy', person: ada });
  const localPath = join(server.ports.settings.dataDir, 'a.txt');
  await writeFile(localPath, 'Text');
  const upload = await client.uploads.createFromLocalFile({ localPath });
  await client.items.create({
    item_type: of(page),
    name: 'One',
    author: ada,
    anyone: word.id,
    people: [ada],
    attachment: { upload_id: upload.id },
  });
});
afterAll(() => server.close());

const of = (id: string) => ({ type: 'item_type' as const, id });

interface Rights {
  environments_access?: 'all' | 'primary_only' | 'sandbox_only' | 'none';
  items?: { item_type: string | null; on_creator?: 'anyone' | 'self'; action?: 'all' | 'read' }[];
  deniedItems?: { item_type: string }[];
  uploads?: { on_creator: 'anyone' | 'self' }[];
}

let roles = 0;

/** A token whose role may do only this. */
async function tokenWith({ items = [], deniedItems = [], uploads = [], ...role }: Rights): Promise<string> {
  const { client } = project;
  roles += 1;
  const read = { environment: 'main', action: 'read' as const, on_creator: 'anyone' as const };
  const everything = { action: 'all' as const, localization_scope: 'all' as const, locale: null };
  const made = await client.roles.create({
    name: `Role ${roles}`,
    environments_access: 'all',
    positive_item_type_permissions: items.map((entry) =>
      entry.action === 'all' ? { ...read, ...everything, ...entry } : { ...read, ...entry },
    ),
    negative_item_type_permissions: deniedItems.map((entry) => ({ ...read, ...entry })),
    positive_upload_permissions: uploads.map((entry) => ({ environment: 'main', action: 'read', ...entry })),
    negative_upload_permissions: [],
    ...role,
  } as Parameters<typeof client.roles.create>[0]);
  const switches = { can_access_cda: true, can_access_cda_preview: true, can_access_cma: true };
  const token = await client.accessTokens.create({
    name: 'Limited',
    role: { type: 'role', id: made.id },
    ...switches,
  });
  return token.token ?? '';
}

function ask<Result = Record<string, unknown>>(token: string, query: string): Promise<Result> {
  return executeQuery<Result>(query, { token, graphqlEndpointUrl: server.graphqlUrl });
}

async function failureOf(token: string, query: string): Promise<unknown> {
  try {
    await ask(token, query);
  } catch (error) {
    if (error instanceof ApiError) return error.response.body;
    throw error;
  }
  throw new Error('The query was answered.');
}

describe('a model that a role cannot read', () => {
  let token: string;
  beforeAll(async () => {
    token = await tokenWith({ items: [{ item_type: person }, { item_type: page }] });
  });

  it('leaves no trace in the schema', async () => {
    const schema = await ask(
      token,
      '{ __schema { types { name fields { name } inputFields { name } enumValues { name } possibleTypes { name } } } }',
    );
    expect(JSON.stringify(schema)).not.toMatch(/secret/i);
  });

  it('is an unknown field, as one that never was', async () => {
    expect(await failureOf(token, '{ allSecrets { id } }')).toMatchObject({
      errors: [{ message: "Field 'allSecrets' doesn't exist on type 'Query'" }],
    });
    const inverse = '{ person { _allReferencingSecrets { id } } }';
    expect(await failureOf(token, inverse)).toMatchObject({
      errors: [{ extensions: { code: 'undefinedField', fieldName: '_allReferencingSecrets' } }],
    });
  });

  it('takes along the fields that lead to it only, and its place in unions', async () => {
    expect(await failureOf(token, '{ page { hidden { id } } }')).toMatchObject({
      errors: [{ extensions: { fieldName: 'hidden' } }],
    });
    expect(await failureOf(token, '{ allPages(filter: { hidden: { exists: true } }) { id } }')).toMatchObject(
      {
        errors: [{ message: "InputObject 'PageModelFilter' doesn't accept argument 'hidden'" }],
      },
    );
    expect(await ask(token, '{ page { anyone { name } author { name } } }')).toEqual({
      page: { anyone: null, author: { name: 'Ada' } },
    });
  });

  it('may be denied instead of not granted', async () => {
    const denied = await tokenWith({ items: [{ item_type: null }], deniedItems: [{ item_type: secret }] });
    expect(await failureOf(denied, '{ secret { id } }')).toMatchObject({ errors: [{}] });
    expect(await ask(denied, '{ _allPagesMeta { count } }')).toEqual({ _allPagesMeta: { count: 1 } });
  });
});

describe('records that a role may read when it made them', () => {
  it('are all that lists, counts, links and inverse fields show', async () => {
    const token = await tokenWith({
      items: [
        { item_type: person, action: 'all', on_creator: 'self' },
        { item_type: page, action: 'read' },
        { item_type: secret, action: 'read', on_creator: 'self' },
      ],
    });
    const query = `{
      allPeople { name } _allPeopleMeta { count } person(filter: { id: { eq: "${ada}" } }) { name }
      page { author { name } people { name } anyone { __typename } }
    }`;
    const nothing = { author: null, people: [], anyone: null };
    expect(await ask(token, query)).toEqual({
      allPeople: [],
      _allPeopleMeta: { count: 0 },
      person: null,
      page: nothing,
    });

    const mine = await makePerson(token, 'Mine');
    await project.client.items.create({ item_type: of(secret), word: 'abc', person: mine });
    await project.client.items.create({ item_type: of(page), name: 'Two', author: mine });
    const seen = `{ allPeople {
      name _allReferencingPages { name } _allReferencingPagesMeta { count }
      _allReferencingSecrets { word } _allReferencingSecretsMeta { count }
    } _allPeopleMeta { count } }`;
    expect(await ask(token, seen)).toEqual({
      allPeople: [
        {
          name: 'Mine',
          _allReferencingPages: [{ name: 'Two' }],
          _allReferencingPagesMeta: { count: 1 },
          _allReferencingSecrets: [],
          _allReferencingSecretsMeta: { count: 0 },
        },
      ],
      _allPeopleMeta: { count: 1 },
    });
  });
});

async function makePerson(token: string, name: string): Promise<string> {
  const limited = buildClient({ apiToken: token, baseUrl: server.cmaUrl, autoRetry: false });
  return (await limited.items.create({ item_type: of(person), name })).id;
}

describe('assets that a role cannot read', () => {
  it('are in no list, count or field', async () => {
    const token = await tokenWith({ items: [{ item_type: page }] });
    const query = '{ allUploads { id } _allUploadsMeta { count } upload { id } page { attachment { id } } }';
    expect(await ask(token, query)).toEqual({
      allUploads: [],
      _allUploadsMeta: { count: 0 },
      upload: null,
      page: { attachment: null },
    });
    const all = await tokenWith({ items: [{ item_type: page }], uploads: [{ on_creator: 'anyone' }] });
    expect(await ask(all, '{ _allUploadsMeta { count } }')).toEqual({ _allUploadsMeta: { count: 1 } });
  });
});

describe('an environment that a role may not enter', () => {
  it.each(['sandbox_only', 'none'] as const)('refuses the token (%s)', async (environments_access) => {
    const token = await tokenWith({ environments_access, items: [{ item_type: page }] });
    expect(await failureOf(token, '{ __typename }')).toMatchObject({
      type: 'api_error',
      attributes: { code: 'INSUFFICIENT_PERMISSIONS' },
    });
  });
});

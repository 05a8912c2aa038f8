import { ApiError } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

/** The codes of a refusal, with the attribute where there is one. */
async function codesOf(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error('expected a refusal');
  return error.errors.map(({ attributes: { code, details } }) =>
    code === 'INVALID_FIELD' ? `${details.field} ${details.code}` : code,
  );
}

describe('models', () => {
  it('fills in what was not said', async () => {
    const made = await project.client.itemTypes.create({ name: 'Blog post', api_key: 'blog_post' });
    expect(made).toMatchObject({
      name: 'Blog post',
      api_key: 'blog_post',
      singleton: false,
      modular_block: false,
      draft_mode_active: false,
      collection_appearance: 'compact',
      collection_appeareance: 'compact',
      ordering_meta: null,
      fields: [],
      fieldsets: [],
      title_field: null,
      singleton_item: null,
      has_singleton_item: false,
    });
  });

  it('finds a model by id and by API key', async () => {
    const made = await project.client.itemTypes.create({ name: 'Author', api_key: 'author' });
    expect(await project.client.itemTypes.find('author')).toEqual(made);
    expect(await project.client.itemTypes.find(made.id)).toEqual(made);
    expect(await codesOf(project.client.itemTypes.find('nobody'))).toEqual(['NOT_FOUND']);
  });

  it('takes back a model as it was read', async () => {
    const made = await project.client.itemTypes.create({ name: 'Spread', api_key: 'spread' });
    expect(await project.client.itemTypes.update(made.id, { ...made, hint: 'Short' })).toEqual({
      ...made,
      hint: 'Short',
    });
  });
});

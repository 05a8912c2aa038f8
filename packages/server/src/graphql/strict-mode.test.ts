import { executeQuery } from '@datocms/cda-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let author: string;
let title: string;

const of = (id: string) => ({ type: 'item_type' as const, id });

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  const { client } = project;
  const drafts = { draft_mode_active: true, draft_saving_active: true };
  author = (
    await client.itemTypes.create({
      name: 'Author',
      api_key: 'author',
      inverse_relationships_enabled: true,
      ...drafts,
    })
  ).id;
  const required = { required: {} };
  await client.fields.create(author, {
    label: 'Name',
    api_key: 'name',
    field_type: 'string',
    validators: required,
  });
  const page = (await client.itemTypes.create({ name: 'Page', api_key: 'page', tree: true, ...drafts })).id;
  title = (
    await client.fields.create(page, {
      label: 'Title',
      api_key: 'title',
      field_type: 'string',
      validators: required,
    })
  ).id;
  await client.fields.create(page, {
    label: 'Authors',
    api_key: 'authors',
    field_type: 'links',
    validators: { items_item_type: { item_types: [author] } },
  });
  await client.fields.create(page, {
    label: 'Editor',
    api_key: 'editor',
    field_type: 'link',
    validators: { item_item_type: { item_types: [author] } },
  });
  await client.fields.create(page, {
    label: 'Cover',
    api_key: 'cover',
    field_type: 'file',
    validators: { extension: { predefined_list: 'transformable_image' }, required_alt_title: { alt: true } },
  });

  const ada = await client.items.create({ item_type: of(author), name: 'Ada' });
  const nobody = await client.items.create({ item_type: of(author), name: null });
  const people = { authors: [nobody.id, ada.id], editor: nobody.id };
  const right = await client.items.create({ item_type: of(page), title: 'Right', ...people });
  const wrong = await client.items.create({ item_type: of(page), title: '', authors: [ada.id] });
  await client.items.update(wrong.id, { parent_id: right.id });
  const child = await client.items.create({ item_type: of(page), title: 'Child', authors: [ada.id] });
  await client.items.update(child.id, { parent_id: wrong.id });
});
afterAll(() => server.close());

function ask<Result = Record<string, unknown>>(query: string, options = {}): Promise<Result> {
  const token = project.readOnlyToken;
  const where = { token, graphqlEndpointUrl: server.graphqlUrl };
  return executeQuery<Result>(query, { ...where, includeDrafts: true, excludeInvalid: true, ...options });
}

describe('a query that excludes what is invalid', () => {
  it('finds valid records only: in lists, counts, links and trees, and by themselves', async () => {
    const query = `{
      allPages(orderBy: title_ASC) { title parent { title } children { title } authors { name } editor { name } }
      _allPagesMeta { count } page(filter: { title: { isBlank: true } }) { title }
      invalid: _allPagesMeta(filter: { _isValid: { eq: false } }) { count }
    }`;
    const child = { title: 'Child', parent: null, children: [], authors: [{ name: 'Ada' }], editor: null };
    expect(await ask(query)).toEqual({
      allPages: [child, { ...child, title: 'Right' }],
      _allPagesMeta: { count: 2 },
      page: null,
      invalid: { count: 0 },
    });
  });

  it('finds valid records only in inverse fields', async () => {
    const query = `{ allAuthors {
      name _allReferencingPages(orderBy: title_ASC) { title } _allReferencingPagesMeta { count }
    } }`;
    const pages = { _allReferencingPages: [{ title: 'Child' }, { title: 'Right' }] };
    expect(await ask(query)).toEqual({
      allAuthors: [{ name: 'Ada', ...pages, _allReferencingPagesMeta: { count: 2 } }],
    });
    expect(await ask('{ _allAuthorsMeta { count } }', { excludeInvalid: false })).toEqual({
      _allAuthorsMeta: { count: 2 },
    });
  });

  it('is promised what rules demand', async () => {
    const query = `{ page: __type(name: "PageRecord") { fields { name type { kind name ofType { name } } } }
      cover: __type(name: "ImageAltFileField") { fields { name type { kind } } } }`;
    interface Type {
      fields: { name: string; type: { kind: string; name: string | null; ofType?: { name: string } } }[];
    }
    const types = async (options = {}) => ask<{ page: Type; cover: Type | null }>(query, options);
    const shown = ({ fields }: Type, name: string) => {
      const { kind, ofType, ...type } = fields.find((field) => field.name === name)?.type ?? { kind: '' };
      return kind === 'NON_NULL' ? `${ofType?.name ?? ''}!` : 'name' in type ? type.name : kind;
    };
    const { page, cover } = await types();
    expect(shown(page, 'title')).toBe('String!');
    expect(shown(page, 'editor')).toBe('AuthorRecord');
    expect(shown(page, 'cover')).toBe('ImageAltFileField');
    expect(shown(page, '_publishedAt')).toBe('DateTime');
    const promised = cover?.fields.filter(({ type }) => type.kind === 'NON_NULL').map(({ name }) => name);
    expect(promised).toEqual(
      expect.arrayContaining(['alt', 'focalPoint', 'width', 'height', 'responsiveImage']),
    );
    const published = await types({ includeDrafts: false });
    expect(shown(published.page, '_publishedAt')).toBe('DateTime!');
    const lax = await types({ excludeInvalid: false });
    expect([shown(lax.page, 'title'), shown(lax.page, 'cover'), lax.cover]).toEqual([
      'String',
      'FileField',
      null,
    ]);
  });

  it('fails where a promise cannot be kept, and says which', async () => {
    const { client } = project;
    const editor = (await client.fields.list('page')).find(({ api_key }) => api_key === 'editor');
    const link = { item_item_type: { item_types: [author] } };
    await client.fields.update(editor?.id ?? '', { validators: { ...link, required: {} } });
    const query = '{ page(filter: { title: { eq: "Right" } }) { title editor { name } } }';
    for (const _run of ['interpreted', 'compiled']) {
      const failure = await ask(query).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        response: {
          status: 200,
          body: {
            errors: [
              {
                message: 'Cannot return null for non-nullable field PageRecord.editor.',
                path: ['query', 'page', 'editor'],
              },
            ],
          },
        },
      });
    }
    expect(await ask('{ page(filter: { title: { eq: "Right" } }) { title } }')).toEqual({
      page: { title: 'Right' },
    });
    await client.fields.update(editor?.id ?? '', { validators: link });
  });

  it('follows a rule from the moment it holds', async () => {
    const { client } = project;
    const titles = '{ allPages(orderBy: title_ASC) { title } }';
    await client.fields.update(title, { validators: { required: {}, length: { max: 5 } } });
    expect(await ask(titles)).toEqual({ allPages: [{ title: 'Child' }, { title: 'Right' }] });
    await client.fields.update(title, { validators: { required: {}, enum: { values: ['Right'] } } });
    expect(await ask(titles)).toEqual({ allPages: [{ title: 'Right' }] });
    await client.fields.update(title, { validators: {} });
    expect(await ask(titles)).toEqual({ allPages: [{ title: '' }, { title: 'Child' }, { title: 'Right' }] });
  });
});

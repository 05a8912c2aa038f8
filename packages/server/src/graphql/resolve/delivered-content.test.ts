import { executeQuery } from '@datocms/cda-client';
import { buildBlockRecord } from '@datocms/cma-client-node';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
/** Ids of models and records by the names the tests give them. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  await makeModels();
  await makeRecords();
});
afterAll(() => server.close());

function read(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const options = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl, variables };
  return executeQuery(query, options);
}

async function makeModels(): Promise<void> {
  const { client } = project;
  const model = async (api_key: string, more: object = {}) => {
    ids[api_key] = (await client.itemTypes.create({ name: api_key, api_key, ...more })).id;
  };
  await model('author', { inverse_relationships_enabled: true });
  await model('quote', { modular_block: true });
  await model('shelf', { modular_block: true });
  await model('book', { draft_mode_active: true });
  await model('page', { tree: true });
  await field('author', 'name', 'string');
  await field('quote', 'words', 'string');
  await field('quote', 'speaker', 'link', { item_item_type: { item_types: [ids.author] } });
  await field('shelf', 'quotes', 'rich_text', { rich_text_blocks: { item_types: [ids.quote] } });
  await field('book', 'title', 'string', {}, { localized: true });
  await field('book', 'writer', 'link', { item_item_type: { item_types: [ids.author] } });
  const blocks = { item_types: [ids.quote, ids.shelf] };
  await field('book', 'content', 'rich_text', { rich_text_blocks: blocks }, { deep_filtering_enabled: true });
  const text = { structured_text_blocks: blocks, structured_text_links: { item_types: [ids.author] } };
  await field('quote', 'notes', 'structured_text', text);
  await field('book', 'text', 'structured_text', text, { deep_filtering_enabled: true });
  await field('page', 'label', 'string');
}

type NewField = Parameters<TestProject['client']['fields']['create']>[1];

async function field(
  model: string,
  api_key: string,
  field_type: string,
  validators: object = {},
  more: object = {},
): Promise<void> {
  const attributes = { label: api_key, api_key, field_type, validators, ...more };
  await project.client.fields.create(ids[model] ?? '', attributes as NewField);
}

async function record(name: string, model: string, attributes: object): Promise<void> {
  const item_type = { type: 'item_type' as const, id: ids[model] ?? '' };
  ids[name] = (await project.client.items.create({ item_type, ...attributes })).id;
}

function quote(words: string, speaker: string | null = null, notes: object | null = null) {
  return buildBlockRecord({ item_type: { type: 'item_type', id: ids.quote ?? '' }, words, speaker, notes });
}

async function makeRecords(): Promise<void> {
  await record('ada', 'author', { name: 'Ada' });
  await record('bob', 'author', { name: 'Bob' });
  const shelf = buildBlockRecord({
    item_type: { type: 'item_type', id: ids.shelf ?? '' },
    quotes: [quote('Deep', ids.ada)],
  });
  const title = (en: string, it: string | null) => ({ title: { en, it } });
  await record('direct', 'book', { ...title('Direct', 'Diretto'), writer: ids.ada });
  await record('nested', 'book', {
    ...title('Nested', ''),
    writer: ids.bob,
    content: [quote('Loud'), shelf],
  });
  const noted = quote('Inside', null, documentWith(quote('Hidden')));
  await record('texted', 'book', { ...title('Texted', null), text: documentWith(noted) });
  await record('draft', 'book', { ...title('Draft', null), writer: ids.ada });
  for (const name of ['direct', 'nested', 'texted']) await project.client.items.publish(ids[name] ?? '');
  await record('home', 'page', { label: 'Home' });
  await record('team', 'page', { label: 'Team', parent_id: ids.home, position: 1 });
  await record('jobs', 'page', { label: 'Jobs', parent_id: ids.home, position: 2 });
}

function documentWith(block: ReturnType<typeof quote>) {
  const link = { type: 'itemLink', item: ids.ada, children: [{ type: 'span', value: 'her' }] };
  return {
    schema: 'dast',
    document: {
      type: 'root',
      children: [
        { type: 'paragraph', children: [{ type: 'span', value: 'See ' }, link] },
        { type: 'block', item: block },
      ],
    },
  };
}

describe('published content', () => {
  it('falls back to other locales where a text is missing or empty', async () => {
    const query = `{
      allBooks(locale: it, fallbackLocales: [en], orderBy: id_ASC) { title _locales }
      strict: allBooks(locale: it, orderBy: id_ASC) { title _allTitleLocales { locale value } }
    }`;
    const { allBooks, strict } = (await read(query)) as Record<string, { title: string }[]>;
    const names = (books: { title: string | null }[] | undefined) => books?.map((book) => book.title).sort();
    expect(names(allBooks)).toEqual(['Diretto', 'Nested', 'Texted']);
    expect(names(strict)).toEqual(['', 'Diretto', null]);
  });

  it('comes with the blocks inside blocks', async () => {
    const query = `query ($id: ItemId) { book(filter: { id: { eq: $id } }) {
      content { ... on QuoteRecord { words } ... on ShelfRecord { quotes { words speaker { name } } } }
    } }`;
    expect(await read(query, { id: ids.nested })).toEqual({
      book: { content: [{ words: 'Loud' }, { quotes: [{ words: 'Deep', speaker: { name: 'Ada' } }] }] },
    });
  });

  it('comes with what a structured text names', async () => {
    const query = `query ($id: ItemId) { book(filter: { id: { eq: $id } }) {
      text { value blocks { ... on QuoteRecord { id words } } links { ... on AuthorRecord { id name } } }
    } }`;
    const { book } = (await read(query, { id: ids.texted })) as {
      book: { text: { value: { document: { children: { item?: string }[] } }; blocks: { id: string }[] } };
    };
    expect(book.text).toMatchObject({ blocks: [{ words: 'Inside' }], links: [{ id: ids.ada, name: 'Ada' }] });
    expect(book.text.value.document.children[1]?.item).toBe(book.text.blocks[0]?.id);
  });

  it('places the pages of a tree, and finds its roots', async () => {
    const query = `{ allPages(filter: { parent: { exists: false } }) {
      label children { label position parent { label } }
    } }`;
    expect(await read(query)).toEqual({
      allPages: [
        {
          label: 'Home',
          children: [
            { label: 'Team', position: 1, parent: { label: 'Home' } },
            { label: 'Jobs', position: 2, parent: { label: 'Home' } },
          ],
        },
      ],
    });
  });
});

describe('deep filters', () => {
  it.each([
    ['{ any: { quote: { words: { eq: "Loud" } } } }', ['Nested']],
    ['{ any: { quote: { words: { eq: "Deep" } } } }', []],
    ['{ containsAny: { shelf: true } }', ['Nested']],
    ['{ exists: false }', ['Direct', 'Texted']],
  ])('find by %s the books %j', async (content, titles) => {
    const { allBooks } = (await read(`{ allBooks(filter: { content: ${content} }) { title } }`)) as {
      allBooks: { title: string }[];
    };
    expect(allBooks.map(({ title }) => title).sort()).toEqual(titles);
  });

  it.each([
    ['{ blocks: { any: { quote: { words: { eq: "Inside" } } } } }', ['Texted']],
    ['{ blocks: { any: { quote: { words: { eq: "Hidden" } } } } }', []],
    ['{ blocks: { exists: true } }', ['Texted']],
    ['{ value: { matches: { pattern: "^see" } } }', ['Texted']],
  ])('look into structured text by %s, one level deep: %j', async (text, titles) => {
    const { allBooks } = (await read(`{ allBooks(filter: { text: ${text} }) { title } }`)) as {
      allBooks: { title: string }[];
    };
    expect(allBooks.map(({ title }) => title).sort()).toEqual(titles);
  });

  it('come as variables too, as often as they like', async () => {
    const query = 'query ($f: BookModelFilter) { _allBooksMeta(filter: $f) { count } }';
    const variables = { f: { OR: [{ content: { any: { quote: { words: { eq: 'Loud' } } } } }] } };
    for (let time = 0; time < 3; time += 1) {
      expect(await read(query, variables)).toEqual({ _allBooksMeta: { count: 1 } });
    }
  });
});

describe('the records that point at a record', () => {
  const referencing = async (through: string): Promise<unknown> => {
    const query = `query ($id: ItemId) { author(filter: { id: { eq: $id } }) {
      _allReferencingBooks(through: ${through}) { title }
      _allReferencingBooksMeta(through: ${through}) { count }
    } }`;
    const { author } = (await read(query, { id: ids.ada })) as {
      author: { _allReferencingBooks: { title: string }[]; _allReferencingBooksMeta: { count: number } };
    };
    const titles = author._allReferencingBooks.map(({ title }) => title).sort();
    expect(author._allReferencingBooksMeta.count).toBe(titles.length);
    return titles;
  };

  it.each([
    ['{}', ['Direct', 'Nested', 'Texted']],
    ['{ fields: { anyIn: [book_writer] } }', ['Direct']],
    ['{ fields: { anyIn: [book_content] } }', ['Nested']],
    ['{ fields: { anyIn: [book_content__shelf_quotes__quote_speaker] } }', ['Nested']],
    ['{ fields: { anyIn: [book_content__quote_speaker] } }', []],
    ['{ fields: { notIn: [book_writer] } }', ['Nested', 'Texted']],
    ['{ locales: { anyIn: [_nonLocalized] } }', ['Direct', 'Nested', 'Texted']],
    ['{ locales: { anyIn: en } }', []],
  ])('through %s are %j', async (through, titles) => {
    expect(await referencing(through)).toEqual(titles);
  });
});

describe('the project itself', () => {
  it('tells its locales and what its pages say when a record says nothing', async () => {
    await project.client.site.update({
      no_index: true,
      global_seo: {
        site_name: 'Library',
        title_suffix: ' - Library',
        fallback_seo: { title: 'Books', description: 'All of them', image: null, twitter_card: 'summary' },
      },
    });
    const query =
      '{ _site { locales noIndex favicon { id } globalSeo { siteName fallbackSeo { title twitterCard } } } }';
    expect(await read(query)).toEqual({
      _site: {
        locales: ['en', 'it'],
        noIndex: true,
        favicon: null,
        globalSeo: { siteName: 'Library', fallbackSeo: { title: 'Books', twitterCard: 'summary' } },
      },
    });
  });
});

describe('the schema', () => {
  it('tells tools the same about itself, interpreted and compiled', async () => {
    const [first, second, third] = [
      await read(getIntrospectionQuery()),
      await read(getIntrospectionQuery()),
      await read(getIntrospectionQuery()),
    ];
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(buildClientSchema(first as IntrospectionQuery).getType('BookRecord')).toBeDefined();
  });
});

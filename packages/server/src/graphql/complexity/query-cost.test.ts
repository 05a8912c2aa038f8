import { getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildTestDelivery } from '../schema/testing.ts';
import { queryCost } from './query-cost.ts';

const blocks = (apiKey: string, itemTypes: string[], settings = {}) => ({
  apiKey,
  fieldType: 'rich_text' as const,
  validators: { rich_text_blocks: { item_types: itemTypes } },
  ...settings,
});

const schema = buildTestDelivery(
  [
    {
      apiKey: 'artist',
      inverseRelationshipsEnabled: true,
      fields: [
        { apiKey: 'name' },
        { apiKey: 'age', fieldType: 'integer' },
        { apiKey: 'birth', fieldType: 'date' },
        { apiKey: 'country', localized: true },
        { apiKey: 'bio', fieldType: 'text', localized: true },
        { apiKey: 'data', fieldType: 'json' },
        { apiKey: 'photo', fieldType: 'file' },
        { apiKey: 'photos', fieldType: 'gallery' },
        { apiKey: 'seo', fieldType: 'seo' },
        { apiKey: 'text', fieldType: 'structured_text', validators: textRules(['quote'], ['movie']) },
        { apiKey: 'movies', fieldType: 'links', validators: { items_item_type: { item_types: ['movie'] } } },
        { apiKey: 'best', fieldType: 'link', validators: { item_item_type: { item_types: ['movie'] } } },
        blocks('content', ['movie_block', 'serie_block']),
        blocks('places', ['movie_block'], { localized: true }),
      ],
    },
    {
      apiKey: 'movie',
      tree: true,
      fields: [
        { apiKey: 'title' },
        { apiKey: 'artist', fieldType: 'link', validators: { item_item_type: { item_types: ['artist'] } } },
      ],
    },
    { apiKey: 'contact_page', singleton: true, fields: [{ apiKey: 'phone' }, { apiKey: 'email' }] },
    {
      apiKey: 'blog_post',
      fields: [{ apiKey: 'title' }, blocks('content', ['product', 'cta'], { deepFilteringEnabled: true })],
    },
    { apiKey: 'quote', modularBlock: true, fields: [{ apiKey: 'text' }] },
    { apiKey: 'movie_block', modularBlock: true, fields: [{ apiKey: 'title' }] },
    { apiKey: 'serie_block', modularBlock: true, fields: [{ apiKey: 'title' }, { apiKey: 'channel' }] },
    {
      apiKey: 'product',
      modularBlock: true,
      fields: [{ apiKey: 'name' }, { apiKey: 'price', fieldType: 'float' }],
    },
    { apiKey: 'cta', modularBlock: true, fields: [{ apiKey: 'title' }] },
  ],
  { locales: ['en', 'it', 'de'] },
);

function textRules(itemTypes: string[], links: string[]) {
  return {
    structured_text_blocks: { item_types: itemTypes },
    structured_text_links: { item_types: links },
  };
}

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation');
  return queryCost(schema, document, operation)(variables);
}

describe('the cost of a query', () => {
  const documented: [cost: number, query: string][] = [
    [140, '{ allArtists { id name } }'],
    [
      1175,
      `{ allArtists(
        filter: { birth: { gt: "1990-01-01", lt: "2010-01-01" }, country: { eq: "DE" } }, orderBy: [name_ASC], first: 25
      ) { id name age } }`,
    ],
    [1251, '{ _allArtistsMeta(filter: { country: { eq: "NL" } }) { count } }'],
    [301, '{ artist(filter: { id: { eq: "123" } }) { name } }'],
    [27, '{ contactPage { phone email } }'],
    [
      50 + 1110,
      `{ artist { _allReferencingMovies(
        through: { fields: { anyIn: [movie_artist] }, locales: { anyIn: en } }, orderBy: [title_ASC, _createdAt_DESC], first: 5
      ) { id title } } }`,
    ],
    [50 + 1001, '{ artist { _allReferencingMoviesMeta { count } } }'],
    [
      351,
      `{ artist(filter: { id: { eq: "123" } }) {
        photo { url blurUpThumb } text { value links { id } blocks { id text } } movies { id title position }
      } }`,
    ],
    [
      301 + 10,
      `{ artist(filter: { id: { eq: "123" } }) { name content {
        ... on MovieBlockRecord { title } ... on SerieBlockRecord { title channel }
      } } }`,
    ],
    [
      2_000_890,
      `{ allBlogPosts(filter: { content: { any: {
        product: { name: { eq: "T-Shirt" }, price: { gt: 30 } }, cta: { title: { isPresent: true } }
      } } }) { id title } }`,
    ],
    // The documentation adds this one up to 801; by its own prices it is 810.
    [
      810,
      '{ allUploads(filter: { format: { eq: "jpg" } }, orderBy: [size_DESC], first: 30) { id url blurUpThumb } }',
    ],
    [1251, '{ _allUploadsMeta(filter: { format: { eq: "jpg" } }) { count } }'],
    [308, '{ upload(filter: { id: { eq: "123" } }) { url title blurUpThumb blurhash } }'],
    [13, '{ _site { globalSeo { siteName titleSuffix } } }'],
  ];
  it.each(documented)('is %d as documented: %s', (cost, query) => {
    expect(costOf(query)).toBe(cost);
  });

  const prices: [name: string, cost: number, selection: string][] = [
    ['JSON', 5, 'data'],
    ['text as it is', 1, 'bio'],
    ['text that is not rendered', 1, 'bio(markdown: false)'],
    ['rendered text', 5, 'bio(markdown: true)'],
    ['a gallery', 5 * 2, 'photos { url alt }'],
    ['a link', 10 + 1, 'best { id }'],
    ['a parent and children', 10 + 26 + 10, 'best { parent { id } children { id title } }'],
    ['all locales', 3 * 2, '_allCountryLocales { locale value }'],
    ['blocks in all locales', 3 * (1 + 1), '_allPlacesLocales { value { title } }'],
    ['the image of SEO', 1 + 5 + 1, 'seo { image { url } }'],
    ['tags of the head', 5 + 2, '_seoMetaTags { tag content }'],
    ['one field twice', 1, 'name ... on ArtistRecord { name }'],
  ];
  it.each(prices)('has a price for %s: %d', (_name, cost, selection) => {
    expect(costOf(`{ artist { ${selection} } }`)).toBe(50 + cost);
  });

  it('counts a shared field once beside those of the costliest type', () => {
    const content = `content {
      ... on RecordInterface { id again: id } ... on SerieBlockRecord { id channel title } ... on MovieBlockRecord { title }
    }`;
    expect(costOf(`{ artist { ${content} } }`)).toBe(50 + 5 * 4);
  });

  it('takes time by the length of the query, also where types and what they share are many', () => {
    const fields = (name: string) => Array.from({ length: 10_000 }, (_, n) => `x${n}: ${name}`).join(' ');
    const own = ['MovieBlock', 'SerieBlock'].map((type) => `... on ${type}Record { _seoMetaTags { tag } }`);
    const query = `{ artist { content { ... on RecordInterface { _seoMetaTags { ${fields('tag')} } } ${own.join(' ')} } } }`;
    expect(costOf(query)).toBe(50 + 5 * (5 + 10_000 + 1));
  });

  it('takes pages, orders, operators and conditions from variables', () => {
    const query = `query ($first: IntType = 2, $by: [ArtistModelOrderBy], $where: ArtistModelFilter, $on: Boolean!, $html: Boolean) {
      allArtists(first: $first, orderBy: $by, filter: $where) { id ... @include(if: $on) { bio(markdown: $html) } }
    }`;
    const page = { first: 2, on: false };
    expect(costOf(query, page)).toBe(102);
    expect(costOf(query, { ...page, on: true, html: true })).toBe(100 + 2 * 6);
    const where = { OR: [{ name: { eq: 'a', neq: 'b' } }, { age: { gt: 1 } }] };
    expect(costOf(query, { ...page, first: 4, by: ['name_ASC', 'id_ASC'], where })).toBe(100 + 500 + 750 + 4);
  });

  it('asks a price for every kind of block that a deep filter names', () => {
    const filter = (content: string) => `{ _allBlogPostsMeta(filter: { content: ${content} }) { count } }`;
    expect(costOf(filter('{ exists: true }'))).toBe(1001 + 250);
    expect(costOf(filter('{ containsAny: { cta: true, product: false } }'))).toBe(1001 + 2 * 1_000_250);
  });

  it('stays a number however deep lists are nested', () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `_allReferencingMovies(first: 500) { artist { ${deep(levels - 1)} } }`;
    expect(costOf(`{ artist { ${deep(30)} } }`)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

import { executeQueryWithAutoPagination, rawExecuteQuery } from '@datocms/cda-client';
import { buildBlockRecord } from '@datocms/cma-client-node';
import { render as renderHtml } from 'datocms-structured-text-to-html-string';
import { render as renderText } from 'datocms-structured-text-to-plain-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { askDelivery } from './testing.ts';

/*
 * What each page of the public documentation of the delivery API shows how to ask, asked of one small label of
 * music: artists with albums, articles with blocks, genres in a tree.
 */

let server: TestServer;
let project: TestProject;
let ask: ReturnType<typeof askDelivery>;
/** Ids of models, records and assets by the names the tests give them. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it', 'it-IT'] });
  ask = askDelivery(server, project);
  await createModels();
  await createRecords();
});
afterAll(() => server.close());

async function createModels(): Promise<void> {
  const localized = { localized: true };
  await model('artist', { inverse_relationships_enabled: true }, [
    ['name', 'string'],
    ['genre', 'string'],
    ['formed', 'date'],
  ]);
  await model('person', { inverse_relationships_enabled: true }, [['first_name', 'string']]);
  await model('category', { tree: true }, [['name', 'string']]);
  await model('quote_block', { modular_block: true }, [
    ['quote', 'text'],
    ['stars', 'integer'],
    ['author', 'link', one('person')],
  ]);
  await model('mention_block', { modular_block: true }, [['username', 'string']]);
  const blocks = { item_types: [ids.quote_block, ids.mention_block] };
  await model('blog_post', { all_locales_required: false, draft_mode_active: true }, [
    ['title', 'string', {}, localized],
    ['slug', 'slug'],
    ['author', 'link', one('person')],
    ['reviewer', 'link', one('person'), localized],
    ['content', 'rich_text', { rich_text_blocks: blocks }, { deep_filtering_enabled: true }],
    ['hero', 'single_block', { single_block_blocks: blocks }],
    [
      'body',
      'structured_text',
      {
        structured_text_blocks: blocks,
        structured_text_inline_blocks: blocks,
        structured_text_links: { item_types: [ids.person] },
      },
    ],
    ['seo', 'seo'],
  ]);
  await model('homepage', { singleton: true }, [['hero_title', 'string']]);
}

function one(target: string) {
  return { item_item_type: { item_types: [ids[target]] } };
}

type FieldSketch = [apiKey: string, type: string, validators?: object, more?: object];

async function model(api_key: string, settings: object, fields: FieldSketch[]): Promise<void> {
  const { id } = await project.client.itemTypes.create({ name: api_key, api_key, ...settings });
  ids[api_key] = id;
  for (const [field, field_type, validators = {}, more = {}] of fields) {
    const attributes = { label: field, api_key: field, field_type, validators, ...more };
    await project.client.fields.create(id, attributes as Parameters<typeof project.client.fields.create>[1]);
  }
}

async function record(name: string, apiKey: string, values: object): Promise<void> {
  const item_type = { type: 'item_type' as const, id: ids[apiKey] ?? '' };
  ids[name] = (await project.client.items.create({ item_type, ...values })).id;
}

function block(apiKey: string, values: object): unknown {
  return buildBlockRecord({ item_type: { type: 'item_type', id: ids[apiKey] ?? '' }, ...values });
}

async function createRecords(): Promise<void> {
  await record('banshee', 'artist', { name: 'Blank Canvas', genre: 'wave', formed: '2010-05-01' });
  await record('twin', 'artist', { name: 'Gazebo Two', genre: 'wave', formed: '2003-01-31' });
  await record('nameless', 'artist', { name: null, genre: 'folk', formed: null });
  await record('ada', 'person', { first_name: 'Ada' });
  await record('bob', 'person', { first_name: 'Bob' });
  await record('music', 'category', { name: 'Music' });
  await record('vinyl', 'category', { name: 'Vinyl', parent_id: ids.music });
  await record('home', 'homepage', { hero_title: 'Welcome' });
  const quote = (text: string, stars: number) =>
    block('quote_block', { quote: text, stars, author: ids.ada });
  await record('first', 'blog_post', {
    title: { en: 'A trip', it: 'Un viaggio', 'it-IT': '' },
    slug: 'a-trip',
    author: ids.ada,
    reviewer: { en: ids.bob, it: null, 'it-IT': null },
    content: [quote('Loud', 5), block('mention_block', { username: 'recto' })],
    hero: quote('First', 1),
    body: document(quote('Inside', 3)),
    seo: { title: 'Trips', description: 'All about trips', image: null, twitter_card: null },
  });
  await record('second', 'blog_post', {
    title: { en: 'At home' },
    slug: 'at-home',
    content: [quote('Quiet', 2)],
  });
  await project.client.items.bulkPublish({
    items: [ids.first, ids.second].map((id) => ({ type: 'item', id: id ?? '' })),
  });
  await record('draft', 'blog_post', { title: { en: 'Not yet' }, slug: 'not-yet' });
}

function document(quoteBlock: unknown): object {
  const span = (value: string) => ({ type: 'span', value });
  const link = { type: 'itemLink', item: ids.ada, children: [span('Ada')] };
  const mention = { type: 'inlineBlock', item: block('mention_block', { username: 'bob' }) };
  const paragraph = { type: 'paragraph', children: [span('By '), link, span(' and '), mention] };
  const children = [
    { type: 'heading', level: 1, children: [span('Hello')] },
    paragraph,
    { type: 'block', item: quoteBlock },
  ];
  return { schema: 'dast', document: { type: 'root', children } };
}

describe('fetching records', () => {
  it.each<[string, unknown]>([
    ['{ homepage { heroTitle } }', { homepage: { heroTitle: 'Welcome' } }],
    ['{ artist(filter: { name: { eq: "Gazebo Two" } }) { genre } }', { artist: { genre: 'wave' } }],
    ['{ artist(filter: { name: { eq: "Nobody" } }) { genre } }', { artist: null }],
    [
      '{ allArtists(first: 1, orderBy: name_ASC) { name } _allArtistsMeta { count } }',
      { allArtists: [{ name: 'Blank Canvas' }], _allArtistsMeta: { count: 3 } },
    ],
    [
      '{ allArtists(orderBy: [genre_DESC, formed_ASC], skip: 1, first: 5) { genre } }',
      { allArtists: [{ genre: 'wave' }, { genre: 'folk' }] },
    ],
  ])('%s', async (query, answer) => {
    expect(await ask(query)).toEqual(answer);
  });

  it('by pages that the official client puts together', async () => {
    const options = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl };
    const query = '{ allArtists(first: 1200, orderBy: name_DESC) { name } }';
    const names = ['Gazebo Two', 'Blank Canvas', null].map((name) => ({ name }));
    expect(await executeQueryWithAutoPagination(query, options)).toEqual({ allArtists: names });
  });
});

describe('filtering', () => {
  it.each<[string, string[]]>([
    ['{ genre: { in: ["wave"] }, formed: { gt: "2005-01-01" } }', ['banshee']],
    ['{ OR: [{ name: { eq: "Blank Canvas" } }, { formed: { exists: false } }] }', ['banshee', 'nameless']],
    [
      '{ AND: [{ name: { matches: { pattern: "^blank" } } }, { name: { matches: { pattern: "vas$" } } }] }',
      ['banshee'],
    ],
    ['{ name: { matches: { pattern: "ga(z|s)ebo", caseSensitive: true } } }', []],
    ['{ name: { neq: "Blank Canvas" } }', ['twin', 'nameless']],
    ['{ name: { isBlank: true } }', ['nameless']],
    ['{ formed: { lte: "2010-05-01", gte: "2003-02-01" } }', ['banshee']],
  ])('artists by %s', async (filter, names) => {
    const query = `{ allArtists(filter: ${filter}, orderBy: _createdAt_ASC) { id } }`;
    expect(await ask(query)).toEqual({ allArtists: names.map((name) => ({ id: ids[name] })) });
  });

  it.each<[string, string[]]>([
    [
      '{ content: { any: { quoteBlock: { quote: { matches: { pattern: "loud" } }, stars: { gt: 4 } } } } }',
      ['first'],
    ],
    [
      '{ content: { any: { quoteBlock: { stars: { gt: 4 } }, mentionBlock: { username: { eq: "recto" } } } } }',
      ['first'],
    ],
    ['{ content: { containsAny: { quoteBlock: true, mentionBlock: false } } }', ['second']],
    ['{ content: { exists: true } }', ['first', 'second']],
    ['{ _locales: { allIn: [it] } }', ['first']],
    ['{ _status: { eq: published }, _isValid: { eq: true } }', ['first', 'second']],
  ])('articles by %s', async (filter, names) => {
    const query = `{ allBlogPosts(filter: ${filter}, orderBy: _createdAt_ASC) { id } }`;
    expect(await ask(query)).toEqual({ allBlogPosts: names.map((name) => ({ id: ids[name] })) });
  });
});

describe('localization', () => {
  it.each<[string, unknown]>([
    ['{ _site { locales } }', { _site: { locales: ['en', 'it', 'it_IT'] } }],
    [
      '{ blogPost(locale: it, filter: { slug: { eq: "a-trip" } }) { title en: title(locale: en) _locales } }',
      { blogPost: { title: 'Un viaggio', en: 'A trip', _locales: ['en', 'it', 'it_IT'] } },
    ],
    [
      '{ blogPost(locale: it_IT, fallbackLocales: [it, en], filter: { slug: { eq: "a-trip" } }) { title } }',
      { blogPost: { title: 'Un viaggio' } },
    ],
    [
      '{ blogPost(filter: { slug: { eq: "at-home" } }) { _allTitleLocales { locale value } } }',
      { blogPost: { _allTitleLocales: [{ locale: 'en', value: 'At home' }] } },
    ],
  ])('%s', async (query, answer) => {
    expect(await ask(query)).toEqual(answer);
  });
});

describe('relationships', () => {
  it.each<[string, unknown]>([
    [
      '{ blogPost(filter: { slug: { eq: "a-trip" } }) { author { firstName } } }',
      { blogPost: { author: { firstName: 'Ada' } } },
    ],
    [
      '{ allPeople(orderBy: firstName_ASC) { _allReferencingBlogPosts(orderBy: title_ASC) { slug } _allReferencingBlogPostsMeta { count } } }',
      {
        allPeople: [
          {
            _allReferencingBlogPosts: [{ slug: 'a-trip' }, { slug: 'at-home' }],
            _allReferencingBlogPostsMeta: { count: 2 },
          },
          { _allReferencingBlogPosts: [{ slug: 'a-trip' }], _allReferencingBlogPostsMeta: { count: 1 } },
        ],
      },
    ],
    [
      '{ person(filter: { firstName: { eq: "Ada" } }) { _allReferencingBlogPosts(through: { fields: { anyIn: [blogPost_content__quoteBlock_author] } }, filter: { slug: { neq: "a-trip" } }) { slug } } }',
      { person: { _allReferencingBlogPosts: [{ slug: 'at-home' }] } },
    ],
    [
      '{ person(filter: { firstName: { eq: "Bob" } }) { en: _allReferencingBlogPostsMeta(through: { locales: { anyIn: [en] } }) { count } none: _allReferencingBlogPostsMeta(through: { locales: { anyIn: [_nonLocalized] } }) { count } } }',
      { person: { en: { count: 1 }, none: { count: 0 } } },
    ],
    [
      '{ allCategories(filter: { parent: { exists: false } }) { name children { name parent { name } children { name } } } }',
      {
        allCategories: [
          { name: 'Music', children: [{ name: 'Vinyl', parent: { name: 'Music' }, children: [] }] },
        ],
      },
    ],
  ])('%s', async (query, answer) => {
    expect(await ask(query)).toEqual(answer);
  });
});

describe('blocks and structured text', () => {
  it('modular content, by fragments on its blocks and on what all records share', async () => {
    const query = `{ blogPost(filter: { slug: { eq: "a-trip" } }) {
      content { ... on RecordInterface { _modelApiKey } ... on QuoteBlockRecord { quote } ... on MentionBlockRecord { username } }
      hero { ... on QuoteBlockRecord { quote author { firstName } } }
    } }`;
    expect(await ask(query)).toEqual({
      blogPost: {
        content: [
          { _modelApiKey: 'quote_block', quote: 'Loud' },
          { _modelApiKey: 'mention_block', username: 'recto' },
        ],
        hero: { quote: 'First', author: { firstName: 'Ada' } },
      },
    });
  });

  it('structured text, which the official renderers take as it comes', async () => {
    type Node = { id: string; __typename: string } & Record<string, string>;
    type Text = Parameters<typeof renderText>[0] & { blocks: Node[]; inlineBlocks: Node[]; links: Node[] };
    const { blogPost } = await ask<{
      blogPost: { body: Text };
    }>(`{ blogPost(filter: { slug: { eq: "a-trip" } }) { body {
      value
      blocks { ... on RecordInterface { id __typename } ... on QuoteBlockRecord { quote } }
      inlineBlocks { ... on RecordInterface { id __typename } ... on MentionBlockRecord { username } }
      links { id __typename firstName }
    } } }`);
    expect(renderText(blogPost.body)).toBe('Hello\nBy Ada and');
    const html = renderHtml(blogPost.body as unknown as Parameters<typeof renderHtml>[0], {
      renderLinkToRecord: ({ record, children, adapter }) =>
        adapter.renderNode('a', { href: `/people/${(record as unknown as Node).firstName}` }, children),
      renderBlock: ({ record, adapter }) =>
        adapter.renderNode('q', {}, (record as unknown as Node).quote ?? ''),
      renderInlineBlock: ({ record, adapter }) =>
        adapter.renderNode('i', {}, (record as unknown as Node).username ?? ''),
      renderInlineRecord: () => null,
    });
    expect(html).toBe('<h1>Hello</h1><p>By <a href="/people/Ada">Ada</a> and <i>bob</i></p><q>Inside</q>');
  });
});

describe('metas, search engines and drafts', () => {
  it('a record says when it was made, what it is and whether it is valid', async () => {
    const query =
      '{ artist(filter: { genre: { eq: "folk" } }) { id _modelApiKey _isValid _status _createdAt _firstPublishedAt } }';
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
    expect(await ask(query)).toEqual({
      artist: {
        id: ids.nameless,
        _modelApiKey: 'artist',
        _isValid: true,
        _status: 'published',
        _createdAt: moment,
        _firstPublishedAt: moment,
      },
    });
  });

  it('the head of a page comes ready made', async () => {
    const query =
      '{ blogPost(filter: { slug: { eq: "a-trip" } }) { _seoMetaTags { tag content attributes } } }';
    const { blogPost } = await ask<{ blogPost: { _seoMetaTags: unknown[] } }>(query);
    expect(blogPost._seoMetaTags).toContainEqual({ tag: 'title', content: 'Trips', attributes: null });
    const description = { name: 'description', content: 'All about trips' };
    expect(blogPost._seoMetaTags).toContainEqual({ tag: 'meta', content: null, attributes: description });
    const favicon =
      '{ _site { faviconMetaTags(variants: [icon, appleTouchIcon, msApplication]) { tag attributes } } }';
    expect(await ask(favicon)).toHaveProperty('_site.faviconMetaTags');
  });

  it('drafts are shown to who asks for them, and to nobody who says false', async () => {
    const query = '{ allBlogPosts(filter: { slug: { eq: "not-yet" } }) { title } }';
    expect(await ask(query)).toEqual({ allBlogPosts: [] });
    expect(await ask(query, { includeDrafts: true })).toEqual({ allBlogPosts: [{ title: 'Not yet' }] });
    const headers = { authorization: `Bearer ${project.readOnlyToken}`, 'x-include-drafts': 'false' };
    const answer = await fetch(server.graphqlUrl, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    expect(JSON.stringify(await answer.json())).toContain('INVALID_X_INCLUDE_DRAFTS_HEADER');
  });
});

describe('requests', () => {
  it('may be sent as curl sends them, with the bare token and a body of any type', async () => {
    const headers = {
      authorization: project.readOnlyToken,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const answer = await sendRaw(server.graphqlUrl, {
      method: 'POST',
      headers,
      body: '{ "query": "{ homepage { heroTitle } }" }',
    });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      200,
      { data: { homepage: { heroTitle: 'Welcome' } } },
    ]);
  });

  it('with a mistake are answered with 200 and what is wrong where', async () => {
    const body = JSON.stringify({ query: '{ allArtists { Sku } }' });
    const answer = await sendRaw(server.graphqlUrl, { method: 'POST', token: project.readOnlyToken, body });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      200,
      {
        errors: [
          {
            path: ['query', 'allArtists', 'Sku'],
            extensions: { code: 'undefinedField', typeName: 'ArtistRecord', fieldName: 'Sku' },
          },
        ],
      },
    ]);
  });

  it('are told their complexity and, when they ask, their cache tags', async () => {
    const options = {
      token: project.readOnlyToken,
      graphqlEndpointUrl: server.graphqlUrl,
      returnCacheTags: true,
    };
    const [, { headers }] = await rawExecuteQuery('{ allArtists { id name } }', options);
    expect(headers.get('x-complexity')).toBe('140');
    expect(headers.get('x-cache-tags')).toMatch(/^\S+( \S+)*$/);
  });
});

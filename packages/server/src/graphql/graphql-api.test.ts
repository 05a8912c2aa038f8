import { executeQuery, executeQueryWithAutoPagination, rawExecuteQuery } from '@datocms/cda-client';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let articles: string[];

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  const { client } = project;
  const author = await client.itemTypes.create({ name: 'Author', api_key: 'author' });
  await client.fields.create(author.id, { label: 'Name', api_key: 'name', field_type: 'string' });
  const article = await client.itemTypes.create({
    name: 'Article',
    api_key: 'article',
    draft_mode_active: true,
  });
  await client.fields.create(article.id, {
    label: 'Title',
    api_key: 'title',
    field_type: 'string',
    localized: true,
  });
  await client.fields.create(article.id, { label: 'Price', api_key: 'price', field_type: 'float' });
  await client.fields.create(article.id, {
    label: 'Author',
    api_key: 'author',
    field_type: 'link',
    validators: { item_item_type: { item_types: [author.id] } },
  });
  const writer = await client.items.create({ item_type: { type: 'item_type', id: author.id }, name: 'Ada' });
  articles = [];
  for (const price of [3, 1, 2]) {
    const made = await client.items.create({
      item_type: { type: 'item_type', id: article.id },
      title: { en: `Article ${price}`, it: `Articolo ${price}` },
      price,
      author: writer.id,
    });
    articles.push(made.id);
    if (price < 3) await client.items.publish(made.id);
  }
});
afterAll(() => server.close());

const options = () => ({ token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl });

describe('the official client', () => {
  it('reads published content', async () => {
    const query =
      '{ allArticles(orderBy: price_ASC) { title price author { name } } _allArticlesMeta { count } }';
    expect(await executeQuery(query, options())).toEqual({
      allArticles: [
        { title: 'Article 1', price: 1, author: { name: 'Ada' } },
        { title: 'Article 2', price: 2, author: { name: 'Ada' } },
      ],
      _allArticlesMeta: { count: 2 },
    });
  });

  it('reads drafts when it says so', async () => {
    const query = '{ allArticles(orderBy: price_DESC) { price _status } }';
    const answer = await executeQuery(query, { ...options(), includeDrafts: true });
    expect(answer).toEqual({
      allArticles: [
        { price: 3, _status: 'draft' },
        { price: 2, _status: 'published' },
        { price: 1, _status: 'published' },
      ],
    });
  });

  it('reads in another locale', async () => {
    const query = 'query ($id: ItemId) { article(locale: it, filter: { id: { eq: $id } }) { title } }';
    const answer = await executeQuery(query, { ...options(), variables: { id: articles[1] } });
    expect(answer).toEqual({ article: { title: 'Articolo 1' } });
  });

  it('gets the same answer when a query was compiled', async () => {
    const query =
      'query ($first: IntType) { allArticles(first: $first, orderBy: price_ASC) { id author { id } } }';
    const ask = () => executeQuery(query, { ...options(), variables: { first: 1 } });
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await ask()).toEqual(first);
  });

  it('pages through more than a page may hold', async () => {
    const query = '{ allArticles(first: 1500, orderBy: price_ASC) { price } }';
    expect(await executeQueryWithAutoPagination(query, options())).toEqual({
      allArticles: [{ price: 1 }, { price: 2 }],
    });
  });

  it('is told the whole schema, as generators of types ask for it', async () => {
    const introspect = async () =>
      buildClientSchema(await executeQuery<IntrospectionQuery>(getIntrospectionQuery(), options()));
    const schema = printSchema(await introspect());
    expect(schema).toContain('type ArticleRecord implements RecordInterface');
    await introspect();
    expect(printSchema(await introspect())).toBe(schema);
  });

  it('is told the environment and an id of the request', async () => {
    const [, response] = await rawExecuteQuery('{ _allArticlesMeta { count } }', options());
    expect(response.headers.get('x-environment')).toBe('main');
    expect(response.headers.get('x-request-id')).toBeTruthy();
  });
});

import { ApiError, executeQuery } from '@datocms/cda-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  const article = await project.client.itemTypes.create({ name: 'Article', api_key: 'article' });
  await project.client.fields.create(article.id, { label: 'Title', api_key: 'title', field_type: 'string' });
  await project.client.fields.create(article.id, { label: 'On', api_key: 'is_on', field_type: 'boolean' });
});
afterAll(() => server.close());

/** What a failed query answers, as the official client reports it. */
async function errorsOf(query: string, variables: Record<string, unknown> = {}) {
  try {
    await executeQuery(query, {
      token: project.readOnlyToken,
      graphqlEndpointUrl: server.graphqlUrl,
      variables,
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.response.status).toBe(200);
    const body = error.response.body as { errors: Record<string, unknown>[] };
    expect(Object.keys(body)).toEqual(['errors']);
    return body.errors;
  }
  throw new Error('The query was answered.');
}

describe('a query that is wrong', () => {
  it('is told the field that does not exist, with its path', async () => {
    expect(await errorsOf('{\n  allArticles {\n    Sku\n  }\n}')).toEqual([
      {
        message: "Field 'Sku' doesn't exist on type 'ArticleRecord'",
        locations: [{ line: 3, column: 5 }],
        path: ['query', 'allArticles', 'Sku'],
        extensions: { code: 'undefinedField', typeName: 'ArticleRecord', fieldName: 'Sku' },
      },
    ]);
  });

  it('is told the argument that is not accepted', async () => {
    const [error] = await errorsOf('query Q { allArticles { title(wrongParameter: 1) } }');
    expect(error).toMatchObject({
      message: "Field 'title' doesn't accept argument 'wrongParameter'",
      path: ['query Q', 'allArticles', 'title', 'wrongParameter'],
      extensions: { code: 'argumentNotAccepted', name: 'title', argumentName: 'wrongParameter' },
    });
  });

  it('is told the path of a value without what stands beside it', async () => {
    const filter = '{ _createdAt: { gt: "2020-01-01" }, _status: { eq: old } }';
    const [error] = await errorsOf(
      `query Q { _site { locales } allArticles(first: 2, filter: ${filter}) { id } }`,
    );
    expect(error).toMatchObject({
      message:
        "Argument 'eq' on InputObject 'StatusFilter' has an invalid value (old). Expected type 'ItemStatus'.",
      path: ['query Q', 'allArticles', 'filter', '_status', 'eq'],
    });
  });

  const messages: [query: string, message: string][] = [
    [
      '{ allArticles(filter: { _createdAt: { gt: "soon" } }) { id } }',
      `Argument 'gt' on InputObject 'CreatedAtFilter' has an invalid value ("soon"). Expected type 'DateTime'.`,
    ],
    [
      '{ allArticles(first: 1.5) { id } }',
      "Argument 'first' on Field 'allArticles' has an invalid value (1.5). Expected type 'IntType'.",
    ],
    ['query Q($n: IntType) { __typename }', 'Variable $n is declared by Q but not used'],
    ['{ allArticles(first: $n) { id } }', 'Variable $n is used by anonymous query but not declared'],
    [
      'query ($n: Int) { allArticles(first: $n) { id } }',
      'Type mismatch on variable $n and argument first (Int / IntType)',
    ],
  ];
  it.each(messages)('%s: %s', async (query, message) => {
    const [error] = await errorsOf(query);
    expect(error).toMatchObject({
      message,
      locations: expect.arrayContaining([expect.objectContaining({ line: 1 })]),
    });
  });

  const codes: [name: string, query: string, code: string][] = [
    ['not GraphQL', '{ allArticles', 'parseError'],
    ['without a selection', '{ allArticles }', 'selectionMismatch'],
    ['with a selection too much', '{ allArticles { title { length } } }', 'selectionMismatch'],
    ['on an unknown type', '{ allArticles { ... on NothingRecord { id } } }', 'undefinedType'],
    ['with an unknown fragment', '{ allArticles { ...nothing } }', 'undefinedFragment'],
    ['with an unused fragment', '{ __typename } fragment f on ArticleRecord { id }', 'useAndDefineFragment'],
    [
      'with fragments in a ring',
      '{ allArticles { ...f } } fragment f on ArticleRecord { ...f }',
      'infiniteLoop',
    ],
    ['with an undeclared variable', '{ allArticles(first: $n) { id } }', 'variableNotDefined'],
    ['with an unused variable', 'query ($n: IntType) { __typename }', 'variableNotUsed'],
    [
      'with a variable of another type',
      'query ($n: Int) { allArticles(first: $n) { id } }',
      'variableMismatch',
    ],
    [
      'with an unknown filter',
      '{ allArticles(filter: { sku: { eq: "1" } }) { id } }',
      'argumentLiteralsIncompatible',
    ],
    ['with one key for two fields', '{ allArticles { x: id x: title } }', 'fieldConflict'],
    [
      'with one key for two pages',
      '{ allArticles(first: 1) { id } allArticles(first: 2) { id } }',
      'fieldConflict',
    ],
    ['with too large a page', '{ allArticles(first: 501) { id } }', 'argumentLiteralsIncompatible'],
    [
      'with null for a flag',
      '{ allArticles(filter: { isOn: { eq: null } }) { id } }',
      'argumentLiteralsIncompatible',
    ],
    [
      'nested without end',
      `{ allArticles ${'{ ... on ArticleRecord '.repeat(100)}{ id }${'}'.repeat(100)} }`,
      'maxSize',
    ],
    [
      'that asks for the schema again and again',
      `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: __schema { types { fields { name } } }`).join(' ')} }`,
      'maxSize',
    ],
    ['with a variable of no type', 'query ($a: Nope) { allArticles { id } }', 'variableRequiresValidType'],
  ];
  it.each(codes)('%s', async (_name, query, code) => {
    const [error] = await errorsOf(query);
    expect(error).toMatchObject({ message: expect.any(String), extensions: { code } });
  });

  it('is refused when its fragments double each other', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment f${n} on ArticleRecord { ...f${n + 1} ... on ArticleRecord { ...f${n + 1} } }`,
    );
    const query = `{ allArticles { ...f0 } } ${fragments.join(' ')} fragment f40 on ArticleRecord { id }`;
    const [error] = await errorsOf(query);
    expect(error).toMatchObject({ extensions: { code: 'maxSize' } });
  });

  it('is refused when its fragments form a chain without end', async () => {
    const fragments = Array.from(
      { length: 900 },
      (_, n) => `fragment f${n} on ArticleRecord { ...f${n + 1} }`,
    );
    const query = `{ allArticles { ...f0 } } ${fragments.join(' ')} fragment f900 on ArticleRecord { id }`;
    const [error] = await errorsOf(query);
    expect(error).toMatchObject({ extensions: { code: 'maxSize' } });
  });

  const nested = (depth: number): string =>
    `${'{ OR: ['.repeat(depth)}{ id: { eq: "1" } }${'] }'.repeat(depth)}`;
  it.each([
    ['brackets without end', nested(20_000), 'too large'],
    ['a filter that is too deep', nested(60), 'TECHNICAL_LIMIT_REACHED'],
    [
      'a filter that is too wide',
      `{ OR: [${'{ id: { eq: "1" } }'.repeat(2_000)}] }`,
      'TECHNICAL_LIMIT_REACHED',
    ],
    ['text that no database holds', '{ title: { eq: "\\u0000" } }', ''],
  ])('is refused with %s, and the next one is answered', async (_name, filter, message) => {
    const [error] = await errorsOf(`{ allArticles(filter: ${filter}) { id } }`);
    expect(error?.message).toContain(message);
    expect(error?.message).not.toContain('Internal');
    const options = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl };
    expect(await executeQuery('{ _allArticlesMeta { count } }', options)).toEqual({
      _allArticlesMeta: { count: 0 },
    });
  });

  it('says so when a variable does not fit', async () => {
    const [error] = await errorsOf('query ($n: IntType) { allArticles(first: $n) { id } }', { n: 'many' });
    expect(error).toMatchObject({ extensions: { code: 'variableInvalid' } });
  });

  it('says the same when it comes again and was compiled', async () => {
    const query = '{ allArticles(filter: { title: { exists: null } }) { id } }';
    const first = await errorsOf(query);
    await errorsOf(query);
    expect(await errorsOf(query)).toEqual(first);
  });

  it.each(['(a+)+\\\\1', '[', '((a{1,30}){1,30}){1,30}', '*', 'a{2,1}'])(
    'is refused the pattern %s',
    async (pattern) => {
      const [error] = await errorsOf(
        `{ allArticles(filter: { title: { matches: { pattern: "${pattern}" } } }) { id } }`,
      );
      expect(error).toMatchObject({
        message: expect.stringContaining('regular expression'),
        path: ['query', 'allArticles'],
      });
    },
  );
});

import { executeQueryWithAutoPagination, rawExecuteQuery } from '@datocms/cda-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer({ maxComplexity: 5_000 });
  project = await server.createProject();
  await project.client.itemTypes.create({ name: 'Page', api_key: 'page' });
});
afterAll(() => server.close());

async function post(body: unknown) {
  const headers = { authorization: project.readOnlyToken };
  const response = await fetch(server.graphqlUrl, { method: 'POST', headers, body: JSON.stringify(body) });
  const told = [response.headers.get('x-complexity'), response.headers.get('x-max-complexity')];
  return { status: response.status, told, answer: await response.json() };
}

describe('the complexity of a query', () => {
  it('is told with its answer', async () => {
    const options = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl };
    const [, response] = await rawExecuteQuery('{ allPages { id _status } }', options);
    expect(response.headers.get('x-complexity')).toBe('140');
    expect(response.headers.get('x-max-complexity')).toBe('5000');
  });

  it('is refused beyond the limit, in the documented words and nothing else', async () => {
    const query = 'query ($first: IntType) { allPages(first: $first) { id _status _locales: _isValid } }';
    const pages = (first: number) => ({ query, variables: { first } });
    expect((await post(pages(500))).told).toEqual(['1600', '5000']);
    const many = Array.from({ length: 4 }, (_, n) => `p${n}: allPages(first: 500) { id _status _isValid }`);
    expect(await post({ query: `{ ${many.join(' ')} }` })).toEqual({
      status: 200,
      told: ['6400', '5000'],
      answer: {
        errors: [{ message: 'Query has complexity of 6400, which exceeds max complexity of 5000' }],
      },
    });
  });

  it('is that of all queries of a batch, each within the limit', async () => {
    const { told, answer } = await post([{ query: '{ allPages { id } }' }, { query: '{ __typename }' }]);
    expect(told).toEqual(['121', '5000']);
    expect(answer).toEqual([{ data: { allPages: [] } }, { data: { __typename: 'Query' } }]);
  });

  it('is not known of a query that is wrong', async () => {
    expect((await post({ query: '{ nothing }' })).told).toEqual([null, '5000']);
  });

  it('leaves room for pages that a client cuts by itself', async () => {
    const options = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl };
    expect(await executeQueryWithAutoPagination('{ allPages(first: 4000) { id } }', options)).toEqual({
      allPages: [],
    });
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  await project.client.itemTypes.create({ name: 'Article', api_key: 'article' });
});
afterAll(() => server.close());

const COUNT = '{ _allArticlesMeta { count } }';
const COUNTED = { data: { _allArticlesMeta: { count: 0 } } };

interface Posting {
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

async function post({ path = '', headers = {}, body = JSON.stringify({ query: COUNT }) }: Posting = {}) {
  const authorization = `Bearer ${project.readOnlyToken}`;
  const response = await fetch(`${server.graphqlUrl}${path}`, {
    method: 'POST',
    headers: { authorization, ...headers },
    body,
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  const answer = (await response.json()) as any;
  return { status: response.status, headers: response.headers, answer };
}

describe('a posted query', () => {
  it.each([
    ['no type of its own', {}],
    ['the type of JSON', { 'content-type': 'application/json' }],
    ['the type that curl gives it', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('is read as JSON with %s', async (_name, headers) => {
    const { status, answer, headers: given } = await post({ headers: headers as Record<string, string> });
    expect(status).toBe(200);
    expect(answer).toEqual(COUNTED);
    expect(given.get('content-type')).toContain('application/json');
  });

  it('may carry its token without the word Bearer', async () => {
    const { answer } = await post({ headers: { authorization: project.readOnlyToken } });
    expect(answer).toEqual(COUNTED);
  });

  it.each(['/', '/preview', '/environments/main', '/environments/main/preview'])(
    'is answered at the older path %s',
    async (path) => {
      const { answer } = await post({ path });
      expect(answer).toEqual(COUNTED);
    },
  );

  it('is one of several in an array, answered in an array', async () => {
    const body = JSON.stringify([{ query: COUNT }, { query: '{ nothing }' }]);
    const { status, answer } = await post({ body });
    expect(status).toBe(200);
    expect(answer[0]).toEqual(COUNTED);
    expect(answer[1].errors).toHaveLength(1);
  });

  it('names one of its operations', async () => {
    const query = `query A { __typename } query B ${COUNT}`;
    expect((await post({ body: JSON.stringify({ query, operationName: 'B' }) })).answer).toEqual(COUNTED);
    const { answer } = await post({ body: JSON.stringify({ query }) });
    expect(answer.errors[0].message).toBe('An operation name is required');
  });

  it('can be sent by a page of any origin', async () => {
    const response = await fetch(server.graphqlUrl, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'authorization, x-include-drafts, x-of-my-own' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('x-of-my-own');
    const { headers } = await post();
    expect(headers.get('access-control-expose-headers')).toContain('X-Cache-Tags');
  });
});

describe('a request that is refused', () => {
  const refused: [name: string, posting: Posting, status: number, code: string][] = [
    ['without a token', { headers: { authorization: '' } }, 401, 'INVALID_AUTHORIZATION_HEADER'],
    [
      'with an unknown token',
      { headers: { authorization: 'Bearer nobody' } },
      401,
      'INVALID_AUTHORIZATION_HEADER',
    ],
    ['for no environment', { headers: { 'x-environment': 'nowhere' } }, 404, 'INVALID_ENVIRONMENT'],
    ['for no environment by path', { path: '/environments/nowhere' }, 404, 'INVALID_ENVIRONMENT'],
    [
      'with drafts neither in nor out',
      { headers: { 'x-include-drafts': 'false' } },
      400,
      'INVALID_X_INCLUDE_DRAFTS_HEADER',
    ],
    [
      'with strictness in doubt',
      { headers: { 'x-exclude-invalid': '1' } },
      400,
      'INVALID_X_EXCLUDE_INVALID_HEADER',
    ],
    [
      'with an unknown encoding',
      { headers: { 'x-visual-editing': 'v9' } },
      400,
      'INVALID_X_VISUAL_EDITING_HEADER',
    ],
    [
      'with links to nowhere',
      { headers: { 'x-visual-editing': 'v1' } },
      400,
      'INVALID_X_BASE_EDITING_URL_HEADER',
    ],
    [
      'with links that run',
      { headers: { 'x-base-editing-url': 'javascript:alert(1)' } },
      400,
      'INVALID_X_BASE_EDITING_URL_HEADER',
    ],
    ['without JSON', { body: '{' }, 400, 'INVALID_JSON_BODY'],
    ['without a body', { body: '' }, 400, 'INVALID_JSON_BODY'],
    ['without a query', { body: '{"variables":{}}' }, 400, 'INVALID_JSON_BODY'],
    [
      'with variables in a list',
      { body: '{"query":"{ __typename }","variables":[]}' },
      400,
      'INVALID_JSON_BODY',
    ],
    [
      'with too many operations',
      { body: JSON.stringify(Array(100).fill({ query: COUNT })) },
      400,
      'INVALID_JSON_BODY',
    ],
  ];
  it.each(refused)('%s gets one bare error', async (_name, posting, status, code) => {
    const { answer, ...response } = await post(posting);
    expect(response.status).toBe(status);
    expect(answer).toEqual({
      id: expect.any(String),
      type: 'api_error',
      attributes: { code, details: expect.objectContaining({ message: expect.any(String) }) },
    });
  });

  it('says in the documented words what the drafts header may be', async () => {
    const { answer } = await post({ headers: { 'x-include-drafts': 'no' } });
    expect(answer.attributes.details.message).toBe('X-Include-Drafts header can only be set to `true`');
  });

  it('has a token whose role may not enter the environment', async () => {
    const { client, siteId } = await server.createProject();
    const [role] = await client.roles.list();
    const switches = { can_access_cda: true, can_access_cda_preview: true, can_access_cma: false };
    const roleLink = { type: 'role' as const, id: role?.id ?? '' };
    const { token } = await client.accessTokens.create({ name: 'Sandboxes', role: roleLink, ...switches });
    await sql`update role set attributes = attributes || '{"environments_access":"sandbox_only"}'
      where site_id = ${siteId}`.execute(server.ports.database.db);
    const { status, answer } = await post({ headers: { authorization: `Bearer ${token}` } });
    expect([status, answer.attributes.code]).toEqual([401, 'INSUFFICIENT_PERMISSIONS']);
  });

  it('has a token that does not open drafts', async () => {
    const [role] = await project.client.roles.list();
    const token = await project.client.accessTokens.create({
      name: 'Published only',
      role: { type: 'role', id: role?.id ?? '' },
      can_access_cda: true,
      can_access_cda_preview: false,
      can_access_cma: false,
    });
    const headers = { authorization: `Bearer ${token.token}` };
    expect((await post({ headers })).answer).toEqual(COUNTED);
    const { status, answer } = await post({ headers: { ...headers, 'x-include-drafts': 'true' } });
    expect([status, answer.attributes.code]).toEqual([401, 'INVALID_AUTHORIZATION_HEADER']);
  });
});

describe('a browser that looks in', () => {
  it('is shown the explorer', async () => {
    const response = await fetch(server.graphqlUrl, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/cda-explorer']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawRequest, sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

function send(path: string, request: RawRequest = {}) {
  return sendRaw(`${server.cmaUrl}${path}`, { token: project.fullAccessToken, ...request });
}

/** A body whose `name` is the text given, as JSON writes it. */
function modelNamed(name: string): string {
  return `{"data":{"type":"item_type","attributes":{"name":"${name}","api_key":"hostile"}}}`;
}

function create(body: string | Buffer, headers: RawRequest['headers'] = {}) {
  return send('/item-types', { method: 'POST', body, headers });
}

describe('a body', () => {
  it.each([
    ['cut off', '{"data":{'],
    ['no JSON', 'data=1'],
    ['two documents', '{}{}'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['JSON behind a byte order mark and rubbish', Buffer.from([0xef, 0xbb, 0xbf, 0x80])],
  ])('that is %s is refused', async (_, body) => {
    expect((await create(body)).codes).toEqual(['INVALID_JSON_BODY']);
  });

  it.each([
    ['NUL', modelNamed('a\\u0000b')],
    ['the first half of a surrogate pair', modelNamed('\\ud800')],
    ['the second half', modelNamed('a\\udc00')],
    ['a key that is not text', '{"data":{"a\\u0000":1}}'],
    ['a key that would replace a prototype', '{"data":{"__proto__":{"isAdmin":true}}}'],
    ['the same, escaped', '{"data":{"\\u005f_proto__":{}}}'],
  ])('with %s is refused before anything looks at it', async (_, body) => {
    const answer = await create(body);
    expect(answer.codes).toEqual(['INVALID_FORMAT']);
    expect(answer.status).toBe(422);
  });

  it('that is nested a hundred thousand times is refused, and the server lives', async () => {
    const answer = await create(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(answer.codes).toEqual(['INVALID_FORMAT']);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it('of more than ten megabytes is refused without being kept', async () => {
    const answer = await create(modelNamed('x'.repeat(11 * 1024 * 1024)));
    expect(answer.codes).toEqual(['TECHNICAL_LIMIT_REACHED']);
    expect(answer.details).toMatchObject({ limit: 'request_body_bytes' });
  });

  it('just below that limit is read, and refused for what it says', async () => {
    const answer = await create(modelNamed('x'.repeat(10 * 1024 * 1024 - 200)));
    expect(answer.status).toBe(422);
    expect(answer.text.length).toBeLessThan(2000);
  });

  it.each([
    ['nothing', '', '#: failed schema '],
    ['null', 'null', '#: failed schema '],
    ['a list', '[]', '#: failed schema '],
    ['data of a wrong type', '{"data":"x"}', '#/data: failed schema '],
    ['an unknown key', '{"data":{"type":"item_type","ids":"x"}}', '"ids" is not a permitted key.'],
    [
      'an unknown attribute',
      '{"data":{"type":"item_type","attributes":{"name":"a","api_key":"b","nam":"c"}}}',
      '"nam" is not a permitted key.',
    ],
  ])('that is %s is refused with the place and the reason', async (_, body, message) => {
    const { codes, details } = await create(body);
    expect(codes).toEqual(['INVALID_FORMAT']);
    expect(details.messages).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
  });

  it('is told everything that is wrong with it at once', async () => {
    const { details } = await send('/access_tokens', {
      method: 'POST',
      body: '{"data":{"type":"access_token","attributes":{"name":1,"can_access_cda":"yes"},"more":1}}',
    });
    expect((details.messages as string[]).length).toBeGreaterThan(4);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '%%%'])(
    'of type %s is refused',
    async (type) => {
      const answer = await create('{}', { 'content-type': type });
      expect([answer.status, ...answer.codes]).toEqual([415, 'INVALID_CONTENT_TYPE_HEADER']);
    },
  );

  it.each(['application/json', 'application/vnd.api+json', 'application/json; charset=utf-8'])(
    'of type %s is read',
    async (type) => {
      expect((await create('{', { 'content-type': type })).codes).toEqual(['INVALID_JSON_BODY']);
    },
  );

  it('that is missing is no error where none is needed, whatever type it claims to have', async () => {
    const tokens = await project.client.accessTokens.list();
    const token = tokens.find(({ hardcoded_type }) => hardcoded_type === 'readonly');
    const path = `/access_tokens/${token?.id}/regenerate_token`;
    expect((await send(path, { method: 'POST' })).status).toBe(200);
  });
});

describe('a path', () => {
  it.each([
    ['/item-types/%00', 'NOT_FOUND'],
    ['/item-types/%ed%a0%80', 'INVALID_ENDPOINT'],
    ['/item-types/%', 'INVALID_ENDPOINT'],
    [`/item-types/${'x'.repeat(600)}`, 'INVALID_ENDPOINT'],
    ['/item-types/..%2f..%2fsite', 'NOT_FOUND'],
    ['/nothing-here', 'INVALID_ENDPOINT'],
  ])('like %s is refused with %s', async (path, code) => {
    const answer = await send(path);
    expect(answer.codes).toEqual([code]);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/json; charset=utf-8',
    ]);
  });
});

describe('a query string', () => {
  it.each([
    ['a bracket without end', 'include[', 422],
    ['NUL', 'include=%00', 422],
    ['a prototype', '__proto__[x]=1', 200],
    ['a depth of a hundred', `a${'[b]'.repeat(100)}=1`, 422],
    ['three thousand parameters', 'a[]=1&'.repeat(3000), 422],
    ['an object where text is asked', 'include[a]=b', 422],
  ])('with %s does no harm', async (_, query, status) => {
    const answer = await send(`/users/me?${query}`);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.codes).toEqual(['INVALID_PARAMS']);
  });
});

describe('a header', () => {
  it('that is larger than all measure is refused in the form that clients read', async () => {
    const answer = await send('/roles', { headers: { 'x-large': 'x'.repeat(70_000) } });
    expect([answer.status, ...answer.codes]).toEqual([431, 'TECHNICAL_LIMIT_REACHED']);
  });

  it.each([
    ['no token', { authorization: undefined }],
    ['another scheme', { authorization: 'Basic abc' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a token of the documented form that nobody has', { authorization: `Bearer ${'0'.repeat(30)}` }],
    ['a token with characters that no token has', { authorization: 'Bearer a b' }],
    ['the word null', { authorization: 'Bearer null' }],
  ])('with %s is refused', async (_, headers) => {
    const answer = await send('/roles', { headers });
    expect([answer.status, ...answer.codes]).toEqual([401, 'INVALID_AUTHORIZATION_HEADER']);
  });

  it.each([undefined, 'text/html', '*/*', 'application/jsonx'])('Accept: %s is refused', async (accept) => {
    // fetch adds `*/*` by itself when none is given.
    const answer = await send('/roles', { headers: { accept } });
    expect([answer.status, ...answer.codes]).toEqual([406, 'INVALID_ACCEPT_HEADER']);
  });

  it.each(['application/json', 'application/vnd.api+json', 'text/html, application/json;q=0.9'])(
    'Accept: %s is answered with plain application/json',
    async (accept) => {
      const answer = await send('/roles', { headers: { accept } });
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    },
  );

  it.each([undefined, '0', '4', '3.0', 'three'])('X-Api-Version: %s is refused', async (version) => {
    const answer = await send('/roles', { headers: { 'x-api-version': version } });
    expect(answer.codes).toEqual(['INVALID_API_VERSION']);
  });

  it.each(['nowhere', "main' or '1'='1", 'MAIN', 'main ', 'x'.repeat(5000)])(
    'X-Environment: %s is refused',
    async (environment) => {
      const answer = await send('/roles', { headers: { 'x-environment': environment } });
      const isTrimmedByHttp = environment.trim() === 'main';
      expect(answer.codes).toEqual(isTrimmedByHttp ? [] : ['INVALID_ENVIRONMENT']);
    },
  );

  it('X-Abort-If-Destructive-Request stops a write and lets a read pass', async () => {
    const headers = { 'x-abort-if-destructive-request': 'true' };
    expect((await send('/roles', { headers })).status).toBe(200);
    const answer = await send('/item-types', { method: 'POST', body: modelNamed('Stopped'), headers });
    expect(answer.codes).toEqual(['DESTRUCTIVE_REQUEST_BLOCKED']);
    expect(await project.client.itemTypes.list()).toEqual([]);
  });
});

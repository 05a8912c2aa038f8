import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawRequest, sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer({ rateLimits: [{ requests: 5, seconds: 600 }] });
  project = await server.createProject();
});
afterAll(() => server.close());

function send(path: string, request: RawRequest = {}) {
  return sendRaw(`${server.cmaUrl}${path}`, { token: project.readOnlyToken, ...request });
}

describe('an answer', () => {
  it('says where and by which version it was made, and how it is called in the log', async () => {
    const { headers } = await send('/roles');
    expect(headers.get('x-environment')).toBe('main');
    expect(headers.get('x-api-version')).toBe('3');
    expect(headers.get('cache-control')).toBe('max-age=0, private, must-revalidate');
    const older = await send('/roles', { headers: { 'x-api-version': '2' } });
    expect(older.headers.get('x-api-version')).toBe('2');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('does not take over a request id that the caller made up', async () => {
    const { headers } = await send('/roles', { headers: { 'x-request-id': 'mine' } });
    expect(headers.get('x-request-id')).not.toBe('mine');
  });

  it('tells a refusal as a list of errors with a page to read on', async () => {
    const { text } = await send('/roles/none');
    expect(JSON.parse(text)).toEqual({
      data: [
        {
          id: expect.stringMatching(/^[0-9a-f]{6}$/),
          type: 'api_error',
          attributes: {
            code: 'NOT_FOUND',
            doc_url: `${server.ports.settings.publicUrl}/site-api/docs/errors#NOT_FOUND`,
            details: {},
          },
        },
      ],
    });
  });
});

describe('a page of any origin', () => {
  const origin = 'https://elsewhere.example';

  it('may send any header it asks for, to any path', async () => {
    const asked = 'authorization,x-api-version,x-my-own';
    const headers = {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': asked,
    };
    for (const path of ['/item-types/x', '/no-such-path']) {
      const answer = await send(path, {
        method: 'OPTIONS',
        headers: { ...headers, authorization: undefined },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-methods')).toContain('DELETE');
      expect(answer.headers.get('access-control-allow-headers')).toBe(asked);
    }
  });

  it('may read what it needs to wait and to ask about a request, in refusals too', async () => {
    const { headers } = await send('/no-such-path', { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('X-RateLimit-Reset');
    expect(headers.get('access-control-expose-headers')).toContain('X-Request-Id');
  });

  it('cannot write headers of its own into the answer', async () => {
    const headers = { origin, 'access-control-request-headers': 'a: b; c=d' };
    const answer = await send('/roles', { method: 'OPTIONS', headers });
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization, content-type');
  });
});

describe('a token', () => {
  it('is told how often it may ask, and then to wait a whole number of seconds', async () => {
    const { fullAccessToken: token } = project;
    const first = await send('/roles', { token });
    expect(first.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(first.headers.get('x-ratelimit-reset')).toBeNull();
    for (let request = 0; request < 4; request++) await send('/roles', { token });
    const refused = await send('/roles', { token });
    expect([refused.status, ...refused.codes]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toSatisfy(Number.isInteger);
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBeGreaterThan(0);
  });

  it('is not stopped by what others ask', async () => {
    const other = await server.createProject();
    expect((await send('/roles', { token: other.readOnlyToken })).status).toBe(200);
  });
});

import { rawExecuteQuery } from '@datocms/cda-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let now = new Date('2026-01-01T00:00:00Z');

beforeAll(async () => {
  const deliveryRateLimits = [
    { requests: 2, seconds: 1 },
    { requests: 3, seconds: 60 },
  ];
  server = await startTestServer({ deliveryRateLimits, responseCacheBytes: null, now: () => now });
  project = await server.createProject();
});
afterAll(() => server.close());

async function send(token: string) {
  const headers = { authorization: token };
  const body = JSON.stringify({ query: '{ __typename }' });
  const response = await fetch(server.graphqlUrl, { method: 'POST', headers, body });
  const tell = (name: string) => response.headers.get(`x-ratelimit-${name}`);
  return [response.status, tell('limit'), tell('remaining'), tell('reset')];
}

it('counts by token what is asked in a second and in a minute, and says how long to wait', async () => {
  const token = project.readOnlyToken;
  expect(await send(token)).toEqual([200, '2', '1', null]);
  expect(await send(`Bearer ${token}`)).toEqual([200, '2', '0', null]);
  expect(await send(token)).toEqual([429, '2', '0', '1']);
  expect(await send(project.fullAccessToken)).toEqual([200, '2', '1', null]);
  now = new Date(now.getTime() + 1000);
  expect(await send(token)).toEqual([200, '3', '0', null]);
  expect(await send(token)).toEqual([429, '3', '0', '59']);
  now = new Date(now.getTime() + 60_000);
  const options = { token, graphqlEndpointUrl: server.graphqlUrl };
  const [answer] = await rawExecuteQuery('{ __typename }', options);
  expect(answer).toEqual({ __typename: 'Query' });
});

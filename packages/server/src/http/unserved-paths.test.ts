import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENDPOINT_STATES } from '#api/endpoint-states.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

interface Resource {
  jsonApiType: string;
  endpoints: { rel: string; method: string; urlTemplate: string }[];
}

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

const resources: Resource[] = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@datocms/cma-client/resources.json')), 'utf8'),
);
const unserved = resources.flatMap(({ jsonApiType, endpoints }) =>
  endpoints
    .filter(({ rel }) => ENDPOINT_STATES[jsonApiType]?.[rel] !== 'served')
    .map(({ method, urlTemplate }) => ({ method, path: urlTemplate.replace(/\$\{\w+\}/g, 'some-id') })),
);

it('an endpoint that the client knows and we do not serve is a documented error, not a page', async () => {
  for (const { method, path } of unserved) {
    const body = method === 'GET' ? {} : { body: '{"data":{}}' };
    const answer = await sendRaw(`${server.cmaUrl}${path}`, {
      method,
      token: project.fullAccessToken,
      ...body,
    });
    expect([method, path, answer.status, ...answer.codes]).toEqual([method, path, 404, 'INVALID_ENDPOINT']);
  }
});

it.each([
  '/site-api',
  '/site-api/',
  '/site-api/docs/other',
  '/account-api',
  '/account-api/',
  '/account-api/x',
])('%s is a documented error too', async (path) => {
  const answer = await sendRaw(`${server.url}${path}`, { token: project.fullAccessToken });
  expect([answer.status, ...answer.codes]).toEqual([404, 'INVALID_ENDPOINT']);
});

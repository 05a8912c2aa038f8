import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ApiError, buildClient } from '@datocms/dashboard-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { ACCOUNT_ENDPOINT_STATES } from '../endpoint-states.ts';

interface ClientEndpoint {
  rel: string;
  rawName: string;
  method: string;
  urlTemplate: string;
  urlPlaceholders: unknown[];
  requestStructure?: unknown;
}

const resources: { jsonApiType: string; namespace: string; endpoints: ClientEndpoint[] }[] = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@datocms/dashboard-client/resources.json')), 'utf8'),
);
const business = resources.flatMap(({ jsonApiType, namespace, endpoints }) =>
  endpoints
    .filter(({ rel }) => ACCOUNT_ENDPOINT_STATES[jsonApiType]?.[rel]?.startsWith('not offered'))
    .map((endpoint) => ({ name: `${jsonApiType}.${endpoint.rel}`, namespace, endpoint })),
);

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  const credentials = { email: 'owner@example.com', password: 'correct horse battery' };
  const client = buildClient({ apiToken: null, baseUrl: server.accountUrl, autoRetry: false });
  await client.account.create(credentials);
  const session = await client.session.rawCreate({
    data: { type: 'email_credentials', attributes: credentials },
  });
  token = session.data.id;
});
afterAll(() => server.close());

describe('the business of the hosted service', () => {
  it('is a list that is not empty', () => {
    expect(business.length).toBeGreaterThan(25);
  });

  it.each(business)('$name is refused with a sentence', async ({ namespace, endpoint }) => {
    const error = await callAs(token, namespace, endpoint);
    if (!(error instanceof ApiError)) throw error;
    expect([error.response.status, error.errors.map(({ attributes }) => attributes.code)]).toEqual([
      422,
      ['NOT_OFFERED'],
    ]);
    expect(error.errors[0]?.attributes.details.reason).toMatch(/^[A-Z].{15,}\.$/);
  });

  it.each(business)('$name is refused to strangers like everything else', async ({ endpoint }) => {
    const path = endpoint.urlTemplate.replace(/\$\{\w+\}/g, 'some-id');
    const answer = await sendRaw(`${server.accountUrl}${path}`, { method: endpoint.method, token: 'nobody' });
    expect([answer.status, ...answer.codes]).toEqual([401, 'INVALID_AUTHORIZATION_HEADER']);
  });
});

/** What the unmodified client makes of it. */
async function callAs(apiToken: string, namespace: string, endpoint: ClientEndpoint): Promise<unknown> {
  const client = buildClient({ apiToken, baseUrl: server.accountUrl, autoRetry: false });
  const resource = Reflect.get(client, namespace) as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const ids = endpoint.urlPlaceholders.map(() => 'some-id');
  const bodies = endpoint.requestStructure ? [{ data: { type: 'x', attributes: {} } }] : [];
  return resource[endpoint.rawName]?.(...ids, ...bodies).then(
    () => new Error(`${endpoint.rawName} was served`),
    (reason: unknown) => reason,
  );
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('is healthy', async () => {
  const answer = await fetch(`${server.url}/health`);
  expect(await answer.json()).toMatchObject({ status: 'ok', database: server.ports.database.kind });
});

it('makes projects with tokens of their own', async () => {
  const [one, two] = [await server.createProject(), await server.createProject({ locales: ['en', 'it'] })];
  expect(one.siteId).not.toBe(two.siteId);
  expect(new Set([one.fullAccessToken, one.readOnlyToken, two.fullAccessToken, two.readOnlyToken]).size).toBe(
    4,
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  await server.createProject();
});
afterAll(() => server.close());

test('a new project has one environment, the primary one, and sees no other project’s', async () => {
  const environments = await project.client.environments.list();
  expect(environments.map(({ id, meta }) => ({ id, primary: meta.primary, status: meta.status }))).toEqual([
    { id: 'main', primary: true, status: 'ready' },
  ]);
});

test('an environment is found by its name', async () => {
  const environment = await project.client.environments.find('main');
  expect(environment.meta).toMatchObject({ primary: true, read_only_mode: false, forked_from: null });
  await expect(project.client.environments.find('unknown')).rejects.toThrow('NOT_FOUND');
});

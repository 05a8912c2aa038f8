import { ApiError } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { finishJob, insertJob } from './table.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

async function beginJob(): Promise<string> {
  const { db } = server.ports.database;
  const id = newId();
  await insertJob(db, { id, siteId: project.siteId, environmentId: null, now: server.ports.now() });
  return id;
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ApiError ? error.response.status : 200;
}

it('a job is not found until it is done, and then tells how the request would have ended', async () => {
  const id = await beginJob();
  expect(await statusOf(project.client.jobResults.find(id))).toBe(404);
  const payload = { data: [{ id: 'a', type: 'api_error', attributes: { code: 'NOT_FOUND', details: {} } }] };
  await finishJob(server.ports.database.db, { id, status: 404, payload }, server.ports.now());
  expect(await project.client.jobResults.find(id)).toEqual({ id, type: 'job_result', status: 404, payload });
});

it('a job without an answer has none', async () => {
  const id = await beginJob();
  await finishJob(server.ports.database.db, { id, status: 204, payload: null }, server.ports.now());
  expect(await project.client.jobResults.find(id)).toMatchObject({ status: 204, payload: null });
});

it('a job of another project is not found', async () => {
  const id = await beginJob();
  await finishJob(server.ports.database.db, { id, status: 200, payload: null }, server.ports.now());
  const other = await server.createProject();
  expect(await statusOf(other.client.jobResults.find(id))).toBe(404);
});

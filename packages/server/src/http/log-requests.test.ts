import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildApp } from '../app.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

it('writes what was asked and how it ended, never who asked with what', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = buildApp({ ...server.ports, log: pino(stream) });
  const answer = await app.inject({
    method: 'POST',
    url: '/site-api/item-types?secret=in-the-query',
    headers: {
      authorization: `Bearer ${project.fullAccessToken}`,
      accept: 'application/json',
      'x-api-version': '3',
      'content-type': 'application/json',
    },
    payload: '{"password":"in-the-body"}',
  });
  await app.close();
  const log = lines.join('');
  const request = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'request');
  expect(request).toMatchObject({ method: 'POST', route: '/site-api/item-types', status: 422 });
  expect(request.reqId).toBe(answer.headers['x-request-id']);
  for (const secret of [project.fullAccessToken, 'in-the-query', 'in-the-body'])
    expect(log).not.toContain(secret);
});

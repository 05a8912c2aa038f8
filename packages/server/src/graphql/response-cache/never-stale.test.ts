import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawExecuteQuery } from '@datocms/cda-client';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseUrl } from '#testing/postgres-test-database.ts';
import { isPostgresRun } from '#testing/test-database.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { openServer } from '../../open-server.ts';
import { readSettings } from '../../settings.ts';

const WRITES = 40;
const READERS = 6;

let server: TestServer;
let project: TestProject;
/** Of each process that serves the database: two, where that can be. */
let urls: string[];
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  server = await startTestServer();
  closers.push(() => server.close());
  project = await server.createProject();
  urls = [server.graphqlUrl, isPostgresRun() ? await startSecondServer() : server.graphqlUrl];
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function startSecondServer(): Promise<string> {
  const { rows } = await server.ports.database.execute('select current_database() as name', []);
  const [{ name }] = rows as [{ name: string }];
  const dataDir = await mkdtemp(join(tmpdir(), 'recto-test-data-'));
  const settings = { ...readSettings({ PORT: '0', RECTO_RATE_LIMIT: 'off' }), dataDir };
  const second = await openServer(
    {
      ...settings,
      databaseUrl: databaseUrl(process.env.RECTO_TEST_POSTGRES_URL ?? '', name),
      secret: server.ports.settings.secret,
    },
    pino({ level: 'fatal' }),
  );
  closers.push(async () => {
    await second.close();
    await rm(dataDir, { recursive: true });
  });
  return `${await second.listen()}/graphql`;
}

it('no reader of any process sees less than the last write that was acknowledged', {
  timeout: 120_000,
}, async () => {
  const { client } = project;
  const model = await client.itemTypes.create({ name: 'Counter', api_key: 'counter' });
  await client.fields.create(model.id, { label: 'Number', api_key: 'number', field_type: 'integer' });
  const item_type = { type: 'item_type' as const, id: model.id };
  const { id } = await client.items.create({ item_type, number: 0 });

  let acknowledged = 0;
  let isWriting = true;
  const stale: unknown[] = [];
  let hits = 0;

  async function read(url: string): Promise<void> {
    const query = '{ counter { number } all: allCounters(filter: { number: { gte: 0 } }) { number } }';
    while (isWriting) {
      const expected = acknowledged;
      const [answer, response] = await rawExecuteQuery<{
        counter: { number: number };
        all: { number: number }[];
      }>(query, { token: project.readOnlyToken, graphqlEndpointUrl: url });
      const seen = [answer.counter.number, answer.all[0]?.number ?? -1];
      if (Math.min(...seen) < expected) stale.push({ expected, seen });
      if (response.headers.get('cf-cache-status') === 'HIT') hits += 1;
    }
  }

  async function write(): Promise<void> {
    for (let number = 1; number <= WRITES; number += 1) {
      await client.items.update(id, { number });
      acknowledged = number;
      // So that there is something to keep between two writes.
      const options = { token: project.readOnlyToken };
      for (const graphqlEndpointUrl of urls)
        await rawExecuteQuery('{ __typename }', { ...options, graphqlEndpointUrl });
    }
    isWriting = false;
  }

  const readers = Array.from({ length: READERS }, (_, index) => read(urls[index % 2] ?? ''));
  await Promise.all([write(), ...readers]);
  expect(stale).toEqual([]);
  expect(hits).toBeGreaterThan(0);
});

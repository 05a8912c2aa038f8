import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import type { Environment } from './context.ts';
import { surviveSchemaChange } from './survive-schema-change.ts';

let server: TestServer;
let client: TestProject['client'];
let seen: Environment;

beforeAll(async () => {
  server = await startTestServer();
  const project = await server.createProject();
  ({ client } = project);
  const row = await server.ports.database.db
    .selectFrom('environment')
    .select(['id', 'schema_version'])
    .where('site_id', '=', project.siteId)
    .executeTakeFirstOrThrow();
  seen = { id: row.id, schemaVersion: Number(row.schema_version) } as Environment;
});
afterAll(() => server.close());

/** Stumbles the first time, after `meanwhile`; answers how often it went. */
function stumbleOnce(isRead: boolean, meanwhile: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const walk = async (note: (environment: Environment) => void) => {
    count += 1;
    note(seen);
    if (count > 1) return count;
    await meanwhile();
    throw new TypeError('value.trim is not a function');
  };
  return surviveSchemaChange(walk, { isRead }, server.ports.database.db);
}

it('lets a fault be a fault while the schema stands still', async () => {
  await expect(stumbleOnce(true, async () => {})).rejects.toThrow(TypeError);
});

it('reads again when a model changed under a reader', async () => {
  const change = () => client.itemTypes.create({ name: 'Other', api_key: 'other' });
  expect(await stumbleOnce(true, change)).toBe(2);
});

it('asks a writer to repeat when a model changed under it', async () => {
  const change = () => client.itemTypes.create({ name: 'Third', api_key: 'third' });
  await expect(stumbleOnce(false, change)).rejects.toThrow('CONCURRENT_ENVIRONMENT_UPDATE');
});

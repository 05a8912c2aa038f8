import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentVersionOf } from '#db/content-version.ts';
import { bumpSchemaVersion } from '#schema/schema-version.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { recordEvents } from './record-events.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

const event = {
  entityType: 'item',
  eventType: 'create',
  entityId: 'a',
  details: { item_type: 'b' },
} as const;

async function readEnvironment() {
  const row = await server.ports.database.db
    .selectFrom('environment')
    .select(['id', 'schema_version', contentVersionOf(sql`environment.id`).as('content_version')])
    .where('site_id', '=', project.siteId)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    schemaVersion: Number(row.schema_version),
    contentVersion: Number(row.content_version),
  };
}

async function countEvents(): Promise<number> {
  const rows = await server.ports.database.db
    .selectFrom('event')
    .select('seq')
    .where('site_id', '=', project.siteId)
    .execute();
  return rows.length;
}

describe('what happened', () => {
  it('is recorded together with a new content version', async () => {
    const environment = await readEnvironment();
    const scope = { siteId: project.siteId, environment, now: server.ports.now() };
    await recordEvents(server.ports.database.db, scope, [event, { ...event, entityId: 'c' }]);
    expect(await countEvents()).toBe(2);
    expect((await readEnvironment()).contentVersion).toBe(environment.contentVersion + 1);
  });

  it('is refused when the schema changed since it was decided, and leaves nothing', async () => {
    const environment = await readEnvironment();
    const before = await countEvents();
    await bumpSchemaVersion(server.ports.database.db, environment.id, null);
    const scope = { siteId: project.siteId, environment, now: server.ports.now() };
    const late = recordEvents(server.ports.database.db, scope, [event]);
    await expect(late).rejects.toThrow('CONCURRENT_ENVIRONMENT_UPDATE');
    expect(await countEvents()).toBe(before);
  });

  it('is refused in every lane of a writer when the schema changed', async () => {
    const environment = await readEnvironment();
    await bumpSchemaVersion(server.ports.database.db, environment.id, null);
    const lanes = await server.ports.database.db
      .selectFrom('environment_lane')
      .select('schema_version')
      .where('environment_id', '=', environment.id)
      .execute();
    const versions = lanes.map((lane) => Number(lane.schema_version));
    expect(versions).toEqual(Array.from({ length: 16 }, () => environment.schemaVersion + 1));
  });

  it('is recorded when the change of the schema is part of the same transaction', async () => {
    const environment = await readEnvironment();
    const before = await countEvents();
    await server.ports.database.db.transaction().execute(async (db) => {
      await bumpSchemaVersion(db, environment.id, null);
      await recordEvents(db, { siteId: project.siteId, environment, now: server.ports.now() }, [event]);
    });
    expect(await countEvents()).toBe(before + 1);
  });
});

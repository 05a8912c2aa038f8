import { buildClient } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#schema/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { announceSchemaChange, endSchemaChange } from './schema-change-table.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let modelId: string;
/** More than a request does by itself. */
const MANY = 1_100;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
  modelId = (await client.itemTypes.create({ name: 'Post', api_key: 'post' })).id;
  await insertItems(MANY);
}, 120_000);
afterAll(() => server.close());

/** Straight into the tables: five thousand requests would be another test. */
async function insertItems(count: number): Promise<void> {
  const { db } = server.ports.database;
  const ids = JSON.stringify(Array.from({ length: count }, () => ({ id: newId(), version: newId() })));
  const rows = sql`environment e, jsonb_to_recordset(${ids}::jsonb) as r(id text, version text)
    where e.site_id = ${project.siteId}`;
  await sql`insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid,
      published, published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at)
    select e.id, r.id, ${modelId}, '{}', r.version, true, '{}', r.version, true, 'account', '1', now(), now()
    from ${rows}`.execute(db);
  await sql`insert into item_version (environment_id, id, item_id, document, editor_type, editor_id, created_at)
    select e.id, r.version, r.id, '{}', 'account', '1', now() from ${rows}`.execute(db);
}

function post(path: string, body: unknown) {
  return fetch(`${server.cmaUrl}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${project.fullAccessToken}`,
      'x-api-version': '3',
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

const newField = (apiKey: string, more = {}) => ({
  data: { type: 'field', attributes: { label: apiKey, api_key: apiKey, field_type: 'boolean', ...more } },
});

describe('a change of many records', () => {
  it('is done by a job that the official client waits for', { timeout: 120_000 }, async () => {
    const field = await client.fields.create(modelId, {
      label: 'Flag',
      api_key: 'flag',
      field_type: 'boolean',
    });
    expect(field).toMatchObject({ api_key: 'flag', position: 1 });
    const filter = { type: 'post', fields: { flag: { eq: false } } };
    expect((await client.items.rawList({ filter, page: { limit: 1 } })).meta.total_count).toBe(MANY);
  });

  it('answers with a job that tells what came out', { timeout: 120_000 }, async () => {
    const answer = await post(`/item-types/${modelId}/fields`, newField('other'));
    expect(answer.status).toBe(202);
    const { data: job } = await answer.json();
    expect(job.type).toBe('job');
    const result = await waitFor(job.id);
    expect(result).toMatchObject({ status: 200, payload: { data: { attributes: { api_key: 'other' } } } });
  });

  it('keeps other changes of the schema waiting until its job is done', async () => {
    const { db } = server.ports.database;
    const { id } = await db
      .selectFrom('environment')
      .select('id')
      .where('site_id', '=', project.siteId)
      .executeTakeFirstOrThrow();
    // Announced but never sent: a real job could be done before the next request arrives.
    const change = { environmentId: id, jobId: 'a-job' };
    await announceSchemaChange(db, {
      ...change,
      itemTypeIds: [],
      publishedItemTypeIds: [],
      goneItemTypeIds: [],
    });
    expect(await codesOf(client.itemTypes.create({ name: 'B', api_key: 'b' }))).toEqual([
      'CONCURRENT_ITEM_TYPE_UPDATE',
    ]);
    await endSchemaChange(db, change);
    expect((await client.itemTypes.create({ name: 'B', api_key: 'b' })).api_key).toBe('b');
  });

  it('is refused at once when it cannot be', async () => {
    expect((await post(`/item-types/${modelId}/fields`, newField('Wrong'))).status).toBe(422);
  });

  async function waitFor(jobId: string) {
    return expect
      .poll(() => client.jobResults.find(jobId).catch(() => null), { timeout: 60_000, interval: 200 })
      .not.toBe(null)
      .then(() => client.jobResults.find(jobId));
  }
});

describe('records that are written while their model changes', () => {
  it('have the shape of the new model, whoever was first', { timeout: 60_000 }, async () => {
    const patient = buildClient({ apiToken: project.fullAccessToken, baseUrl: server.cmaUrl });
    const { id } = await patient.itemTypes.create({ name: 'Race', api_key: 'race' });
    const write = () => patient.items.create({ item_type: { type: 'item_type', id } });
    const field = { label: 'Flag', api_key: 'flag', field_type: 'boolean' as const };
    await Promise.all([
      write(),
      write(),
      write(),
      patient.fields.create(id, field),
      write(),
      write(),
      write(),
    ]);
    const items = await patient.items.list({ filter: { type: id }, version: 'current' });
    expect(items.map((item) => item.flag)).toEqual([false, false, false, false, false, false]);
  });
});

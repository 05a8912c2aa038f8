import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { earnIndexesOf } from './earn-indexes.ts';
import { listEarnedIndexes } from './earned-index-rows.ts';

let server: TestServer;
let project: TestProject;
let model: string;
let now = new Date('2030-01-01T12:00:00Z');

const HOTTEST = '{ allPlaces(first: 10, filter: { heat: { gt: 20 } }, orderBy: name_ASC) { name } }';

beforeAll(async () => {
  server = await startTestServer({ responseCacheBytes: null, now: () => now });
  project = await server.createProject();
  const { client } = project;
  model = (await client.itemTypes.create({ name: 'Place', api_key: 'place' })).id;
  await client.fields.create(model, { label: 'Name', api_key: 'name', field_type: 'string' });
  await client.fields.create(model, { label: 'Heat', api_key: 'heat', field_type: 'integer' });
  const { id } = await client.items.create({
    item_type: { type: 'item_type', id: model },
    name: 'x',
    heat: 30,
  });
  await sql`insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid,
      published, published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at)
    select environment_id, 'copy' || n, item_type_id, current, current_version_id || n, true, published,
      published_version_id || n, true, creator_type, creator_id, created_at, updated_at
    from item cross join generate_series(1, 1500) n where id = ${id}`.execute(server.ports.database.db);
});
afterAll(() => server.close());

async function askOften(query: string, times: number): Promise<void> {
  const headers = { authorization: `Bearer ${project.readOnlyToken}`, 'content-type': 'application/json' };
  for (let time = 0; time < times; time += 1) {
    const response = await fetch(server.graphqlUrl, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).toHaveProperty('data');
  }
  await earnIndexesOf(server.ports).settled();
}

function earned() {
  return listEarnedIndexes(server.ports.database.db, [model]);
}

/** The plan of the statement that lists records, as the server would run it for any values. */
async function planOf(query: string): Promise<string> {
  const executor = server.ports.database.db.getExecutor();
  const send = executor.executeQuery.bind(executor);
  let text = '';
  executor.executeQuery = (compiled) => {
    if (compiled.sql.includes('string_agg')) text = compiled.sql;
    return send(compiled);
  };
  await askOften(query, 1);
  executor.executeQuery = send;
  const { rows } = await server.ports.database.execute(`explain (generic_plan) ${text}`, []);
  return rows.map((row) => Object.values(row as object)[0]).join('\n');
}

describe('an index', () => {
  it('is earned by a filter and an order that come back on a large model, and serves them', async () => {
    await askOften(HOTTEST, 10);
    expect(await earned()).toEqual([]);
    await askOften(HOTTEST, 15);
    const [index, ...others] = await earned();
    expect(others).toEqual([]);
    expect(index).toMatchObject({ itemTypeId: model, version: 'published', isReady: true });
    expect(index?.columns.map(({ use }) => use)).toEqual(['order', 'range']);
    expect(await planOf(HOTTEST)).toContain(`Index Scan using ${index?.name}`);
  });

  it('is not earned by what has one, by small models, or by few questions', async () => {
    const { client } = project;
    await client.itemTypes.create({ name: 'Small', api_key: 'small' });
    await askOften('{ allPlaces(first: 1, orderBy: _createdAt_DESC) { name } }', 25);
    await askOften('{ allSmalls(orderBy: _publishedAt_ASC) { id } }', 25);
    expect(await earned()).toHaveLength(1);
  });

  it('serves a fork as well', async () => {
    const fork = await project.client.environments.fork('main', { id: 'fork' });
    expect(fork.id).toBe('fork');
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_indexes
      where starts_with(indexname, 'item_earned_')`.execute(server.ports.database.db);
    expect(rows).toEqual([{ count: 1 }]);
    await project.client.environments.destroy('fork');
  });

  it('is forgotten when nobody used it for a month', async () => {
    now = new Date('2030-01-20T12:00:00Z');
    await askOften(HOTTEST, 25);
    now = new Date('2030-02-10T12:00:00Z');
    earnIndexesOf(server.ports).forget();
    await earnIndexesOf(server.ports).settled();
    expect(await earned()).toHaveLength(1);
    now = new Date('2030-03-10T12:00:00Z');
    earnIndexesOf(server.ports).forget();
    await earnIndexesOf(server.ports).settled();
    expect(await earned()).toEqual([]);
    expect(await planOf(HOTTEST)).not.toContain('using item_earned_');
  });

  it('is forgotten with its field', async () => {
    await askOften(HOTTEST, 25);
    expect(await earned()).toHaveLength(1);
    const heat = (await project.client.fields.list('place')).find(({ api_key }) => api_key === 'heat');
    await project.client.fields.destroy(heat?.id ?? '');
    await askOften('{ allPlaces(first: 1) { name } }', 1);
    expect(await earned()).toEqual([]);
  });
});

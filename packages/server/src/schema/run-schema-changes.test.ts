import { newId } from '@recto/content/id';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endpoints } from '#api/endpoints.ts';
import type { Database } from '#db/database.ts';
import { DatabaseUnavailable } from '#db/database-error.ts';
import type { Ports } from '#http/ports.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { startSchemaChanges } from './run-schema-changes.ts';

/** With two versions each, more than a request does by itself. */
const MANY = 510;
const PAGE = 500;

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let model: { id: string; titleId: string };

// Nobody works on jobs but the tests: so they can stop in the middle.
beforeAll(async () => {
  server = await startTestServer({ role: 'web' });
});
afterAll(() => server.close());
beforeEach(async () => {
  project = await server.createProject({ locales: ['en', 'it'] });
  client = project.client;
  const { id } = await client.itemTypes.create({ name: 'Post', api_key: 'post' });
  const title = await client.fields.create(id, { label: 'Title', api_key: 'title', field_type: 'string' });
  model = { id, titleId: title.id };
  await insertItems();
});

/** Straight into the tables, each with an older version: a thousand requests would be another test. */
async function insertItems(): Promise<void> {
  const { db } = server.ports.database;
  const made = Array.from({ length: MANY }, (_, number) => ({
    id: newId(),
    version: newId(),
    old: newId(),
    document: { [model.titleId]: `Title ${number}` },
  }));
  const rows = sql`environment e, jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
    as r(id text, version text, old text, document jsonb) where e.site_id = ${project.siteId}`;
  await sql`insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid,
      published, published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at)
    select e.id, r.id, ${model.id}, r.document, r.version, true, r.document, r.version, true, 'account', '1',
      now(), now()
    from ${rows}`.execute(db);
  for (const column of ['version', 'old'] as const) {
    await sql`insert into item_version (environment_id, id, item_id, document, editor_type, editor_id, created_at)
      select e.id, ${sql.ref(`r.${column}`)}, r.id, r.document, 'account', '1', now() from ${rows}`.execute(
      db,
    );
  }
}

async function send(method: string, path: string, body?: object): Promise<{ id: string; status: number }> {
  const response = await fetch(`${server.cmaUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${project.fullAccessToken}`,
      'x-api-version': '3',
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, id: (await response.json()).data.id };
}

const localize = () =>
  send('PUT', `/fields/${model.titleId}`, {
    data: { type: 'field', id: model.titleId, attributes: { localized: true } },
  });

/** Works on the job as a process does that is killed when it begins its next transaction. */
async function work(jobId: string, transactions = Number.POSITIVE_INFINITY): Promise<void> {
  const { rows } = await sql<{ data: object }>`
    select data->'data' as data from jobs.job where data->'data'->>'jobId' = ${jobId}`.execute(
    server.ports.database.db,
  );
  let handle: ((data: object) => Promise<void>) | undefined;
  const jobs = {
    ...server.ports.jobs,
    work: async (_name: string, handler: typeof handle) => {
      handle = handler;
    },
  };
  const ports = { ...server.ports, jobs, database: mortal(server.ports.database, transactions) } as Ports;
  await startSchemaChanges(endpoints, ports);
  await handle?.(rows[0]?.data ?? {}).catch((error: unknown) => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
  });
}

function mortal(database: Database, transactions: number): Database {
  let left = transactions;
  const db = new Proxy(database.db, {
    get(target, name) {
      if (name === 'transaction') left -= 1;
      if (left < 0) throw new DatabaseUnavailable('killed');
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...database, db };
}

const isDone = (jobId: string) =>
  client.jobResults.find(jobId).then(
    () => true,
    () => false,
  );

async function query(text: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${project.fullAccessToken}`, ...headers },
    body: JSON.stringify({ query: text }),
  });
  return response.json();
}

/** What both APIs say, and how: titles are texts, or texts by locale. */
async function lookAround() {
  const { localized } = await client.fields.find(model.titleId);
  const shapes = new Set<string>();
  for (let offset = 0; offset < MANY; offset += PAGE) {
    const page = await client.items.list({
      filter: { type: 'post' },
      page: { limit: PAGE, offset },
      version: 'current',
    });
    for (const { title } of page) shapes.add(typeof title);
  }
  const [item] = await client.items.list({ filter: { type: 'post' }, page: { limit: 1 } });
  for (const version of await client.itemVersions.list(item?.id ?? '')) shapes.add(typeof version.title);
  const found = await query('{ allPosts(filter: { title: { eq: "Title 7" } }) { title } }');
  expect(found).toEqual({ data: { allPosts: [{ title: 'Title 7' }] } });
  expect([...shapes]).toEqual([localized ? 'object' : 'string']);
  return localized;
}

describe('a change of many records', () => {
  it('goes on after every crash, and readers never see a half of it', { timeout: 120_000 }, async () => {
    const { status, id } = await localize();
    expect(status).toBe(202);
    const seen: boolean[] = [];
    while (!(await isDone(id))) {
      seen.push(await lookAround());
      await work(id, 8);
    }
    expect(await lookAround()).toBe(true);
    expect(new Set(seen)).toEqual(new Set([false, true]));
    const { rows } = await sql`select 1 from item where next_current is not null
      union all select 1 from item_version where next_document is not null`.execute(server.ports.database.db);
    expect(rows).toEqual([]);
  });

  it('lets nobody else write its records, its model or its environment', { timeout: 60_000 }, async () => {
    const [item] = await client.items.list({ filter: { type: 'post' }, page: { limit: 1 } });
    const { id } = await localize();
    expect(await codesOf(client.items.update(item?.id ?? '', { title: 'x' }))).toEqual([
      'BATCH_DATA_VALIDATION_IN_PROGRESS',
    ]);
    expect(await codesOf(client.itemTypes.update(model.id, { name: 'Other' }))).toEqual([
      'CONCURRENT_ITEM_TYPE_UPDATE',
    ]);
    expect(await codesOf(client.environments.fork('main', { id: 'copy' }))).toEqual([
      'CONCURRENT_ENVIRONMENT_UPDATE',
    ]);
    await work(id);
    const updated = await client.items.update(item?.id ?? '', { title: { en: 'x' } });
    expect(updated.title).toEqual({ en: 'x' });
  });

  it('is not strict about records before it has judged them', { timeout: 60_000 }, async () => {
    const strict = () => query('{ _allPostsMeta { count } }', { 'x-exclude-invalid': 'true' });
    const { id } = await send('PUT', `/fields/${model.titleId}`, {
      data: { type: 'field', id: model.titleId, attributes: { validators: { length: { max: 7 } } } },
    });
    while ((await strict()).data) await work(id, 8);
    expect(await isDone(id)).toBe(false);
    expect(JSON.stringify(await strict())).toContain('BATCH_DATA_VALIDATION_IN_PROGRESS');
    await work(id);
    expect((await strict()).data).toEqual({ _allPostsMeta: { count: 10 } });
  });

  it('that turns out to be impossible leaves nothing behind', { timeout: 60_000 }, async () => {
    const { id } = await send('POST', `/item-types/${model.id}/fields`, {
      data: { type: 'field', attributes: { label: 'Flag', api_key: 'flag', field_type: 'boolean' } },
    });
    await work(id, 4);
    // Nobody could do so through the API.
    await sql`update field set api_key = 'flag' where id = ${model.titleId}`.execute(
      server.ports.database.db,
    );
    await work(id);
    expect(await client.jobResults.find(id)).toMatchObject({ status: 422 });
    expect((await client.itemTypes.update(model.id, { name: 'Other' })).name).toBe('Other');
    const { rows } = await sql`select 1 from item where next_current is not null`.execute(
      server.ports.database.db,
    );
    expect(rows).toEqual([]);
  });

  it('takes a model away with all its records', { timeout: 60_000 }, async () => {
    const { id } = await send('DELETE', `/item-types/${model.id}`);
    while ((await client.itemTypes.list()).length > 0) await work(id, 8);
    expect((await client.items.list({ page: { limit: 1 } })).length).toBe(0);
    await work(id);
    expect(await client.jobResults.find(id)).toMatchObject({ status: 200 });
    const { rows } = await sql`select 1 from item where item_type_id = ${model.id}
      union all select 1 from item_type where id = ${model.id}`.execute(server.ports.database.db);
    expect(rows).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, linksTo, type TestModel } from './testing.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let block: TestModel;
let model: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
  block = await buildBlockModel(client, { heading: 'string' });
  await client.fields.create(block.id, { label: 'Inner', api_key: 'inner', ...blocksOf([block]) });
  model = await buildModel(client, { title: 'string', text: 'text', parts: blocksOf([block]) });
});
afterAll(() => server.close());

const create = (values: Record<string, unknown> = {}) =>
  client.items.create({ item_type: model.ref, title: 'x', ...values });
const total = async () => (await client.items.rawList({ page: { limit: 0 } })).meta.total_count;

describe('two writers of one record', () => {
  it('cannot both change the version they have read', async () => {
    const { id, meta } = await create();
    const { current_version } = meta;
    await client.items.update(id, { title: 'first', meta: { current_version } });
    const late = client.items.update(id, { title: 'second', meta: { current_version } });
    expect(await codesOf(late)).toEqual(['STALE_ITEM_VERSION']);
    expect(await client.items.find(id)).toMatchObject({ title: 'first' });
  });

  it('never mix: whoever is told that it is saved has saved all of it', async () => {
    const { id, meta } = await create();
    const write = (name: string) =>
      client.items.update(id, { title: name, text: name, meta: { current_version: meta.current_version } });
    const settled = await Promise.allSettled(['a', 'b', 'c', 'd'].map(write));
    const saved = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(saved).toHaveLength(1);
    expect(await client.items.find(id)).toEqual(saved[0]);
    expect(saved[0]?.title).toBe(saved[0]?.text);
    expect(await client.itemVersions.list(id)).toHaveLength(2);
  });

  it('are both served, one after the other, when neither named a version', async () => {
    const { id } = await create();
    const titles = Array.from({ length: 12 }, (_, number) => `title ${number}`);
    await Promise.all(titles.map((title) => client.items.update(id, { title })));
    expect(await client.itemVersions.list(id)).toHaveLength(titles.length + 1);
  });

  it('are both served when what they publish publishes the same third record', async () => {
    const draft = { draft_mode_active: true };
    const hubs = await buildModel(client, { title: 'string' }, draft);
    const cascading = { on_publish_with_unpublished_references_strategy: 'publish_references' };
    const spokes = await buildModel(client, { rel: linksTo([hubs], cascading) }, draft);
    const hub = await client.items.create({ item_type: hubs.ref });
    const linked = Array.from({ length: 8 }, () =>
      client.items.create({ item_type: spokes.ref, rel: [hub.id] }),
    );
    const published = (await Promise.all(linked)).map(({ id }) => client.items.publish(id));
    expect((await Promise.all(published)).map(({ meta }) => meta.status)).toEqual(
      linked.map(() => 'published'),
    );
  });

  it('leave no gap where one moves to the end and another one shortens the list', async () => {
    const sorted = await buildModel(client, {}, { sortable: true });
    const items: { id: string }[] = [];
    for (let count = 0; count < 12; count += 1) {
      items.push(await client.items.create({ item_type: sorted.ref }));
    }
    const act = ({ id }: { id: string }, index: number) =>
      index % 3 ? client.items.update(id, { position: 1 + ((index * 7) % 12) }) : client.items.destroy(id);
    await Promise.all(items.map(act));
    const left = await client.items.list({ filter: { type: sorted.id } });
    expect(left.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('leave no gap and never wait for each other where records have positions', async () => {
    const sorted = await buildModel(client, {}, { sortable: true });
    const add = () => client.items.create({ item_type: sorted.ref, position: 1 });
    const first = await Promise.all(Array.from({ length: 6 }, add));
    await Promise.all([...first.map(({ id }) => client.items.destroy(id)), ...first.map(add)]);
    const left = await client.items.list({ filter: { type: sorted.id } });
    expect(left.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

it('never leaves a link to a record that was destroyed at the same moment', async () => {
  const holder = await buildModel(client, { rel: linksTo([model]) });
  for (let round = 0; round < 5; round += 1) {
    const { id } = await create();
    await Promise.allSettled([
      ...Array.from({ length: 3 }, () => client.items.create({ item_type: holder.ref, rel: [id] })),
      client.items.destroy(id),
    ]);
    await expect(client.items.find(id)).rejects.toThrow('NOT_FOUND');
  }
  const holders = await client.items.list({ filter: { type: holder.id } });
  expect(holders.flatMap(({ rel }) => rel)).toEqual([]);
});

describe('a hostile body', () => {
  const post = (body: string | Buffer) =>
    sendRaw(`${server.cmaUrl}/items`, { method: 'POST', token: project.fullAccessToken, body });
  const withAttributes = (attributes: string) =>
    `{"data":{"type":"item","attributes":${attributes},"relationships":{"item_type":{"data":{"type":"item_type","id":"${model.id}"}}}}}`;
  const nest = (depth: number): string =>
    `{"type":"item","attributes":${depth > 1 ? `{"inner":[${nest(depth - 1)}]}` : '{}'},"relationships":{"item_type":{"data":{"type":"item_type","id":"${block.id}"}}}}`;

  it.each<[string, () => string | Buffer, number, string]>([
    ['is no JSON', () => '{"data":', 422, 'INVALID_JSON_BODY'],
    ['has no data', () => '{}', 422, 'INVALID_FORMAT'],
    ['has attributes that are no object', () => withAttributes('[]'), 422, 'INVALID_FORMAT'],
    ['holds NUL', () => withAttributes('{"title":"a\\u0000b"}'), 422, 'INVALID_FORMAT'],
    ['holds half a character', () => withAttributes('{"title":"a\\ud800b"}'), 422, 'INVALID_FORMAT'],
    [
      'holds a key that replaces prototypes',
      () => withAttributes('{"__proto__":{"title":"x"}}'),
      422,
      'INVALID_FORMAT',
    ],
    [
      'has attributes of every object',
      () => withAttributes('{"constructor":1,"toString":2}'),
      422,
      'INVALID_ATTRIBUTES',
    ],
    [
      'is larger than any record',
      () => withAttributes(`{"text":"${'x'.repeat(10 * 1024 * 1024)}"}`),
      422,
      'TECHNICAL_LIMIT_REACHED',
    ],
    [
      'makes a record that is too large',
      () => withAttributes(`{"title":"${'x'.repeat(200_000)}","text":"${'x'.repeat(200_000)}"}`),
      422,
      'TECHNICAL_LIMIT_REACHED',
    ],
    [
      'holds one text that is too large',
      () => withAttributes(`{"text":"${'x'.repeat(400_000)}"}`),
      422,
      'TECHNICAL_LIMIT_REACHED',
    ],
    ['nests blocks six deep', () => withAttributes(`{"parts":[${nest(6)}]}`), 422, 'TECHNICAL_LIMIT_REACHED'],
    [
      'holds 501 blocks',
      () => withAttributes(`{"parts":[${Array.from({ length: 501 }, () => nest(1)).join()}]}`),
      422,
      'TECHNICAL_LIMIT_REACHED',
    ],
  ])('that %s is refused, and nothing is stored', async (_title, body, status, code) => {
    const before = await total();
    const answer = await post(body());
    expect([answer.status, answer.codes[0]]).toEqual([status, code]);
    expect(await total()).toBe(before);
  });

  it('cannot put a block inside of itself', async () => {
    const part = { type: 'item' as const, attributes: {}, relationships: { item_type: { data: block.ref } } };
    const { id, parts } = await create({ parts: [part] });
    const own = (parts as string[])[0];
    const cycle = [
      { type: 'item', id: own, attributes: { inner: [{ type: 'item', id: own, attributes: {} }] } },
    ];
    expect(await codesOf(client.items.update(id, { parts: cycle }))).toEqual(['TECHNICAL_LIMIT_REACHED']);
  });

  it('may hold everything that text can be', async () => {
    const title = '\u2028 \u202e 👩‍👩‍👧‍👦 \\ " \' ; drop table item; -- %s {{x}}';
    const { id } = await create({ title });
    expect(await client.items.find(id)).toMatchObject({ title });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '#testing/count-statements.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, linksTo, type TestModel } from './testing.ts';

/** Who asks: token, role and environment. Where that is only confirmed, the first statement does it on the way. */
const IDENTITY = 1;
/** Begin, lock, commit. */
const TRANSACTION = 3;

let server: TestServer;
let client: TestProject['client'];
let plain: TestModel;
let rich: TestModel;
let block: TestModel;
const targets: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
  plain = await buildModel(client, { title: 'string' });
  block = await buildBlockModel(client, { heading: 'string', rel: linksTo([plain]) });
  rich = await buildModel(
    client,
    { code: { validators: { unique: {} } }, rel: linksTo([plain]), parts: blocksOf([block]) },
    { draft_mode_active: true },
  );
  for (let index = 0; index < 20; index += 1) {
    targets.push((await client.items.create({ item_type: plain.ref })).id);
  }
});
afterAll(() => server.close());

const count = async (work: () => Promise<unknown>) => (await statementsOf(work)).length;

/** A record with this many links, and as many blocks that link. */
const values = (size: number) => ({
  code: `code ${size} ${Math.random()}`,
  rel: targets.slice(0, size),
  parts: targets.slice(0, size).map((id) => ({
    type: 'item' as const,
    attributes: { heading: id, rel: [id] },
    relationships: { item_type: { data: block.ref } },
  })),
});

describe('the number of statements', () => {
  it('is one for a record that depends on nothing', async () => {
    let id = '';
    expect(
      await count(async () => {
        id = (await client.items.create({ item_type: plain.ref, title: 'x' })).id;
      }),
    ).toBe(1);
    expect(await count(() => client.items.update(id, { title: 'y' }))).toBe(2);
    expect(await count(() => client.items.find(id))).toBe(IDENTITY + 1);
    expect(await count(() => client.items.publish(id))).toBe(IDENTITY + 2);
    expect(await count(() => client.items.unpublish(id))).toBe(IDENTITY + 2);
    expect(await count(() => client.items.destroy(id))).toBe(TRANSACTION + IDENTITY + 2);
  });

  it.each([1, 20])('does not grow with %i links, blocks and unique values', async (size) => {
    let id = '';
    expect(
      await count(async () => {
        id = (await client.items.create({ item_type: rich.ref, ...values(size) })).id;
      }),
    ).toBe(2);
    expect(await count(() => client.items.create({ item_type: rich.ref, ...values(size) }))).toBe(1);
    expect(await count(() => client.items.update(id, values(size)))).toBe(2);
    expect(await count(() => client.items.publish(id))).toBe(IDENTITY + 3);
    expect(await count(() => client.items.find(id, { nested: true }))).toBe(IDENTITY + 1);
    expect(await count(() => client.items.unpublish(id))).toBe(IDENTITY + 3);
    expect(await count(() => client.items.duplicate(id))).toBe(IDENTITY + 3);
    expect(await count(() => client.items.destroy(id))).toBe(TRANSACTION + IDENTITY + 3);
  });

  it.each([1, 10])('of a list does not grow with its %i entries', async (limit) => {
    expect(await count(() => client.items.list({ filter: { type: plain.id }, page: { limit } }))).toBe(
      IDENTITY + 1,
    );
    expect(await count(() => client.items.list({ page: { limit } }))).toBe(IDENTITY + 2);
  });

  it('is the same for a few records and for many in a bulk operation', async () => {
    const staged = await client.workflows.create({
      name: 'Review',
      api_key: 'review',
      stages: [
        { id: 'draft', name: 'Draft', initial: true },
        { id: 'done', name: 'Done' },
      ],
    });
    const workflow = { type: 'workflow' as const, id: staged.id };
    const model = await buildModel(client, { rel: linksTo([plain]) }, { draft_mode_active: true, workflow });
    const counts = async (size: number) => {
      const made = targets
        .slice(0, size)
        .map((id) => client.items.create({ item_type: model.ref, rel: [id] }));
      const items = (await Promise.all(made)).map(({ id }) => ({ type: 'item' as const, id }));
      return [
        await count(() => client.items.bulkMoveToStage({ items, stage: 'done' })),
        await count(() => client.items.bulkPublish({ items })),
        await count(() => client.items.bulkUnpublish({ items })),
        await count(() => client.items.bulkDestroy({ items })),
      ];
    };
    const few = await counts(2);
    expect(await counts(20)).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(9);
  });

  it('does not grow with the records that a cascade reaches', async () => {
    const destroy = async (referrers: number) => {
      const { id } = await client.items.create({ item_type: plain.ref });
      for (let index = 0; index < referrers; index += 1) {
        await client.items.create({ item_type: rich.ref, rel: [id] });
      }
      return count(() => client.items.destroy(id));
    };
    expect(await destroy(6)).toBe(await destroy(2));
  });
});

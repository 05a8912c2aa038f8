import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClientOfRole, itemRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildModel, linksTo, type TestModel } from './testing.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let post: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
  post = await buildModel(client, { title: 'string' }, { draft_mode_active: true });
});
afterAll(() => server.close());

const buildItem = (model = post, values: object = { title: 'a' }) =>
  client.items.create({ item_type: model.ref, ...values });
const refsOf = (items: readonly { id: string }[]) => items.map(({ id }) => ({ type: 'item' as const, id }));
const rawRefsOf = (...items: { id: string }[]) => ({ items: { data: refsOf(items) } });
const statusOf = async ({ id }: { id: string }) => (await client.items.find(id)).meta.status;

describe('many records at once', () => {
  it('are published, but for those that cannot be', async () => {
    const strict = await buildModel(
      client,
      { title: { field_type: 'string', validators: { required: {} } } },
      { draft_mode_active: true, draft_saving_active: true },
    );
    const [fine, other, invalid] = [
      await buildItem(),
      await buildItem(),
      await buildItem(strict, { title: null }),
    ];
    const answer = await client.items.rawBulkPublish({
      data: {
        type: 'item_bulk_publish_operation',
        relationships: rawRefsOf(fine, invalid, other, { id: newId() }),
      },
    });
    expect(answer).toEqual({ data: [], meta: { successful: 2, failed: 2 } });
    expect([await statusOf(fine), await statusOf(other), await statusOf(invalid)]).toEqual([
      'published',
      'published',
      'draft',
    ]);
  });

  it('are taken off', async () => {
    const items = [await buildItem(), await buildItem()];
    await client.items.bulkPublish({ items: refsOf(items) });
    expect(await client.items.bulkUnpublish({ items: refsOf(items) })).toEqual([]);
    expect(await Promise.all(items.map(statusOf))).toEqual(['draft', 'draft']);
  });

  it('are destroyed, but for those that others need', async () => {
    const links = linksTo([post], { on_reference_delete_strategy: 'fail' });
    const pointing = await buildModel(client, { posts: links }, { draft_mode_active: true });
    const [free, needed] = [await buildItem(), await buildItem()];
    await buildItem(pointing, { posts: [needed.id] });
    const { meta } = await client.items.rawBulkDestroy({
      data: { type: 'item_bulk_destroy_operation', relationships: rawRefsOf(free, needed, free) },
    });
    expect(meta).toEqual({ successful: 1, failed: 1 });
    expect(await codesOf(client.items.find(free.id))).toEqual(['NOT_FOUND']);
    expect(await statusOf(needed)).toBe('draft');
  });

  it('see what those before them came to', async () => {
    const strict = linksTo([post], { on_publish_with_unpublished_references_strategy: 'fail' });
    const pointing = await buildModel(client, { posts: strict }, { draft_mode_active: true });
    const first = await buildItem();
    const second = await buildItem(pointing, { posts: [first.id] });
    const relationships = rawRefsOf(first, second);
    const body = { data: { type: 'item_bulk_publish_operation' as const, relationships } };
    expect((await client.items.rawBulkPublish(body)).meta).toEqual({ successful: 2, failed: 0 });
  });

  it('leave no gaps when they are destroyed, and go after their children', async () => {
    const tree = await buildModel(client, {}, { tree: true });
    const [a, b, c, d, e] = [
      await buildItem(tree, {}),
      await buildItem(tree, {}),
      await buildItem(tree, {}),
      await buildItem(tree, {}),
      await buildItem(tree, {}),
    ];
    const child = await buildItem(tree, { parent_id: b.id });
    const { meta } = await client.items.rawBulkDestroy({
      data: { type: 'item_bulk_destroy_operation', relationships: rawRefsOf(b, a, child, d) },
    });
    expect(meta).toEqual({ successful: 4, failed: 0 });
    const left = await client.items.list({ filter: { type: tree.id }, order_by: 'position_ASC' });
    expect(left.map(({ id, position }) => [id, position])).toEqual([
      [c.id, 1],
      [e.id, 2],
    ]);
  });

  it('move to a stage, but for those that have no such stage', async () => {
    const workflow = await client.workflows.create({
      name: 'Review',
      api_key: 'review',
      stages: [
        { id: 'draft', name: 'Draft', initial: true },
        { id: 'done', name: 'Done' },
      ],
    });
    const staged = await buildModel(client, {}, { workflow: { type: 'workflow', id: workflow.id } });
    const [item, stageless] = [await buildItem(staged, {}), await buildItem()];
    const { meta } = await client.items.rawBulkMoveToStage({
      data: {
        type: 'item_bulk_move_to_stage_operation',
        attributes: { stage: 'done' },
        relationships: rawRefsOf(item, stageless),
      },
    });
    expect(meta).toEqual({ successful: 1, failed: 1 });
    expect((await client.items.find(item.id)).meta.stage).toBe('done');
  });

  it('are two hundred at most', async () => {
    const items = refsOf(Array.from({ length: 201 }, () => ({ id: newId() })));
    expect(await codesOf(client.items.bulkPublish({ items }))).toEqual(['TOO_MANY_OPERATIONS']);
  });

  it('stay as they are for those who may only read them', async () => {
    const item = await buildItem();
    const reader = await buildClientOfRole(server, project, {
      positive_item_type_permissions: [itemRule({ action: 'read' })],
    });
    for (const call of [reader.items.bulkPublish, reader.items.bulkDestroy]) {
      await call.call(reader.items, { items: refsOf([item]) });
    }
    expect(await statusOf(item)).toBe('draft');
  });
});

import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildModel, type TestModel } from '#api/items/testing.ts';
import { buildClientOfRole, itemRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let model: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
});
beforeEach(async () => {
  model = await buildModel(client, { title: 'string', slug: 'string' });
});
afterAll(() => server.close());

const buildFilter = (overrides: object = {}) =>
  client.itemTypeFilters.create({ name: 'Drafts', item_type: model.ref, ...overrides });

describe('a saved filter of records', () => {
  it('is made, found, changed, listed and destroyed', async () => {
    const id = newId();
    const made = await buildFilter({ id });
    expect(made).toEqual({
      id,
      type: 'item_type_filter',
      name: 'Drafts',
      filter: {},
      columns: null,
      order_by: null,
      shared: false,
      item_type: model.ref,
    });
    const changes = {
      filter: { query: 'foo', fields: { title: { exists: 'false' } } },
      columns: [{ name: 'title', width: 0.5 }],
      order_by: '_updated_at_ASC',
      shared: true,
    };
    const changed = await client.itemTypeFilters.update(id, { ...made, ...changes } as never);
    expect(changed).toEqual({ ...made, ...changes });
    expect(await client.itemTypeFilters.find(id)).toEqual(changed);
    expect(await client.itemTypeFilters.list()).toContainEqual(changed);
    expect(await client.itemTypeFilters.destroy(id)).toEqual(changed);
    expect(await codesOf(client.itemTypeFilters.find(id))).toEqual(['NOT_FOUND']);
  });

  it('is one of 200 at most that somebody keeps without the right to write anything', async () => {
    const reader = await buildClientOfRole(server, project, {
      positive_item_type_permissions: [itemRule({ action: 'read' })],
    });
    const own = await reader.itemTypeFilters.create({ name: 'Own', item_type: model.ref });
    const { db } = server.ports.database;
    const row = await db
      .selectFrom('item_type_filter')
      .selectAll()
      .where('id', '=', own.id)
      .executeTakeFirstOrThrow();
    const rows = Array.from({ length: 199 }, () => ({ ...row, id: newId(), filter: '{}', columns: null }));
    await db.insertInto('item_type_filter').values(rows).execute();
    const more = reader.itemTypeFilters.create({ name: 'One more', item_type: model.ref });
    expect(await codesOf(more)).toEqual(['TECHNICAL_LIMIT_REACHED']);
    expect((await client.itemTypeFilters.create({ name: 'Mine', item_type: model.ref })).name).toBe('Mine');
  });

  it('names a model, and columns that the model has', async () => {
    const unknown = buildFilter({ item_type: { type: 'item_type', id: newId() } });
    expect(await codesOf(unknown)).toEqual(['item_type VALIDATION_INVALID']);
    const columns = [{ name: 'position', width: 1 }];
    expect(await codesOf(buildFilter({ columns }))).toEqual(['columns VALIDATION_INVALID']);
    expect(await codesOf(buildFilter({ columns: [] }))).toEqual(['INVALID_FORMAT']);
    const { id } = await buildFilter();
    expect(await codesOf(buildFilter({ id }))).toEqual(['id VALIDATION_UNIQUENESS']);
  });

  it('follows the fields of its model, and goes with it', async () => {
    const { id } = await buildFilter({
      filter: { fields: { title: { exists: 'true' }, slug: { exists: 'true' } } },
      columns: [
        { name: 'title', width: 0.5 },
        { name: 'slug', width: 0.5 },
      ],
      order_by: 'slug_ASC',
    });
    await client.fields.update(`${model.apiKey}::title`, { api_key: 'headline' });
    await client.fields.destroy(`${model.apiKey}::slug`);
    expect(await client.itemTypeFilters.find(id)).toMatchObject({
      filter: { fields: { headline: { exists: 'true' } } },
      columns: [{ name: 'headline', width: 0.5 }],
      order_by: null,
    });
    await client.itemTypes.destroy(model.id);
    expect(await codesOf(client.itemTypeFilters.find(id))).toEqual(['NOT_FOUND']);
  });

  it('stands in the menu until it goes', async () => {
    const filter = await buildFilter();
    const link = { type: 'item_type_filter' as const, id: filter.id };
    const item = await client.menuItems.create({ label: 'a', item_type: model.ref, item_type_filter: link });
    expect(item.item_type_filter).toEqual(link);
    await client.itemTypeFilters.destroy(filter.id);
    expect((await client.menuItems.find(item.id)).item_type_filter).toBeNull();
  });
});

describe('a filter that is not shared', () => {
  it('is there for its creator alone, who needs no right for it', async () => {
    const editor = await buildClientOfRole(server, project, {
      positive_item_type_permissions: [itemRule({})],
    });
    const own = await editor.itemTypeFilters.create({ name: 'mine', item_type: model.ref });
    expect(await editor.itemTypeFilters.list()).toContainEqual(own);
    expect(await client.itemTypeFilters.list()).not.toContainEqual(own);
    expect(await codesOf(client.itemTypeFilters.destroy(own.id))).toEqual(['NOT_FOUND']);
    const shared = await buildFilter({ shared: true });
    const calls = [
      editor.itemTypeFilters.create({ name: 'a', item_type: model.ref, shared: true }),
      editor.itemTypeFilters.update(own.id, { shared: true }),
      editor.itemTypeFilters.update(shared.id, { shared: false }),
      editor.itemTypeFilters.destroy(shared.id),
    ];
    const codes = await Promise.all(calls.map(codesOf));
    expect(codes.flat()).toEqual(calls.map(() => 'INSUFFICIENT_PERMISSIONS'));
    await editor.itemTypeFilters.destroy(own.id);
  });
});

describe('a saved filter of assets', () => {
  it('is made, found, changed, listed and destroyed', async () => {
    const filter = { fields: { in_use: { eq: false } } };
    const made = await client.uploadFilters.create({ name: 'Unused', filter, shared: true });
    expect(made).toEqual({ id: made.id, type: 'upload_filter', name: 'Unused', filter, shared: true });
    const changed = await client.uploadFilters.update(made.id, { name: 'Other', filter: {} });
    expect(changed).toEqual({ ...made, name: 'Other', filter: {} });
    expect(await client.uploadFilters.list()).toEqual([changed]);
    expect(await client.uploadFilters.find(made.id)).toEqual(changed);
    expect(await client.uploadFilters.destroy(made.id)).toEqual(changed);
    expect(await client.uploadFilters.list()).toEqual([]);
    const nameless = client.uploadFilters.create({ name: ' ', filter: {}, shared: false });
    expect(await codesOf(nameless)).toEqual(['name VALIDATION_REQUIRED']);
  });
});

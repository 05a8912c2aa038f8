import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
  await client.site.update({ timezone: 'Europe/Rome' });
});
afterAll(() => server.close());

const set = (meta: Record<string, boolean>) => client.site.update({ meta });

describe('an environment that has not opted in', () => {
  it('keeps null in boolean fields, and shows false once it has', async () => {
    await set({ improved_boolean_fields: false });
    const model = await buildModel(client, { old: 'boolean' });
    const { id } = await client.items.create({ item_type: model.ref });
    await client.fields.create(model.id, { label: 'New', api_key: 'new', field_type: 'boolean' });
    expect(await client.items.find(id)).toMatchObject({ old: null, new: null });
    expect((await client.items.update(id, { old: true })).old).toBe(true);
    expect((await client.items.update(id, { old: null })).old).toBeNull();
    await client.site.activateImprovedBooleanFields();
    expect(await client.items.find(id)).toMatchObject({ old: false, new: false });
    await client.fields.create(model.id, { label: 'Last', api_key: 'last', field_type: 'boolean' });
    expect(await client.items.update(id, { old: null })).toMatchObject({ old: false, last: false });
  });

  it('reads past the offset of a moment', async () => {
    const model = await buildModel(client, { at: 'date_time' });
    const write = async (at: string) => (await client.items.create({ item_type: model.ref, at })).at;
    await set({ improved_timezone_management: false });
    expect(await write('2024-03-15T10:30:00-05:00')).toBe('2024-03-15T10:30:00+01:00');
    expect(await write('2024-03-15T10:30:00')).toBe('2024-03-15T10:30:00+01:00');
    await client.site.activateImprovedTimezoneManagement();
    expect(await write('2024-03-15T10:30:00-05:00')).toBe('2024-03-15T16:30:00+01:00');
  });

  it('publishes what a later rule finds invalid, unless it may have been saved invalid', async () => {
    await set({ improved_validation_at_publishing: false });
    const publishAfterRule = async (draft_saving_active: boolean) => {
      const model = await buildModel(client, {}, { draft_mode_active: true, draft_saving_active });
      const { id } = await client.items.create({ item_type: model.ref });
      const validators = { required: {} };
      await client.fields.create(model.id, { label: 'A', api_key: 'a', field_type: 'string', validators });
      return client.items.publish(id);
    };
    expect((await publishAfterRule(false)).meta).toMatchObject({
      status: 'published',
      is_published_version_valid: false,
    });
    expect(await codesOf(publishAfterRule(true))).toEqual(['INVALID_DRAFT', 'a VALIDATION_REQUIRED']);
    await set({ improved_validation_at_publishing: true });
    expect(await codesOf(publishAfterRule(false))).toEqual(['INVALID_DRAFT', 'a VALIDATION_REQUIRED']);
  });

  it('lists what is published, and makes models without drafts', async () => {
    await set({ improved_items_listing: false, draft_mode_default: true });
    const model = await buildModel(client);
    await client.items.create({ item_type: model.ref });
    const list = () => client.items.list({ filter: { type: model.id } });
    expect(await list()).toEqual([]);
    await set({ improved_items_listing: true, draft_mode_default: false });
    expect(await list()).toMatchObject([{ meta: { status: 'draft' } }]);
    expect((await client.itemTypes.find((await buildModel(client)).id)).draft_mode_active).toBe(false);
  });

  it('leaves out milliseconds of moments', async () => {
    const model = await buildModel(client, { at: 'date_time' });
    const { id } = await client.items.create({ item_type: model.ref, at: '2024-03-15T10:30:00.123Z' });
    expect((await client.items.find(id)).at).toBe('2024-03-15T11:30:00+01:00');
    await set({ milliseconds_in_datetime: true });
    expect((await client.items.find(id)).at).toBe('2024-03-15T11:30:00.123+01:00');
  });
});

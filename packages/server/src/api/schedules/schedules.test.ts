import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildModel, type TestModel } from '#api/items/testing.ts';
import { buildClientOfRole, itemRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let model: TestModel;
let item: { id: string };
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date('2026-03-01T10:00:00.000Z') });
  project = await server.createProject({ locales: ['en', 'it'] });
  client = project.client;
  model = await buildModel(client, { title: { localized: true } }, { draft_mode_active: true });
});
beforeEach(async () => {
  item = await client.items.create({ item_type: model.ref, title: { en: 'one', it: 'uno' } });
});
afterAll(() => server.close());

const AT = '2026-03-02T10:00:00.000+00:00';
const whole = { publication_scheduled_at: AT };

describe('a planned publication', () => {
  it('stands in the record until it is cancelled', async () => {
    const selection = { content_in_locales: ['it'], non_localized_content: false };
    const { data, included } = await client.scheduledPublication.rawCreate(item.id, {
      data: {
        type: 'scheduled_publication',
        attributes: {
          publication_scheduled_at: '2026-03-02T11:00:00+01:00',
          selective_publication: selection,
        },
      },
    });
    expect(data).toEqual({
      type: 'scheduled_publication',
      id: data.id,
      attributes: { publication_scheduled_at: AT, selective_publication: selection },
      relationships: { item: { data: { type: 'item', id: item.id } } },
    });
    const found = await client.items.find(item.id);
    expect(found.meta).toMatchObject({ publication_scheduled_at: AT, status: 'draft' });
    expect(included).toMatchObject([{ id: item.id, meta: found.meta }]);
    const state = await client.items.rawCurrentVsPublishedState(item.id);
    expect(state.data.relationships.scheduled_publication.data).toEqual({
      type: 'scheduled_publication',
      id: data.id,
    });
    expect(state.included).toEqual([data]);
    const cancelled = await client.scheduledPublication.destroy(item.id);
    expect(cancelled).toMatchObject({ id: item.id, meta: { publication_scheduled_at: null } });
    expect(await codesOf(client.scheduledPublication.destroy(item.id))).toEqual(['NOT_FOUND']);
  });

  it('is one of its kind, and goes with its record', async () => {
    await client.scheduledPublication.create(item.id, whole);
    expect(await codesOf(client.scheduledPublication.create(item.id, whole))).toEqual([
      'item VALIDATION_UNIQUENESS',
    ]);
    await client.items.destroy(item.id);
    expect(await codesOf(client.scheduledPublication.destroy(item.id))).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['2026-03-01T10:00:00Z', ['publication_scheduled_at VALIDATION_INVALID']],
    ['2025-12-31T10:00:00Z', ['publication_scheduled_at VALIDATION_INVALID']],
    ['tomorrow', ['INVALID_DATE']],
    ['2026-02-30T10:00:00Z', ['INVALID_DATE']],
  ])('at %s is refused', async (at, codes) => {
    const plan = client.scheduledPublication.create(item.id, { publication_scheduled_at: at });
    expect(await codesOf(plan)).toEqual(codes);
    expect((await client.items.find(item.id)).meta.publication_scheduled_at).toBeNull();
  });

  it('of a locale that there is not is refused', async () => {
    const selective_publication = { content_in_locales: ['fr'], non_localized_content: false };
    const plan = client.scheduledPublication.create(item.id, { ...whole, selective_publication });
    expect(await codesOf(plan)).toEqual(['content_in_locales VALIDATION_INVALID']);
  });

  it('puts the record where lists are filtered and ordered by it', async () => {
    await client.scheduledPublication.create(item.id, whole);
    const fields = { _publication_scheduled_at: { eq: AT } };
    const found = await client.items.list({ filter: { type: model.id, fields } });
    expect(found.map(({ id }) => id)).toContain(item.id);
  });
});

describe('a planned unpublishing', () => {
  it('stands in the record until it is cancelled', async () => {
    const made = await client.scheduledUnpublishing.create(item.id, {
      unpublishing_scheduled_at: AT,
      content_in_locales: ['en'],
    });
    expect(made).toMatchObject({
      unpublishing_scheduled_at: AT,
      content_in_locales: ['en'],
      item: { id: item.id },
    });
    expect((await client.items.find(item.id)).meta.unpublishing_scheduled_at).toBe(AT);
    const again = client.scheduledUnpublishing.create(item.id, { unpublishing_scheduled_at: AT });
    expect(await codesOf(again)).toEqual(['item VALIDATION_UNIQUENESS']);
    const cancelled = await client.scheduledUnpublishing.destroy(item.id);
    expect(cancelled.meta.unpublishing_scheduled_at).toBeNull();
    const past = client.scheduledUnpublishing.create(item.id, { unpublishing_scheduled_at: '2026-02-01' });
    expect(await codesOf(past)).toEqual(['INVALID_DATE']);
  });
});

it('only what a role may publish can be planned', async () => {
  const italian = await buildClientOfRole(server, project, {
    positive_item_type_permissions: [
      itemRule({ action: 'read' }),
      itemRule({ action: 'publish', localization_scope: 'localized', locale: 'it' }),
    ],
  });
  expect(await codesOf(italian.scheduledPublication.create(item.id, whole))).toEqual([
    'INSUFFICIENT_PERMISSIONS',
  ]);
  const selective_publication = { content_in_locales: ['it'], non_localized_content: false };
  const made = await italian.scheduledPublication.create(item.id, { ...whole, selective_publication });
  expect(made.selective_publication).toEqual(selective_publication);
});

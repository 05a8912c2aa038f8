import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildModel, linksTo, type TestModel } from './testing.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let post: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it', 'fr'] });
  client = project.client;
  const fields = { title: { localized: true, validators: { required: {} } }, slug: 'string' } as const;
  post = await buildModel(client, fields, { draft_mode_active: true });
});
afterAll(() => server.close());

const draft = (values: Record<string, unknown> = {}) =>
  client.items.create({ item_type: post.ref, title: { en: 'one', it: 'uno' }, slug: 'one', ...values });
const publishedOf = (id: string) => client.items.find(id, { version: 'published' });

describe('the status of a record', () => {
  it('goes from draft to published, updated and back', async () => {
    const { id, meta } = await draft();
    expect(meta).toMatchObject({ status: 'draft', published_at: null });
    const live = await client.items.publish(id);
    expect(live.meta).toMatchObject({ status: 'published', is_published_version_valid: true });
    expect(live.meta.published_at).toBe(live.meta.first_published_at);
    expect((await client.items.update(id, { slug: 'two' })).meta.status).toBe('updated');
    expect(await publishedOf(id)).toMatchObject({ slug: 'one', meta: { status: 'updated' } });
    const off = await client.items.unpublish(id);
    expect(off).toMatchObject({ slug: 'two', meta: { status: 'draft', published_at: null } });
    expect(off.meta.first_published_at).toBe(live.meta.first_published_at);
    expect(await codesOf(publishedOf(id))).toEqual(['NOT_FOUND']);
  });

  it('is published after every save without draft mode', async () => {
    const model = await buildModel(client);
    const { id, meta } = await client.items.create({ item_type: model.ref, title: 'a' });
    expect(meta.status).toBe('published');
    expect((await client.items.update(id, { title: 'b' })).meta.status).toBe('published');
    expect(await publishedOf(id)).toMatchObject({ title: 'b' });
  });
});

describe('a selective publication', () => {
  it('publishes the chosen locales and leaves everything else as it was', async () => {
    const { id } = await draft();
    await client.items.publish(id);
    await client.items.update(id, { title: { en: 'two', it: 'due' }, slug: 'two' });
    const some = await client.items.publish(id, { content_in_locales: ['en'], non_localized_content: false });
    expect(some.meta.status).toBe('updated');
    expect(await publishedOf(id)).toMatchObject({ title: { en: 'two', it: 'uno' }, slug: 'one' });
    const rest = await client.items.publish(id, { content_in_locales: ['it'], non_localized_content: true });
    expect(rest.meta.status).toBe('published');
  });

  it('may be the first one, where what is left out may be blank', async () => {
    const { id } = await draft();
    await client.items.publish(id, { content_in_locales: ['it'], non_localized_content: false });
    expect(await publishedOf(id)).toMatchObject({ title: { it: 'uno' }, slug: null });
    const needy = await buildModel(
      client,
      { title: { localized: true }, slug: { validators: { required: {} } } },
      { draft_mode_active: true },
    );
    const other = await client.items.create({ item_type: needy.ref, title: { en: 'x' }, slug: 'x' });
    const first = client.items.publish(other.id, {
      content_in_locales: ['en'],
      non_localized_content: false,
    });
    expect(await codesOf(first)).toEqual(['INVALID_DRAFT', 'slug VALIDATION_REQUIRED']);
  });

  it('takes locales off again, but not the last one', async () => {
    const { id } = await draft();
    await client.items.publish(id);
    const after = await client.items.unpublish(id, { content_in_locales: ['it'] });
    expect(after).toMatchObject({ title: { en: 'one', it: 'uno' }, meta: { status: 'updated' } });
    expect(await publishedOf(id)).toMatchObject({ title: { en: 'one' }, slug: 'one' });
    for (const locales of [['it'], ['fr'], ['en'], []]) {
      const refused = client.items.unpublish(id, { content_in_locales: locales });
      expect(await codesOf(refused)).toEqual(['content_in_locales VALIDATION_INVALID']);
    }
  });

  it('says where the two versions differ', async () => {
    const { id } = await draft();
    await client.items.publish(id);
    await client.items.update(id, { title: { en: 'two', fr: 'deux' } });
    expect(await client.items.currentVsPublishedState(id)).toMatchObject({
      current_version_locales: ['en', 'fr'],
      published_version_locales: ['en', 'it'],
      changed_locales: ['en'],
      added_locales: ['fr'],
      removed_locales: ['it'],
      non_localized_fields_changed: false,
      current_version_invalid_locales: [],
      current_version_non_localized_fields_invalid: false,
    });
  });
});

it('publishes everything for the empty object that the older client sends', async () => {
  const { id } = await draft();
  const url = `${server.cmaUrl}/items/${id}/publish`;
  const answer = await sendRaw(url, { method: 'PUT', token: project.fullAccessToken, body: '{}' });
  expect(answer.status).toBe(200);
  expect((await client.items.find(id)).meta.status).toBe('published');
});

describe('invalid drafts', () => {
  it('are kept where the model says so, and refused at the door to the public', async () => {
    const model = await buildModel(
      client,
      { title: { validators: { required: {} } } },
      { draft_mode_active: true, draft_saving_active: true },
    );
    const { id, meta } = await client.items.create({ item_type: model.ref, title: null });
    expect(meta).toMatchObject({ is_valid: false, is_current_version_valid: false });
    expect(await codesOf(client.items.publish(id))).toEqual(['INVALID_DRAFT', 'title VALIDATION_REQUIRED']);
    expect((await client.items.update(id, { title: 'x' })).meta.is_current_version_valid).toBe(true);
    expect((await client.items.publish(id)).meta.status).toBe('published');
    expect(await client.items.list({ filter: { type: model.id, only_valid: 'true' } })).toHaveLength(1);
  });

  it('still have to have the shape of their model', async () => {
    const target = await buildModel(client);
    const model = await buildModel(
      client,
      { rel: linksTo([target]), size: 'integer' },
      { draft_mode_active: true, draft_saving_active: true },
    );
    const body = { item_type: model.ref, rel: ['HTv4kjFgRuWA0NAzOSIcLQ'], size: 'big' };
    expect(await codesOf(client.items.create(body))).toHaveLength(2);
  });
});

describe('linked records', () => {
  it('are published along, through any number of fields, where their fields say so', async () => {
    const model = await buildModel(client, { title: 'string' }, { draft_mode_active: true });
    const rel = linksTo([model], { on_publish_with_unpublished_references_strategy: 'publish_references' });
    await client.fields.create(model.id, { label: 'rel', api_key: 'rel', ...rel });
    const c = await client.items.create({ item_type: model.ref, title: 'c' });
    const b = await client.items.create({ item_type: model.ref, title: 'b', rel: [c.id] });
    const a = await client.items.create({ item_type: model.ref, title: 'a', rel: [b.id] });
    await client.items.update(c.id, { rel: [a.id] });
    await client.items.publish(a.id);
    const all = await client.items.list({ filter: { type: model.id } });
    expect(all.map(({ meta }) => meta.status)).toEqual(['published', 'published', 'published']);
  });

  it('hold publishing and unpublishing up, where their fields say so', async () => {
    const model = await buildModel(client, { rel: 'integer' }, { draft_mode_active: true });
    const holder = await buildModel(client, { rel: linksTo([model]) }, { draft_mode_active: true });
    const target = await client.items.create({ item_type: model.ref });
    const { id } = await client.items.create({ item_type: holder.ref, rel: [target.id] });
    expect(await codesOf(client.items.publish(id))).toEqual(['UNPUBLISHED_LINK']);
    await client.items.publish(target.id);
    await client.items.publish(id);
    expect(await codesOf(client.items.unpublish(target.id))).toEqual(['PUBLISHED_REFERENCES']);
  });

  it('are unpublished along, or lose the link, where their fields say so', async () => {
    const model = await buildModel(client, { n: 'integer' }, { draft_mode_active: true });
    const strategy = (value: string) => linksTo([model], { on_reference_unpublish_strategy: value });
    const drops = await buildModel(
      client,
      { rel: strategy('delete_references') },
      { draft_mode_active: true },
    );
    const goes = await buildModel(client, { rel: strategy('unpublish') }, { draft_mode_active: true });
    const target = await client.items.create({ item_type: model.ref });
    await client.items.publish(target.id);
    const ids = [];
    for (const holder of [drops, goes]) {
      const { id } = await client.items.create({ item_type: holder.ref, rel: [target.id] });
      await client.items.publish(id);
      ids.push(id);
    }
    await client.items.unpublish(target.id);
    expect(await publishedOf(ids[0] ?? '')).toMatchObject({ rel: [], meta: { status: 'updated' } });
    expect(await client.items.find(ids[0] ?? '')).toMatchObject({ rel: [target.id] });
    expect(await client.items.find(ids[1] ?? '')).toMatchObject({
      rel: [target.id],
      meta: { status: 'draft' },
    });
  });

  it('publish what a save without draft mode points at', async () => {
    const target = await buildModel(client, { n: 'integer' }, { draft_mode_active: true });
    const publishing = linksTo([target], {
      on_publish_with_unpublished_references_strategy: 'publish_references',
    });
    const eager = await buildModel(client, { rel: publishing });
    const strict = await buildModel(client, { rel: linksTo([target]) });
    const { id } = await client.items.create({ item_type: target.ref });
    expect(await codesOf(client.items.create({ item_type: strict.ref, rel: [id] }))).toEqual([
      'UNPUBLISHED_LINK',
    ]);
    await client.items.create({ item_type: eager.ref, rel: [id] });
    expect((await client.items.find(id)).meta.status).toBe('published');
  });
});

import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, linksTo, type TestModel } from './testing.ts';

let server: TestServer;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject({ locales: ['en', 'it'] }));
});
afterAll(() => server.close());

describe('a record', () => {
  it('is created, found, listed, updated and destroyed', async () => {
    const model = await buildModel(client);
    const created = await client.items.create({ item_type: model.ref, title: 'One' });
    expect(created).toMatchObject({ title: 'One', item_type: model.ref, creator: { type: 'access_token' } });
    const updated = await client.items.update(created.id, { title: 'Two' });
    expect(updated.meta.current_version).not.toBe(created.meta.current_version);
    expect(await client.items.find(created.id)).toEqual(updated);
    expect(await client.items.list({ filter: { type: model.apiKey } })).toEqual([updated]);
    expect(await client.items.destroy(created.id)).toMatchObject({ id: created.id, title: 'Two' });
    expect(await codesOf(client.items.find(created.id))).toEqual(['NOT_FOUND']);
  });

  it('shows all of its meta', async () => {
    const model = await buildModel(client, { title: 'string' }, { draft_mode_active: true });
    const { meta } = await client.items.create({ item_type: model.ref, title: 'x' });
    expect(meta).toEqual({
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/),
      updated_at: meta.created_at,
      published_at: null,
      first_published_at: null,
      publication_scheduled_at: null,
      unpublishing_scheduled_at: null,
      status: 'draft',
      is_valid: true,
      is_current_version_valid: true,
      is_published_version_valid: null,
      current_version: expect.any(String),
      stage: null,
      has_children: null,
    });
  });

  it('may bring its id, its creator and the dates of an import', async () => {
    const model = await buildModel(client);
    const id = newId();
    const [token] = await client.accessTokens.list();
    const creator = { type: 'access_token' as const, id: token?.id ?? '' };
    const meta = { created_at: '2019-05-06T07:08:09Z', first_published_at: '2020-05-06T07:08:09Z' };
    const created = await client.items.create({ id, item_type: model.ref, title: 'x', creator, meta });
    expect(created).toMatchObject({
      id,
      creator,
      meta: {
        created_at: '2019-05-06T07:08:09.000+00:00',
        first_published_at: '2020-05-06T07:08:09.000+00:00',
      },
    });
    expect(await codesOf(client.items.create({ id, item_type: model.ref }))).toEqual([
      'id VALIDATION_UNIQUENESS',
    ]);
  });

  it('keeps what an update leaves out and clears what it sends as null', async () => {
    const model = await buildModel(client, { title: 'string', text: 'text' });
    const { id } = await client.items.create({ item_type: model.ref, title: 'a', text: 'b' });
    expect(await client.items.update(id, { title: null })).toMatchObject({ title: null, text: 'b' });
  });

  it('takes a whole record back without making a new version of it', async () => {
    const block = await buildBlockModel(client, { heading: 'string' });
    const model = await buildModel(client, { title: { localized: true }, parts: blocksOf([block]) });
    const part = {
      type: 'item' as const,
      attributes: { heading: 'x' },
      relationships: { item_type: { data: block.ref } },
    };
    const { id } = await client.items.create({
      item_type: model.ref,
      title: { en: 'a', it: 'b' },
      parts: [part],
    });
    const nested = await client.items.find(id, { nested: true });
    expect(await client.items.update(id, nested)).toEqual(await client.items.find(id));
    expect((await client.items.find(id)).meta.current_version).toBe(nested.meta.current_version);
  });

  it('is refused with everything that is wrong with it at once', async () => {
    const model = await buildModel(client, {
      title: { validators: { required: {} } },
      size: { field_type: 'integer', localized: true },
      on: 'date',
    });
    const body = { item_type: model.ref, size: { en: 'twelve', it: 1.5 }, on: 'tomorrow', nonsense: 1 };
    expect(await codesOf(client.items.create(body))).toEqual([
      'INVALID_ATTRIBUTES',
      expect.stringContaining('size'),
      expect.stringContaining('size'),
      expect.stringContaining('on'),
      'title VALIDATION_REQUIRED',
    ]);
  });

  it('needs a model, and one for records', async () => {
    const block = await buildBlockModel(client);
    expect(await codesOf(client.items.create({ item_type: block.ref }))).toEqual(['INVALID_TYPE']);
    expect(await codesOf(client.items.create({ item_type: { ...block.ref, id: 'nope' } }))).toEqual([
      'INVALID_TYPE',
    ]);
  });

  it('cannot change its model', async () => {
    const [one, other] = [await buildModel(client), await buildModel(client)];
    const { id } = await client.items.create({ item_type: one.ref });
    expect(await codesOf(client.items.update(id, { item_type: other.ref }))).toEqual([
      'ITEM_TYPE_CANNOT_BE_CHANGED',
    ]);
  });

  it('exists once in a single-instance model', async () => {
    const model = await buildModel(client, { title: 'string' }, { singleton: true });
    const { id } = await client.items.create({ item_type: model.ref });
    expect(await codesOf(client.items.create({ item_type: model.ref }))).toEqual(['DUPLICATE_SINGLETON']);
    expect(await codesOf(client.items.duplicate(id))).toEqual(['ITEM_TYPE_IS_SINGLETON']);
  });
});

describe('unique values', () => {
  let model: TestModel;
  beforeAll(async () => {
    model = await buildModel(client, { code: { validators: { unique: {} } } });
  });

  it('cannot be taken twice, and are free again afterwards', async () => {
    const { id } = await client.items.create({ item_type: model.ref, code: 'a' });
    const again = () => client.items.create({ item_type: model.ref, code: 'a' });
    expect(await codesOf(again())).toEqual(['code VALIDATION_UNIQUENESS']);
    await client.items.update(id, { code: 'b' });
    await client.items.destroy((await again()).id);
    await again();
  });

  it('are taken by one of many that want them at once', async () => {
    const wanted = Array.from({ length: 5 }, () =>
      client.items.create({ item_type: model.ref, code: 'race' }),
    );
    const settled = await Promise.allSettled(wanted);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of settled) {
      if (each.status === 'fulfilled') continue;
      expect(await codesOf(Promise.reject(each.reason))).toEqual(['code VALIDATION_UNIQUENESS']);
    }
  });

  it('get the next free number in a copy', async () => {
    const { id } = await client.items.create({ item_type: model.ref, code: 'copy' });
    expect(await client.items.duplicate(id)).toMatchObject({ code: 'copy-2' });
    expect(await client.items.duplicate(id)).toMatchObject({ code: 'copy-3' });
  });
});

describe('a copy', () => {
  it('has blocks of its own and is a draft again', async () => {
    const block = await buildBlockModel(client, { heading: 'string' });
    const model = await buildModel(client, { parts: blocksOf([block]) }, { draft_mode_active: true });
    const part = {
      type: 'item' as const,
      attributes: { heading: 'x' },
      relationships: { item_type: { data: block.ref } },
    };
    const original = await client.items.create({ item_type: model.ref, parts: [part] });
    await client.items.publish(original.id);
    const copy = await client.items.duplicate(original.id);
    expect(copy.parts).not.toEqual(original.parts);
    expect(copy.meta).toMatchObject({ status: 'draft', published_at: null, first_published_at: null });
    expect(await client.items.find(copy.id, { nested: true })).toMatchObject({
      parts: [{ attributes: { heading: 'x' } }],
    });
  });
});

describe('links', () => {
  it('must point at records of a permitted model', async () => {
    const [wanted, other] = [await buildModel(client), await buildModel(client)];
    const model = await buildModel(client, { rel: linksTo([wanted]) });
    const [good, bad] = [
      await client.items.create({ item_type: wanted.ref }),
      await client.items.create({ item_type: other.ref }),
    ];
    expect(await client.items.create({ item_type: model.ref, rel: [good.id] })).toMatchObject({
      rel: [good.id],
    });
    const codes = await codesOf(client.items.create({ item_type: model.ref, rel: [bad.id] }));
    expect(codes).toEqual([expect.stringMatching(/^rel VALIDATION_/)]);
    const missing = await codesOf(client.items.create({ item_type: model.ref, rel: [newId()] }));
    expect(missing).toEqual([expect.stringMatching(/^rel VALIDATION_/)]);
  });

  it('are found from the other end, from blocks too and once for each record', async () => {
    const target = await buildModel(client);
    const block = await buildBlockModel(client, { inner: linksTo([target]) });
    const model = await buildModel(client, { rel: linksTo([target]), parts: blocksOf([block]) });
    const { id } = await client.items.create({ item_type: target.ref });
    const part = {
      type: 'item' as const,
      attributes: { inner: [id] },
      relationships: { item_type: { data: block.ref } },
    };
    const referrer = await client.items.create({ item_type: model.ref, rel: [id], parts: [part, part] });
    const found = await client.items.references(id);
    expect(found.map((item) => item.id)).toEqual([referrer.id]);
    expect(await client.items.references(id, { version: 'published', nested: true })).toHaveLength(1);
    await client.items.update(referrer.id, { rel: [], parts: [] });
    expect(await client.items.references(id, { version: 'published-or-current' })).toEqual([]);
  });

  it('go with the record they point at, unless the field holds on to it', async () => {
    const target = await buildModel(client);
    const loose = await buildModel(client, { rel: linksTo([target]) });
    const strict = await buildModel(client, {
      rel: linksTo([target], { on_reference_delete_strategy: 'fail' }),
    });
    const { id } = await client.items.create({ item_type: target.ref });
    const referrer = await client.items.create({ item_type: loose.ref, rel: [id] });
    const holder = await client.items.create({ item_type: strict.ref, rel: [id] });
    expect(await codesOf(client.items.destroy(id))).toEqual(['REQUIRED_BY_ASSOCIATION']);
    await client.items.destroy(holder.id);
    await client.items.destroy(id);
    const left = await client.items.find(referrer.id);
    expect(left).toMatchObject({ rel: [], meta: { status: 'published' } });
    expect(left.meta.current_version).not.toBe(referrer.meta.current_version);
  });
});

describe('checking without saving', () => {
  it('says what a save would refuse, and nothing when it would not', async () => {
    const model = await buildModel(client, { title: { validators: { required: {} } } });
    expect(await client.items.validateNew({ item_type: model.ref, title: 'x' })).toBeUndefined();
    const refused = client.items.validateNew({ item_type: model.ref, title: '' });
    expect(await codesOf(refused)).toEqual(['title VALIDATION_REQUIRED']);
    const { id } = await client.items.create({ item_type: model.ref, title: 'x' });
    const worse = client.items.validateExisting(id, { title: null });
    expect(await codesOf(worse)).toEqual(['title VALIDATION_REQUIRED']);
    expect(await client.items.find(id)).toMatchObject({ title: 'x' });
  });
});

import { rawExecuteQuery } from '@datocms/cda-client';
import type { Client } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '#testing/count-statements.ts';
import { isPostgresRun } from '#testing/test-database.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { knownCallersOf } from './known-callers.ts';

let server: TestServer;
let project: TestProject;
let client: Client;
let now = new Date('2026-01-01T12:00:00Z');
const ids: Record<string, string> = {};
const of = (id: string | undefined) => ({ type: 'item_type' as const, id: id ?? '' });

beforeAll(async () => {
  const deliveryRateLimits = [{ requests: 100_000, seconds: 60 }];
  server = await startTestServer({ deliveryRateLimits, now: () => now });
  project = await server.createProject();
  client = project.client;
  ids.post = (await client.itemTypes.create({ name: 'Post', api_key: 'post', draft_mode_active: true })).id;
  await client.fields.create(ids.post, { label: 'Title', api_key: 'title', field_type: 'string' });
  await client.fields.create(ids.post, {
    label: 'Slug',
    api_key: 'slug',
    field_type: 'slug',
    validators: { unique: {} },
  });
  for (const slug of ['one', 'two']) {
    ids[slug] = (await client.items.create({ item_type: of(ids.post), title: slug, slug })).id;
    await client.items.publish(ids[slug]);
  }
});
afterAll(() => server.close());

const ONE = '{ post(filter: { slug: { eq: "one" } }) { title } }';
const ALL = '{ allPosts(orderBy: title_ASC) { title } }';

type Options = Partial<Parameters<typeof rawExecuteQuery>[1]>;

/** HIT or MISS, with what was answered. */
async function ask(query: string, options: Options = {}) {
  const [data, response] = await rawExecuteQuery(query, {
    token: project.readOnlyToken,
    graphqlEndpointUrl: server.graphqlUrl,
    ...options,
  });
  return { status: response.headers.get('cf-cache-status'), data, headers: response.headers };
}

/** Asks until the answer is kept, and once more. */
async function askTwice(query: string, options: Options = {}) {
  await ask(query, options);
  return ask(query, options);
}

describe('an answer that was kept', () => {
  it('is the same, with the same headers', async () => {
    const options = { returnCacheTags: true };
    const first = await ask(ALL, options);
    const second = await ask(ALL, options);
    expect([first.status, second.status]).toEqual(['MISS', 'HIT']);
    expect(second.headers.get('x-ratelimit-limit')).toBeNull();
    expect(second.data).toEqual({ allPosts: [{ title: 'one' }, { title: 'two' }] });
    for (const name of [
      'x-complexity',
      'x-max-complexity',
      'x-environment',
      'x-cache-tags',
      'content-type',
    ]) {
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    }
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('counts in no limit, as others do', async () => {
    const { headers } = await askTwice(ALL);
    expect(headers.get('x-ratelimit-remaining')).toBeNull();
    expect(headers.get('x-cacheable-on-cdn')).toBe('true');
    expect(headers.get('x-cacheable-on-cdn-query-length-limit')).toMatch(/^\d+\/8192$/);
    const other = await ask(`${ALL} # ${now.getTime()}`);
    expect(other.headers.get('x-ratelimit-limit')).toBe('100000');
  });

  it('costs no statement where nobody else writes, else one for all that wait', async () => {
    await askTwice(ALL);
    const callers = knownCallersOf(server.ports.database);
    const place = { token: project.readOnlyToken, environment: null };
    const asked = await statementsOf(async () => {
      const waiting = Array.from({ length: 10 }, () => callers.confirm(place));
      const [one] = await Promise.all(waiting);
      expect(one?.row.environment_name).toBe('main');
      expect((await ask(ALL)).status).toBe('HIT');
    });
    expect(asked).toHaveLength(isPostgresRun() ? 2 : 0);
  });

  it('is not given to whoever asks for something else', async () => {
    await askTwice(ALL);
    expect((await ask(ALL, { includeDrafts: true })).status).toBe('MISS');
    expect((await ask(ALL, { excludeInvalid: true })).status).toBe('MISS');
    expect((await ask(ALL, { baseEditingUrl: 'https://admin.test' })).status).toBe('MISS');
    const linked = { contentLink: 'v1', baseEditingUrl: 'https://admin.test' } as const;
    expect((await ask(ALL, linked)).status).toBe('MISS');
    expect((await ask(ALL, { environment: 'main' })).status).toBe('MISS');
    expect((await ask(ALL, { token: project.fullAccessToken })).status).toBe('MISS');
    const byVariable = 'query Q($slug: String) { post(filter: { slug: { eq: $slug } }) { title } }';
    expect((await askTwice(byVariable, { variables: { slug: 'one' } })).data).toEqual({
      post: { title: 'one' },
    });
    expect((await askTwice(byVariable, { variables: { slug: 'two' } })).data).toEqual({
      post: { title: 'two' },
    });
    expect((await ask(ALL)).status).toBe('HIT');
  });

  it('is of today: the first request of a day leaves its mark at the token', async () => {
    await askTwice(ALL);
    now = new Date(now.getTime() + 86_400_000);
    expect((await ask(ALL)).status).toBe('MISS');
    expect((await askTwice(ALL)).status).toBe('HIT');
  });

  it('is not made of errors', async () => {
    const wrong = '{ nothing }';
    const statuses = [1, 2].map(() =>
      ask(wrong).catch((error) => error.response.headers.get('cf-cache-status')),
    );
    expect(await Promise.all(statuses)).toEqual(['MISS', 'MISS']);
  });
});

describe('a change', () => {
  it('of one record leaves answers about others alone', async () => {
    await askTwice(ONE);
    await client.items.update(ids.two ?? '', { title: 'two, changed' });
    await client.items.publish(ids.two ?? '');
    expect((await ask(ONE)).status).toBe('HIT');
    const all = await ask(ALL);
    expect(all.status).toBe('MISS');
    expect(all.data).toEqual({ allPosts: [{ title: 'one' }, { title: 'two, changed' }] });
  });

  it('that makes a record leaves answers about others alone', async () => {
    await askTwice(ONE);
    const { id } = await client.items.create({ item_type: of(ids.post), title: 'three', slug: 'three' });
    await client.items.publish(id);
    expect((await ask(ONE)).status).toBe('HIT');
    expect((await ask('{ _allPostsMeta { count } }')).data).toEqual({ _allPostsMeta: { count: 3 } });
    await client.items.destroy(id);
  });

  it('of a draft leaves published answers alone', async () => {
    const draft = { includeDrafts: true };
    await askTwice(ONE);
    await askTwice(ONE, draft);
    await client.items.update(ids.one ?? '', { title: 'one, to be' });
    expect((await ask(ONE)).status).toBe('HIT');
    expect((await ask(ONE, draft)).data).toEqual({ post: { title: 'one, to be' } });
    await client.items.publish(ids.one ?? '');
    expect((await ask(ONE)).data).toEqual({ post: { title: 'one, to be' } });
  });

  it('is seen where a record was missing', async () => {
    const missing = '{ post(filter: { slug: { eq: "four" } }) { title } }';
    expect((await askTwice(missing)).data).toEqual({ post: null });
    const { id } = await client.items.create({ item_type: of(ids.post), title: 'four', slug: 'four' });
    await client.items.publish(id);
    expect((await ask(missing)).data).toEqual({ post: { title: 'four' } });
    await client.items.unpublish(id);
    expect((await ask(missing)).data).toEqual({ post: null });
    await client.items.destroy(id);
  });

  it('of the models makes every answer anew', async () => {
    await askTwice(ONE);
    const field = await client.fields.create(ids.post ?? '', {
      label: 'Note',
      api_key: 'note',
      field_type: 'string',
    });
    expect((await ask(ONE)).status).toBe('MISS');
    await client.fields.destroy(field.id);
  });
});

describe('the rights of a token', () => {
  async function makeToken(role: string | undefined) {
    const switches = { can_access_cda: true, can_access_cda_preview: true, can_access_cma: false };
    return client.accessTokens.create({
      name: 'site',
      role: { type: 'role', id: role ?? '' },
      ...switches,
    });
  }

  it('end with the token, also for what was answered before', async () => {
    const [role] = await client.roles.list();
    const { id, token } = await makeToken(role?.id);
    expect((await askTwice(ONE, { token: token ?? '' })).status).toBe('HIT');
    await client.accessTokens.update(id, {
      name: 'site',
      role: { type: 'role', id: role?.id ?? '' },
      can_access_cda: false,
      can_access_cda_preview: true,
      can_access_cma: false,
    });
    await expect(ask(ONE, { token: token ?? '' })).rejects.toThrow(/INVALID_AUTHORIZATION_HEADER/);
    await client.accessTokens.destroy(id, {});
    await expect(ask(ONE, { token: token ?? '' })).rejects.toThrow(/INVALID_AUTHORIZATION_HEADER/);
  });

  it('are those that its role has now', async () => {
    const role = await client.roles.create({
      name: 'reader',
      environments_access: 'all',
      positive_item_type_permissions: [{ action: 'read', environment: 'main', on_creator: 'anyone' }],
      negative_item_type_permissions: [],
      positive_upload_permissions: [],
      negative_upload_permissions: [],
    } as never); // what is left out stays as it is by default
    const { token } = await makeToken(role.id);
    expect((await askTwice(ONE, { token: token ?? '' })).status).toBe('HIT');
    await client.roles.update(role.id, {
      positive_item_type_permissions: [],
      negative_item_type_permissions: [],
    });
    await expect(ask(ONE, { token: token ?? '' })).rejects.toThrow(/post/);
  });
});

it('a promoted environment answers, and a renamed one no more by its old name', {
  timeout: 60_000,
}, async () => {
  await client.environments.fork('main', { id: 'next' }, { immediate_return: false });
  const inNext = { environment: 'next' };
  expect((await askTwice(ALL, inNext)).status).toBe('HIT');
  const { headers } = await askTwice(ALL, { returnCacheTags: true });
  expect(headers.get('x-environment')).toBe('main');
  await client.environments.promote('next');
  const after = await ask(ALL, { returnCacheTags: true });
  expect(after.headers.get('x-environment')).toBe('next');
  await client.environments.rename('next', { id: 'newest' });
  await expect(ask(ALL, inNext)).rejects.toThrow(/INVALID_ENVIRONMENT/);
  expect((await ask(ALL)).headers.get('x-environment')).toBe('newest');
});

it('keeps nothing when it is switched off', async () => {
  const other = await startTestServer({ responseCacheBytes: null });
  try {
    const { readOnlyToken: token } = await other.createProject();
    const options = { token, graphqlEndpointUrl: other.graphqlUrl };
    const { status, headers } = await askTwice('{ __typename }', options);
    expect([status, headers.get('x-cacheable-on-cdn')]).toEqual(['MISS', 'false']);
  } finally {
    await other.close();
  }
});

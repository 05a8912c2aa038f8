import { Readable } from 'node:stream';
import { buildClient as buildCmaClient } from '@datocms/cma-client-node';
import { ApiError, buildClient } from '@datocms/dashboard-client';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '#secrets/secret.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';

const email = 'owner@example.com';
const password = 'correct horse battery';

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function signedOut() {
  return buildClient({ apiToken: null, baseUrl: server.accountUrl, autoRetry: false });
}

function signedIn() {
  return buildClient({ apiToken: token, baseUrl: server.accountUrl, autoRetry: false });
}

function signIn(credentials: { email: string; password: string }) {
  return signedOut().session.rawCreate({ data: { type: 'email_credentials', attributes: credentials } });
}

async function codesOf(answer: Promise<unknown>): Promise<string[]> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error('It was not refused.');
  return error.errors.map(({ attributes }) => attributes.code);
}

async function environmentOf(siteId: string): Promise<string> {
  const { db } = server.ports.database;
  const query = db.selectFrom('environment').select('id').where('site_id', '=', siteId);
  return (await query.executeTakeFirstOrThrow()).id;
}

function uploadRowOf(siteId: string, environmentId: string) {
  return {
    environment_id: environmentId,
    id: newId(),
    path: `/assets/${siteId}/1-a.txt`,
    basename: 'a',
    filename: 'a.txt',
    size: 4,
    md5: '',
    is_image: false,
    default_field_metadata: '{}',
    colors: '[]',
    exif_info: '{}',
    creator_type: 'account',
    creator_id: 'nobody',
    created_at: server.ports.now(),
    updated_at: server.ports.now(),
  };
}

describe('the first visit', () => {
  it('tells that nobody owns the server yet', async () => {
    const { data } = await signedOut().request<{ data: { attributes: unknown } }>({
      method: 'GET',
      url: '/setup',
    });
    expect(data.attributes).toEqual({ has_owner: false });
  });

  it('refuses a short password and something that is no address, both at once', async () => {
    const answer = signedOut().account.create({ email: 'nobody', password: 'short' });
    expect(await codesOf(answer)).toEqual(['INVALID_EMAIL', 'INVALID_FIELD']);
  });

  it('makes the owner, signed in, who takes over the project that was there first', async () => {
    const { siteId } = await server.createProject();
    const { data, included } = await signedOut().account.rawCreate({
      data: { type: 'account', attributes: { email, password, first_name: 'Ada' } },
    });
    token = data.id;
    expect(included?.[0]?.attributes).toMatchObject({ email, first_name: 'Ada', last_name: null });
    expect(await signedIn().sites.find(siteId)).toMatchObject({ id: siteId });
  });

  it('is over when somebody came first', async () => {
    const answer = signedOut().account.create({ email: 'second@example.com', password });
    expect(await codesOf(answer)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

it('of two first visitors at the same moment one becomes the owner', async () => {
  const fresh = await startTestServer();
  const { account } = buildClient({ apiToken: null, baseUrl: fresh.accountUrl, autoRetry: false });
  const visits = ['one', 'two', 'three'].map((name) =>
    account.create({ email: `${name}@example.com`, password }),
  );
  const ends = await Promise.allSettled(visits);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const rows = await fresh.ports.database.db.selectFrom('account').select('id').execute();
  expect(rows).toHaveLength(1);
  await fresh.close();
});

describe('a session', () => {
  it('begins with the right address and password, in whatever case the address is written', async () => {
    const { data } = await signIn({ email: 'Owner@Example.com', password });
    const account = await buildClient({ apiToken: data.id, baseUrl: server.accountUrl }).account.find();
    expect(account).toMatchObject({ email, company: null, is_2fa_active: false });
  });

  it.each([
    ['a wrong password', { email, password: 'wrong horse battery' }],
    ['an unknown address', { email: 'nobody@example.com', password }],
    ['a password longer than any', { email, password: 'x'.repeat(1000) }],
  ])('is refused with %s, always in the same words', async (_, credentials) => {
    expect(await codesOf(signIn(credentials))).toEqual(['INVALID_CREDENTIALS']);
  });

  it('is refused even with the right password after ten wrong ones', async () => {
    const guessed = 'guessed@example.com';
    for (let attempt = 0; attempt < 10; attempt++) await signIn({ email: guessed, password }).catch(() => {});
    const answer = signIn({ email: guessed, password });
    await expect(answer).rejects.toSatisfy((error: ApiError) =>
      Boolean(error.findError('INVALID_CREDENTIALS', { reason: 'too_many_attempts' })),
    );
  });

  it('ends for everybody else when the password changes', async () => {
    const { data: other } = await signIn({ email, password });
    const next = 'another horse battery';
    await signedIn().account.update({ id: '', password: next, current_password: password } as never);
    const elsewhere = buildClient({ apiToken: other.id, baseUrl: server.accountUrl, autoRetry: false });
    expect(await codesOf(elsewhere.account.find())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    await signedIn().account.update({ id: '', password, current_password: next } as never);
  });

  it('does not let anybody change the password without knowing the present one', async () => {
    const answer = signedIn().account.update({ id: '', password: 'a thief of sessions' } as never);
    expect(await codesOf(answer)).toEqual(['INVALID_FIELD']);
  });
});

it('a session of the dashboard is about no project, so that a project refuses it', async () => {
  const client = buildCmaClient({ apiToken: token, baseUrl: server.cmaUrl, autoRetry: false });
  expect(await codesOf(client.roles.list())).toEqual(['INVALID_SITE']);
});

it('a session that has run out opens nothing', async () => {
  const { data } = await signIn({ email, password });
  await server.ports.database.db
    .updateTable('session')
    .set({ expires_at: new Date(server.ports.now().getTime() - 1) })
    .where('token_hash', '=', hashToken(data.id))
    .execute();
  const late = buildClient({ apiToken: data.id, baseUrl: server.accountUrl, autoRetry: false });
  expect(await codesOf(late.account.find())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
});

describe('projects', () => {
  it('come with an environment, two roles, one read-only token and a session of the owner', async () => {
    const site = await signedIn().sites.create({ name: 'Çafé & Bar', main_locale: 'it' });
    expect(site.internal_domain).toMatch(/\/p\/cafe-bar-[0-9a-f]{4}$/);
    const client = buildCmaClient({ apiToken: site.access_token, baseUrl: server.cmaUrl, autoRetry: false });
    const roles = await client.roles.list();
    expect(roles.map(({ name, environments_access }) => [name, environments_access])).toEqual([
      ['Admin', 'all'],
      ['Editor', 'primary_only'],
    ]);
    const tokens = await client.accessTokens.list();
    expect(tokens).toMatchObject([{ hardcoded_type: 'readonly', token: site.readonly_token, role: null }]);
    expect(await client.users.findMe()).toMatchObject({ type: 'account', email });
  });

  it('are listed by name, in pages, with how many there are', async () => {
    for (const name of ['b', 'a', 'c']) await signedIn().sites.create({ name: `listed ${name}` });
    const page = await signedIn().sites.rawList({
      filters: { match: 'LISTED' },
      page: { offset: 1, limit: 1 },
    });
    expect(page.data.map(({ attributes }) => attributes.name)).toEqual(['listed b']);
    expect(page.meta.total_count).toBe(3);
    expect(page.meta.total_owned_count).toBeGreaterThan(3);
  });

  it('can be walked through page by page', async () => {
    const names: string[] = [];
    for await (const site of signedIn().sites.listPagedIterator({ sort: '-name' }, { perPage: 2 })) {
      names.push(site.name.toLowerCase());
    }
    expect(names).toEqual(names.toSorted().reverse());
    expect(names.length).toBeGreaterThan(3);
  });

  it('keep their access token from one look to the next, and it ends with the session', async () => {
    const { data } = await signIn({ email, password });
    const dashboard = buildClient({ apiToken: data.id, baseUrl: server.accountUrl, autoRetry: false });
    const [site] = await dashboard.sites.list();
    const again = await dashboard.sites.find(site?.id ?? '');
    expect(again.access_token).toBe(site?.access_token);
    await dashboard.request({ method: 'DELETE', url: '/session' });
    const client = buildCmaClient({ apiToken: again.access_token, baseUrl: server.cmaUrl, autoRetry: false });
    expect(await codesOf(client.roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });

  it('are renamed and get another subdomain, which no two share', async () => {
    const [one, two] = [
      await signedIn().sites.create({ name: 'One', internal_subdomain: 'one' }),
      await signedIn().sites.create({ name: 'Two' }),
    ];
    const answer = signedIn().sites.update(two.id, { internal_subdomain: 'one' });
    await expect(answer).rejects.toSatisfy((error: ApiError) =>
      Boolean(
        error.findError('INVALID_FIELD', { field: 'internal_subdomain', code: 'VALIDATION_UNIQUENESS' }),
      ),
    );
    expect(await signedIn().sites.update(one.id, { name: 'Uno', domain: 'example.com' })).toMatchObject({
      name: 'Uno',
      domain: 'example.com',
      internal_subdomain: 'one',
    });
  });

  it('are refused with everything that is wrong with them', async () => {
    const answer = signedIn().sites.create({ name: ' ', internal_subdomain: 'No!', main_locale: 'english' });
    expect(await codesOf(answer)).toEqual(['INVALID_FIELD', 'INVALID_FIELD', 'INVALID_FIELD']);
  });

  it('take their files with them', async () => {
    const site = await signedIn().sites.create({ name: 'With a file' });
    const { files, database } = server.ports;
    await files.write(`/${site.id}/1-a.txt`, Readable.from(['text']), 100);
    await database.db
      .insertInto('upload')
      .values(uploadRowOf(site.id, await environmentOf(site.id)))
      .execute();
    await signedIn().sites.destroy(site.id);
    await expect.poll(() => files.stat(`/${site.id}/1-a.txt`), { timeout: 10_000 }).toBeUndefined();
  });

  it('are gone when destroyed, with their tokens', async () => {
    const { id, readonly_token } = await signedIn().sites.create({ name: 'Gone' });
    await signedIn().sites.destroy(id);
    expect(await codesOf(signedIn().sites.find(id))).toEqual(['NOT_FOUND']);
    const client = buildCmaClient({
      apiToken: readonly_token ?? '',
      baseUrl: server.cmaUrl,
      autoRetry: false,
    });
    expect(await codesOf(client.roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });
});

import { ApiError, buildClient, type Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let roleIds: { admin: string; editor: string };

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  const roles = await project.client.roles.list();
  const idOf = (name: string) => roles.find((role) => role.name === name)?.id ?? '';
  roleIds = { admin: idOf('Admin'), editor: idOf('Editor') };
});
afterAll(() => server.close());

const abilities = { can_access_cda: true, can_access_cda_preview: true, can_access_cma: true };

interface TokenOptions {
  name?: string;
  role?: 'admin' | 'editor';
  can_access_cma?: boolean;
}

function createToken({ name = newId(), role = 'admin', can_access_cma = true }: TokenOptions = {}) {
  return project.client.accessTokens.create({
    name,
    can_access_cda: true,
    can_access_cda_preview: false,
    can_access_cma,
    role: { type: 'role', id: roleIds[role] },
  });
}

function clientOf(token: string | null | undefined, environment?: string): Client {
  const named = environment === undefined ? {} : { environment };
  return buildClient({ apiToken: token ?? '', baseUrl: server.cmaUrl, autoRetry: false, ...named });
}

async function codesOf(answer: Promise<unknown>): Promise<string[]> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error('It was not refused.');
  return error.errors.map(({ attributes }) => attributes.code);
}

/** Makes a record that the token owns. */
async function buildItemOf(tokenId: string): Promise<string> {
  const { db } = server.ports.database;
  const [environment, itemType, item] = [
    await db
      .selectFrom('environment')
      .selectAll()
      .where('site_id', '=', project.siteId)
      .executeTakeFirstOrThrow(),
    await project.client.itemTypes.create({
      name: newId(),
      api_key: `m${Math.random().toString(36).slice(2, 9)}`,
    }),
    newId(),
  ];
  await db
    .insertInto('item')
    .values({
      environment_id: environment.id,
      id: item,
      item_type_id: itemType.id,
      current: '{}',
      current_version_id: newId(),
      is_current_valid: true,
      published: null as never,
      creator_type: 'access_token',
      creator_id: tokenId,
      created_at: server.ports.now(),
      updated_at: server.ports.now(),
    })
    .execute();
  return item;
}

function creatorOf(itemId: string) {
  return server.ports.database.db
    .selectFrom('item')
    .select(['creator_type', 'creator_id'])
    .where('id', '=', itemId)
    .executeTakeFirstOrThrow();
}

describe('a new token', () => {
  it('can be used at once, and is shown to those who manage tokens', async () => {
    const token = await createToken({ name: 'Deploys' });
    expect(token).toMatchObject({
      name: 'Deploys',
      hardcoded_type: null,
      can_access_cda: true,
      can_access_cda_preview: false,
      last_cma_access: 'never',
      last_cda_access: 'never',
      role: { type: 'role', id: roleIds.admin },
    });
    expect(token.token).toMatch(/^[0-9a-f]{30}$/);
    expect((await clientOf(token.token).users.findMe()).id).toBe(token.id);
  });

  it('rests in the database neither in clear nor in a form that can be read without the key', async () => {
    const { id, token } = await createToken();
    const row = await server.ports.database.db
      .selectFrom('access_token')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.token_encrypted.toString('latin1')).not.toContain(token);
  });

  it('needs a role of this project', async () => {
    const other = await server.createProject();
    const [role] = await other.client.roles.list();
    const answer = project.client.accessTokens.create({
      name: 'Stray',
      can_access_cda: true,
      can_access_cda_preview: true,
      can_access_cma: true,
      role: { type: 'role', id: role?.id ?? '' },
    });
    expect(await codesOf(answer)).toEqual(['INVALID_RELATIONSHIP']);
  });

  it('without access to this API is no token here', async () => {
    const { token } = await createToken({ can_access_cma: false });
    expect(await codesOf(clientOf(token).roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });
});

describe('a token with a role that may not manage tokens', () => {
  it('reads everything about tokens but their secrets', async () => {
    const { token } = await createToken({ role: 'editor' });
    const tokens = await clientOf(token).accessTokens.list();
    expect(tokens.length).toBeGreaterThan(1);
    expect(tokens.every((each) => each.token === null)).toBe(true);
  });

  it('cannot make, change, rotate or delete one', async () => {
    const { token } = await createToken({ role: 'editor' });
    const victim = await createToken();
    const { accessTokens } = clientOf(token);
    const answers = [
      accessTokens.update(victim.id, { ...abilities, name: 'Mine now' }),
      accessTokens.regenerateToken(victim.id),
      accessTokens.destroy(victim.id),
    ];
    for (const answer of answers) expect(await codesOf(answer)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('cannot enter an environment that its role does not open, nor learn that it exists', async () => {
    const { token } = await createToken({ role: 'editor' });
    await server.ports.database.db
      .insertInto('environment')
      .values({
        id: newId(),
        site_id: project.siteId,
        name: 'sandbox',
        status: 'ready',
        locales: ['en'],
        time_zone: 'UTC',
        settings: '{}',
        created_at: server.ports.now(),
      })
      .execute();
    expect(await codesOf(clientOf(token, 'sandbox').roles.list())).toEqual(['INVALID_ENVIRONMENT']);
    expect(await codesOf(clientOf(token, 'nowhere').roles.list())).toEqual(['INVALID_ENVIRONMENT']);
    expect(await clientOf(project.fullAccessToken, 'sandbox').itemTypes.list()).toEqual([]);
  });
});

describe('a change of a token', () => {
  it('holds from the next request on and keeps the secret', async () => {
    const token = await createToken();
    const changed = await project.client.accessTokens.update(token.id, {
      name: 'Only delivery',
      can_access_cda: true,
      can_access_cda_preview: true,
      can_access_cma: false,
    });
    expect(changed).toMatchObject({ name: 'Only delivery', token: token.token, role: token.role });
    expect(await codesOf(clientOf(token.token).roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });

  it('of its role holds from the next request on', async () => {
    const token = await createToken({ role: 'editor' });
    const client = clientOf(token.token);
    expect(await codesOf(client.itemTypes.create({ name: 'A', api_key: 'role_a' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    await project.client.accessTokens.update(token.id, {
      ...abilities,
      name: token.name,
      role: { type: 'role', id: roleIds.admin },
    });
    expect(await client.itemTypes.create({ name: 'A', api_key: 'role_a' })).toMatchObject({
      api_key: 'role_a',
    });
  });

  it('is refused for those that come with a project', async () => {
    const [factory] = (await project.client.accessTokens.list()).filter((token) => token.hardcoded_type);
    const answer = project.client.accessTokens.update(factory?.id ?? '', {
      name: 'Mine',
      can_access_cda: true,
      can_access_cda_preview: true,
      can_access_cma: true,
    });
    expect(await codesOf(answer)).toEqual(['NON_EDITABLE_ACCESS_TOKEN']);
  });

  it('rotates the secret of any token, after which the old one opens nothing', async () => {
    const token = await createToken();
    const rotated = await project.client.accessTokens.regenerateToken(token.id);
    expect(rotated.token).not.toBe(token.token);
    expect(await codesOf(clientOf(token.token).roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    expect((await clientOf(rotated.token).users.findMe()).id).toBe(token.id);
  });
});

describe('the end of a token', () => {
  it('comes at once when it owns nothing', async () => {
    const token = await createToken();
    expect(await project.client.accessTokens.destroy(token.id)).toMatchObject({ id: token.id });
    expect(await codesOf(clientOf(token.token).roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });

  it('is not its own doing', async () => {
    const token = await createToken();
    expect(await codesOf(clientOf(token.token).accessTokens.destroy(token.id))).toEqual([
      'CANNOT_DESTROY_CURRENT_USER',
    ]);
  });

  it('asks for somebody who takes over what it made', async () => {
    const [token, heir] = [await createToken(), await createToken()];
    const item = await buildItemOf(token.id);
    expect(await codesOf(project.client.accessTokens.destroy(token.id))).toEqual([
      'DESTINATION_USER_REQUIRED',
    ]);
    await project.client.accessTokens.destroy(token.id, {
      destination_user_type: 'access_token',
      destination_user_id: heir.id,
    });
    expect(await creatorOf(item)).toEqual({ creator_type: 'access_token', creator_id: heir.id });
  });

  it.each([
    ['another kind of owner', 'robot', 'x', 'INVALID_DESTINATION_TYPE'],
    ['nobody', 'access_token', 'nobody', 'INVALID_DESTINATION_USER'],
    ['itself', 'access_token', 'itself', 'INVALID_DESTINATION_USER'],
    ['somebody of another project', 'account', 'stranger', 'INVALID_DESTINATION_USER'],
  ])('cannot leave its records to %s', async (_, type, id, code) => {
    const token = await createToken();
    await buildItemOf(token.id);
    const answer = project.client.accessTokens.destroy(token.id, {
      destination_user_type: type as 'access_token',
      destination_user_id: id === 'itself' ? token.id : id,
    });
    expect(await codesOf(answer)).toEqual([code]);
    expect(await project.client.accessTokens.find(token.id)).toMatchObject({ id: token.id });
  });

  it('of another project cannot be brought about', async () => {
    const other = await server.createProject();
    const [stranger] = await other.client.accessTokens.list();
    expect(await codesOf(project.client.accessTokens.destroy(stranger?.id ?? ''))).toEqual(['NOT_FOUND']);
  });
});

it('remembers the day a token was last used', async () => {
  const token = await createToken();
  await clientOf(token.token).roles.list();
  expect(await project.client.accessTokens.find(token.id)).toMatchObject({
    last_cma_access: 'today',
    last_cda_access: 'never',
  });
});

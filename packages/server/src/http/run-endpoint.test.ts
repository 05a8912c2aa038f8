import { ApiError, buildClient, type Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { NO_PERMISSIONS, type RolePermissions } from '@recto/content/permissions/final-permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRoles } from '#api/roles/table.ts';
import { countStatements } from '#graphql/testing.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

/** A client whose token holds a role that inherits, over as many steps as there are roles, from the last. */
async function clientWithLineage(declared: readonly Partial<RolePermissions>[]): Promise<Client> {
  const ids = declared.map(() => newId());
  const roles = declared.map((own, index) => ({
    id: ids[index] ?? '',
    name: newId(),
    declared: { ...NO_PERMISSIONS, ...own },
    inheritsFrom: ids.slice(index + 1, index + 2),
  }));
  await insertRoles(server.ports.database.db, project.siteId, roles, server.ports.now());
  const { token } = await project.client.accessTokens.create({
    name: newId(),
    can_access_cda: true,
    can_access_cda_preview: true,
    can_access_cma: true,
    role: { type: 'role', id: ids[0] ?? '' },
  });
  return buildClient({ apiToken: token ?? '', baseUrl: server.cmaUrl, autoRetry: false });
}

async function codesOf(answer: Promise<unknown>): Promise<string[]> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error('It was not refused.');
  return error.errors.map(({ attributes }) => attributes.code);
}

describe('finding out who asks', () => {
  it('costs one statement, whatever the role inherits', async () => {
    const client = await clientWithLineage([{}, {}, {}, { environments_access: 'all' }]);
    await client.roles.list();
    // One to know who asks, one to list the roles.
    expect(await countStatements(server, () => client.roles.list())).toBe(2);
  });

  it('gives a role what the roles above it may', async () => {
    const client = await clientWithLineage([
      { environments_access: 'sandbox_only' },
      {},
      { environments_access: 'primary_only', can_edit_schema: true },
    ]);
    expect(await client.itemTypes.create({ name: 'Inherited', api_key: 'inherited' })).toMatchObject({
      api_key: 'inherited',
    });
  });

  it('gives nothing to a role without rules but a closed door', async () => {
    const client = await clientWithLineage([{}]);
    expect(await codesOf(client.roles.list())).toEqual(['INVALID_ENVIRONMENT']);
  });
});

describe('an environment that is not ready', () => {
  it('can be neither read nor written to', async () => {
    const { client, siteId } = await server.createProject();
    await server.ports.database.db
      .updateTable('environment')
      .set({ status: 'creating' })
      .where('site_id', '=', siteId)
      .execute();
    expect(await codesOf(client.itemTypes.list())).toEqual(['ENVIRONMENT_NOT_READY']);
    expect(await codesOf(client.itemTypes.create({ name: 'Early', api_key: 'early' }))).toEqual([
      'ENVIRONMENT_NOT_READY',
    ]);
  });
});

it('a request that was refused half-way leaves nothing behind', async () => {
  const { db } = server.ports.database;
  const read = () => db.selectFrom('environment').selectAll().where('site_id', '=', project.siteId).execute();
  const before = await read();
  // Decided and refused after the schema's version was moved on, in the same transaction.
  expect(await codesOf(project.client.itemTypes.create({ name: 'Bad key', api_key: 'Not A Key' }))).toContain(
    'INVALID_FIELD',
  );
  expect(await read()).toEqual(before);
});

it('a body that names another entity than its path changes neither', async () => {
  const { client } = project;
  const [one, other] = [
    await client.itemTypes.create({ name: 'One', api_key: 'one_thing' }),
    await client.itemTypes.create({ name: 'Other', api_key: 'other_thing' }),
  ];
  expect(await codesOf(client.itemTypes.update(one.id, { ...other, name: 'New' }))).toEqual([
    'INVALID_REQUEST',
  ]);
  expect((await client.itemTypes.update('one_thing', { ...one, name: 'New' })).name).toBe('New');
});

it('an error that nobody foresaw tells the caller its number and nothing else', async () => {
  const { executeQuery } = server.ports.database.db.getExecutor();
  const executor = server.ports.database.db.getExecutor();
  executor.executeQuery = () => Promise.reject(new Error('secret detail of the database'));
  const answer = await sendRaw(`${server.cmaUrl}/roles`, { token: project.fullAccessToken });
  executor.executeQuery = executeQuery;
  expect([answer.status, ...answer.codes]).toEqual([500, 'EXCEPTION']);
  expect(answer.details).toEqual({ request_id: answer.headers.get('x-request-id') });
  expect(answer.text).not.toContain('secret detail');
});

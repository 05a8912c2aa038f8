import { ApiError, buildClient, type Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  client = project.client;
});
afterAll(() => server.close());

const environment = 'main';
const READ = { environment, action: 'read', on_creator: 'anyone' } as const;
const NOTHING = { positive_item_type_permissions: [], negative_item_type_permissions: [] };

function createRole(attributes: Partial<Parameters<Client['roles']['create']>[0]> = {}) {
  return client.roles.create({ name: newId(), environments_access: 'all', ...attributes });
}

/** A client that acts with a role. */
async function actAs(roleId: string): Promise<Client> {
  const { token } = await client.accessTokens.create({
    name: newId(),
    can_access_cda: true,
    can_access_cda_preview: true,
    can_access_cma: true,
    role: { type: 'role', id: roleId },
  });
  return buildClient({ apiToken: token ?? '', baseUrl: server.cmaUrl, autoRetry: false });
}

async function reasonsOf(answer: Promise<unknown>) {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error('It was not refused.');
  return error.errors.map(({ attributes }) => attributes);
}

async function codesOf(answer: Promise<unknown>): Promise<string[]> {
  return (await reasonsOf(answer)).map(({ code }) => code);
}

describe('a new role', () => {
  it('may nothing, if nothing is said', async () => {
    const { name, id, type, meta, ...role } = await client.roles.create({ name: 'Nobody' });
    expect(role.environments_access).toBe('none');
    expect(role.can_edit_schema).toBe(false);
    expect(role.positive_item_type_permissions).toEqual([]);
    expect(role.inherits_permissions_from).toEqual([]);
  });

  it('has rules with all of their keys, in the order they were sent', async () => {
    const role = await createRole({
      positive_item_type_permissions: [
        READ,
        { environment, action: 'update', on_creator: 'self', localization_scope: 'localized', locale: 'it' },
      ],
      negative_item_type_permissions: [{ environment, action: 'delete', on_creator: 'role', on_stage: null }],
    });
    expect(role.positive_item_type_permissions.map(({ action, locale }) => [action, locale])).toEqual([
      ['read', null],
      ['update', 'it'],
    ]);
    expect(role.negative_item_type_permissions).toEqual([
      {
        environment,
        item_type: null,
        workflow: null,
        on_stage: null,
        to_stage: null,
        action: 'delete',
        on_creator: 'role',
        localization_scope: null,
        locale: null,
      },
    ]);
  });

  it('is refused with every sentence about what is wrong with its rules', async () => {
    const answer = createRole({
      positive_item_type_permissions: [{ environment, action: 'read' } as never, { ...READ, on_stage: 'a' }],
      negative_item_type_permissions: [],
      positive_upload_permissions: [],
    });
    const [reason] = await reasonsOf(answer);
    expect(reason?.code).toBe('INVALID_FORMAT');
    expect(reason?.details.messages).toEqual([
      '#/data/attributes: "negative_upload_permissions" wasn\'t supplied.',
      '#/data/attributes/positive_item_type_permissions/0: "on_creator" wasn\'t supplied.',
      '#/data/attributes/positive_item_type_permissions/1: "on_stage" does not apply to "read".',
    ]);
  });

  it.each([
    ['an environment', { ...READ, environment: 'nowhere' }],
    ['a model', { ...READ, item_type: newId() }],
    ['a workflow', { ...READ, workflow: newId() }],
  ])('is refused with a rule about %s that is not there', async (_, rule) => {
    const answer = createRole({ ...NOTHING, positive_item_type_permissions: [rule] });
    expect(await codesOf(answer)).toEqual(['INVALID_FIELD']);
  });

  it('is refused with the name of another', async () => {
    const [reason] = await reasonsOf(client.roles.create({ name: 'Editor' }));
    expect(reason).toMatchObject({
      code: 'INVALID_FIELD',
      details: { field: 'name', code: 'VALIDATION_UNIQUENESS' },
    });
  });
});

describe('a change of a role', () => {
  it('takes back what was read, nulls and read-only parts included', async () => {
    const role = await createRole({ ...NOTHING, positive_item_type_permissions: [READ] });
    expect(await client.roles.update(role.id, { ...role })).toEqual(role);
  });

  it('leaves what is not named', async () => {
    const role = await createRole({ can_edit_site: true });
    const changed = await client.roles.update(role.id, { can_edit_schema: true });
    expect(changed).toMatchObject({ name: role.name, can_edit_site: true, can_edit_schema: true });
  });

  it('counts from the very next request of those who hold it', async () => {
    const role = await createRole();
    const holder = await actAs(role.id);
    expect(await codesOf(holder.itemTypes.create({ name: 'A', api_key: 'model_a' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    await client.roles.update(role.id, { can_edit_schema: true });
    await holder.itemTypes.create({ name: 'A', api_key: 'model_a' });
    await client.roles.update(role.id, { environments_access: 'none' });
    expect(await codesOf(holder.itemTypes.list())).toEqual(['INVALID_ENVIRONMENT']);
  });

  it('can be told as additions and removals, as the client does it', async () => {
    const role = await createRole({ ...NOTHING, positive_item_type_permissions: [READ] });
    const changed = await client.roles.updateCurrentEnvironmentPermissions(role.id, {
      positive_item_type_permissions: {
        remove: [{ action: 'read', on_creator: 'anyone' }],
        add: [{ action: 'duplicate' }],
      },
      negative_upload_permissions: { add: [{ action: 'delete', on_creator: 'anyone' }] },
    });
    expect(changed.positive_item_type_permissions.map(({ action }) => action)).toEqual(['duplicate']);
    expect(changed.negative_upload_permissions.map(({ action }) => action)).toEqual(['delete']);
  });

  it('leaves the rules of the primary environment alone where the project says so', async () => {
    const role = await createRole();
    await client.site.update({ force_use_of_sandbox_environments: true });
    const answer = client.roles.update(role.id, { ...NOTHING, positive_item_type_permissions: [READ] });
    expect(await codesOf(answer)).toEqual(['PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY']);
    await client.roles.update(role.id, { can_edit_site: true });
    await client.site.update({ force_use_of_sandbox_environments: false });
  });

  it('is for those who manage people', async () => {
    const role = await createRole({ can_edit_site: true });
    const holder = await actAs(role.id);
    expect(await codesOf(holder.roles.create({ name: newId() }))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(holder.roles.destroy(role.id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await holder.roles.find(role.id)).toMatchObject({ id: role.id });
  });

  it('ends as one of those that were asked for at the same moment, or is to be repeated', async () => {
    const role = await createRole();
    const ends = await Promise.allSettled([
      client.roles.update(role.id, { can_edit_schema: true }),
      client.roles.update(role.id, { can_edit_site: true }),
      client.roles.update(role.id, { can_manage_menu: true }),
    ]);
    const refused = ends.filter((end) => end.status === 'rejected');
    const codes = refused.flatMap(({ reason }) => (reason as ApiError).errors[0]?.attributes.code);
    expect(codes).toEqual(refused.map(() => 'CONCURRENT_ROLE_UPDATE'));
    const now = await client.roles.find(role.id);
    const kept = [now.can_edit_schema, now.can_edit_site, now.can_manage_menu].filter(Boolean);
    expect(kept).toHaveLength(3 - refused.length);
  });
});

describe('inheritance', () => {
  const from = (...ids: string[]) => ({
    inherits_permissions_from: ids.map((id) => ({ type: 'role' as const, id })),
  });

  it('is seen in what the role comes to, and follows the parent', async () => {
    const parent = await createRole({ can_edit_schema: true });
    const child = await createRole({ environments_access: 'none', ...from(parent.id) });
    expect(child.can_edit_schema).toBe(false);
    expect(child.meta.final_permissions).toMatchObject({ can_edit_schema: true, environments_access: 'all' });
    const holder = await actAs(child.id);
    await holder.itemTypes.list();
    await client.roles.update(parent.id, { environments_access: 'none' });
    expect(await codesOf(holder.itemTypes.list())).toEqual(['INVALID_ENVIRONMENT']);
  });

  it('is refused in a circle, and from a role of another project', async () => {
    const parent = await createRole();
    const child = await createRole(from(parent.id));
    expect(await codesOf(client.roles.update(parent.id, from(child.id)))).toEqual(['INVALID_RELATIONSHIP']);
    expect(await codesOf(client.roles.update(child.id, from(child.id)))).toEqual(['INVALID_RELATIONSHIP']);
    expect(await codesOf(createRole(from(newId())))).toEqual(['INVALID_RELATIONSHIP']);
  });

  it('ends when the parent goes', async () => {
    const parent = await createRole({ can_edit_schema: true });
    const child = await createRole(from(parent.id));
    await client.roles.destroy(parent.id);
    const now = await client.roles.find(child.id);
    expect(now.inherits_permissions_from).toEqual([]);
    expect(now.meta.final_permissions.can_edit_schema).toBe(false);
  });
});

describe('a role that goes', () => {
  it('stays while a token holds it', async () => {
    const role = await createRole();
    await actAs(role.id);
    const [reason] = await reasonsOf(client.roles.destroy(role.id));
    expect(reason).toMatchObject({ code: 'DELETE_RESTRICTION', details: { held_by: { access_token: 1 } } });
  });

  it('is answered as it was', async () => {
    const role = await createRole({ can_manage_sso: true });
    expect(await client.roles.destroy(role.id)).toEqual(role);
    expect(await codesOf(client.roles.find(role.id))).toEqual(['NOT_FOUND']);
  });
});

it('a duplicate may what the original may, under a name of its own', async () => {
  const role = await createRole({ can_manage_sso: true, ...NOTHING, positive_item_type_permissions: [READ] });
  const first = await client.roles.duplicate(role.id);
  const second = await client.roles.duplicate(role.id);
  expect(first.name).toBe(`${role.name} (duplicate #1)`);
  expect(second.name).toBe(`${role.name} (duplicate #2)`);
  expect({ ...first, id: role.id, name: role.name }).toEqual(role);
});

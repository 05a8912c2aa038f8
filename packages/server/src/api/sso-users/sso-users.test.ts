import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destroySites } from '#account-api/closing/destroy-sites.ts';
import { listHolders } from '#api/roles/holders.ts';
import { insertUser } from '#api/users/table.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Client = TestProject['client'];

/** A project that knows its identity provider, and whose one collaborator is an editor. */
async function buildProject() {
  const { siteId, client } = await server.createProject();
  await client.ssoSettings.update({ idp_saml_metadata_url: 'https://idp.example.com/metadata' });
  const roles = await client.roles.list();
  const editor = roles.find(({ name }) => name === 'Editor')?.id ?? '';
  const email = `${newId()}@Example.com`;
  await seat(siteId, email, editor);
  return { siteId, client, roles, editor, email };
}

async function seat(siteId: string, email: string, roleId: string) {
  const { db } = server.ports.database;
  const now = server.ports.now();
  const account = {
    id: newId(),
    email,
    password_hash: 'x',
    first_name: 'Ada',
    last_name: null,
    company: null,
  };
  await db
    .insertInto('account')
    .values({ ...account, created_at: now })
    .execute();
  await insertUser(db, { id: newId(), siteId, accountId: account.id, roleId }, now);
}

async function groupOf(client: Client, roleId: string) {
  const group = (await client.ssoGroups.list()).find(({ role }) => role.id === roleId);
  if (!group) throw new Error('There is no group with this role.');
  return group;
}

async function onlyUser(client: Client) {
  const [user] = await client.ssoUsers.list();
  if (!user) throw new Error('There is nobody.');
  return user;
}

describe('people of an identity provider', () => {
  it('come after the provider', async () => {
    const { client } = await server.createProject();
    expect(await codesOf(client.ssoUsers.copyUsers())).toEqual(['SSO_SETTINGS_REQUIRED']);
    expect(await client.ssoUsers.list()).toEqual([]);
  });

  it('are copied from collaborators with their roles, once', async () => {
    const { client, editor, email } = await buildProject();
    const [copy, ...others] = await client.ssoUsers.copyUsers();
    expect(others).toEqual([]);
    expect(copy).toMatchObject({
      username: email,
      external_id: null,
      is_active: true,
      first_name: 'Ada',
      last_name: null,
      role: { type: 'role', id: editor },
    });
    expect(copy?.groups.map(({ id }) => id)).toEqual([(await groupOf(client, editor)).id]);
    expect(await client.ssoUsers.copyUsers()).toEqual([copy]);
    expect(await client.ssoUsers.find(copy?.id ?? '')).toEqual(copy);
  });

  it('two who copy at the same moment make nobody twice', async () => {
    const { client } = await buildProject();
    const [one, two] = await Promise.all([client.ssoUsers.copyUsers(), client.ssoUsers.copyUsers()]);
    expect(one).toEqual(two);
    expect(await client.ssoUsers.list()).toHaveLength(1);
  });

  it('have the role of the group with the largest priority, and without a group the default one', async () => {
    const { client, roles, editor } = await buildProject();
    await client.ssoUsers.copyUsers();
    const user = await onlyUser(client);
    const admin = roles.find(({ name }) => name === 'Admin')?.id ?? '';
    const higher = await groupOf(client, admin);
    const { db } = server.ports.database;
    await db.insertInto('sso_group_user').values({ group_id: higher.id, user_id: user.id }).execute();
    await client.ssoGroups.update(higher.id, { priority: 5, role: higher.role });
    expect((await client.ssoUsers.find(user.id)).role?.id).toBe(admin);
    expect(await listHolders(db, admin)).toContainEqual({ type: 'sso_user', id: user.id });
    expect(await listHolders(db, editor)).not.toContainEqual({ type: 'sso_user', id: user.id });
    for (const { id } of user.groups) await client.ssoGroups.destroy(id);
    await client.ssoGroups.destroy(higher.id);
    expect(await client.ssoUsers.find(user.id)).toMatchObject({ role: null, groups: [] });
    await client.ssoSettings.update({ default_role: { type: 'role', id: editor } });
    expect((await client.ssoUsers.find(user.id)).role?.id).toBe(editor);
  });

  it('go only with an heir, and can be one', async () => {
    const { client } = await buildProject();
    const model = await client.itemTypes.create({ name: 'Post', api_key: 'post' });
    const record = await client.items.create({ item_type: { type: 'item_type', id: model.id } });
    await client.ssoUsers.copyUsers();
    const user = await onlyUser(client);
    await server.ports.database.db
      .updateTable('item')
      .set({ creator_type: 'sso_user', creator_id: user.id })
      .where('id', '=', record.id)
      .execute();
    const destroy = (type?: 'user' | 'sso_user', id?: string) =>
      client.ssoUsers.destroy(user.id, { destination_user_type: type, destination_user_id: id } as never);
    expect(await codesOf(destroy())).toEqual(['DESTINATION_USER_REQUIRED']);
    expect(await codesOf(destroy('sso_user', user.id))).toEqual(['INVALID_DESTINATION_USER']);
    expect(await codesOf(destroy('planet' as never, 'x'))).toEqual(['INVALID_DESTINATION_TYPE']);
    const [seated] = await client.users.list();
    await destroy('user', seated?.id);
    expect((await client.items.find(record.id)).creator).toEqual({ type: 'user', id: seated?.id });
    await client.ssoUsers.copyUsers();
    const heir = await onlyUser(client);
    await client.users.destroy(seated?.id ?? '', {
      destination_user_type: 'sso_user',
      destination_user_id: heir.id,
    });
    expect((await client.items.find(record.id)).creator).toEqual({ type: 'sso_user', id: heir.id });
  });

  it('go with their project', async () => {
    const { siteId, client, editor } = await buildProject();
    await client.ssoUsers.copyUsers();
    await client.ssoSettings.update({ default_role: { type: 'role', id: editor } });
    const { database, jobs } = server.ports;
    await destroySites({ db: database.db, jobs }, [siteId]);
    const left = () =>
      database.db.selectFrom('sso_user').select('id').where('site_id', '=', siteId).execute();
    await expect.poll(left).toEqual([]);
  });

  it('are not seen by another project', async () => {
    const { client } = await buildProject();
    await client.ssoUsers.copyUsers();
    const other = await buildProject();
    const user = await onlyUser(client);
    expect(await codesOf(other.client.ssoUsers.find(user.id))).toEqual(['NOT_FOUND']);
    const [group] = await client.ssoGroups.list();
    expect(await codesOf(other.client.ssoGroups.destroy(group?.id ?? ''))).toEqual(['NOT_FOUND']);
  });
});

describe('groups of an identity provider', () => {
  it('stand for every role once they are copied, after those that are there', async () => {
    const { client, editor } = await buildProject();
    await client.ssoUsers.copyUsers();
    const first = await groupOf(client, editor);
    await client.ssoGroups.update(first.id, { priority: 3, role: first.role });
    const role = await client.roles.create({ name: 'Translator' });
    expect(await client.ssoGroups.copyRoles(first.id)).toMatchObject({ id: first.id, priority: 3 });
    const groups = await client.ssoGroups.list();
    expect(groups[0]?.id).toBe(first.id);
    expect(groups.at(-1)).toMatchObject({ name: 'Translator', role: { id: role.id }, users: [] });
    expect(groups).toHaveLength((await client.roles.list()).length);
  });

  it('keep a role from being destroyed', async () => {
    const { client } = await buildProject();
    await client.ssoUsers.copyUsers();
    const [first] = await client.ssoGroups.list();
    const role = await client.roles.create({ name: 'Translator' });
    await client.ssoGroups.copyRoles(first?.id ?? '');
    expect(await codesOf(client.roles.destroy(role.id))).toEqual(['DELETE_RESTRICTION']);
    await client.ssoGroups.destroy((await groupOf(client, role.id)).id);
    await client.roles.destroy(role.id);
  });

  it('have a role of their project and a whole number', async () => {
    const { client } = await buildProject();
    await client.ssoUsers.copyUsers();
    const [group] = await client.ssoGroups.list();
    const update = (priority: number, id = group?.role.id ?? '') =>
      codesOf(client.ssoGroups.update(group?.id ?? '', { priority, role: { type: 'role', id } }));
    expect(await update(1, newId())).toEqual(['INVALID_RELATIONSHIP']);
    expect(await update(1.5)).toEqual(['INVALID_FORMAT']);
    expect(await update(3_000_000_000)).toEqual(['INVALID_FORMAT']);
  });
});

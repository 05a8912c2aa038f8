import type { Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { NO_PERMISSIONS } from '@recto/content/permissions/final-permissions';
import { insertUser } from '#api/users/table.ts';
import type { TestProject, TestServer } from '#testing/test-server.ts';

/** Every endpoint of roles, tokens, collaborators and single sign-on that answers. */
export async function visitPeople(client: Client, server: TestServer, project: TestProject): Promise<void> {
  const { environments_access } = { ...NO_PERMISSIONS, environments_access: 'all' as const };
  const role = await client.roles.create({ name: 'Visitor', environments_access });
  await visitRoles(client, role.id);
  await visitTokens(client, role.id);
  const user = await seatSomebody(server, project, role.id);
  await visitSingleSignOn(client, role.id);
  await client.users.update(user, { is_active: false });
  await client.users.list();
  await client.users.find(user);
  await client.users.findMe();
  await client.users.destroy(user);
  await visitInvitations(client, role.id);
}

async function visitRoles(client: Client, id: string): Promise<void> {
  await client.roles.update(id, { can_edit_site: true });
  await client.roles.list();
  await client.roles.find(id);
  const copy = await client.roles.duplicate(id);
  await client.roles.destroy(copy.id);
}

async function visitTokens(client: Client, roleId: string): Promise<void> {
  const { id } = await client.accessTokens.create({
    name: 'Reader',
    role: { type: 'role', id: roleId },
    can_access_cda: true,
    can_access_cda_preview: false,
    can_access_cma: true,
  });
  await client.accessTokens.update(id, {
    name: 'Writer',
    role: { type: 'role', id: roleId },
    can_access_cda: true,
    can_access_cda_preview: false,
    can_access_cma: true,
  });
  await client.accessTokens.list();
  await client.accessTokens.find(id);
  await client.accessTokens.regenerateToken(id);
  await client.accessTokens.destroy(id);
}

/** Somebody with a seat in the project: they join by a link in a mail otherwise. */
async function seatSomebody(server: TestServer, project: TestProject, roleId: string): Promise<string> {
  const id = newId();
  const accountId = await insertAccount(server, 'ada@example.com');
  const { db } = server.ports.database;
  await insertUser(db, { id, siteId: project.siteId, accountId, roleId }, server.ports.now());
  return id;
}

/** As a project has that somebody made in their own account. */
export async function giveOwner(server: TestServer, project: TestProject): Promise<void> {
  const owner_id = await insertAccount(server, 'owner@example.com');
  const { db } = server.ports.database;
  await db.updateTable('site').set({ owner_id }).where('id', '=', project.siteId).execute();
}

async function insertAccount({ ports }: TestServer, email: string): Promise<string> {
  const id = newId();
  const name = { first_name: 'Ada', last_name: null, company: null };
  await ports.database.db
    .insertInto('account')
    .values({ id, email, password_hash: 'x', ...name, created_at: ports.now() })
    .execute();
  return id;
}

async function visitSingleSignOn(client: Client, roleId: string): Promise<void> {
  const role = { type: 'role' as const, id: roleId };
  const idp_saml_metadata_url = 'https://idp.example.com/metadata';
  await client.ssoSettings.update({ idp_saml_metadata_url, default_role: role });
  await client.ssoSettings.find();
  await client.ssoSettings.generateToken();
  await client.ssoUsers.copyUsers();
  const [person] = await client.ssoUsers.list();
  await client.ssoUsers.find(person?.id ?? '');
  const [group] = await client.ssoGroups.list();
  await client.ssoGroups.update(group?.id ?? '', { priority: 2, role });
  await client.ssoGroups.copyRoles(group?.id ?? '');
  await client.ssoUsers.destroy(person?.id ?? '');
  await client.ssoGroups.destroy(group?.id ?? '');
}

async function visitInvitations(client: Client, roleId: string): Promise<void> {
  const role = { type: 'role' as const, id: roleId };
  const { id } = await client.siteInvitations.create({ email: 'eve@example.com', role });
  await client.siteInvitations.update(id, { role });
  await client.siteInvitations.list();
  await client.siteInvitations.find(id);
  await client.siteInvitations.resend(id);
  await client.siteInvitations.destroy(id);
}

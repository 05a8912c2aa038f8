import { type ApiError, buildClient, type Client } from '@datocms/cma-client-node';
import { buildClient as buildDashboard } from '@datocms/dashboard-client';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '#graphql/testing.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';

const password = 'correct horse battery';

let server: TestServer;
let owner: Client;
let siteId: string;
let editorRoleId: string;

beforeAll(async () => {
  server = await startTestServer();
  await dashboard(null).account.create({ email: 'owner@example.com', password });
  const site = await dashboard(await signIn('owner@example.com')).sites.create({ name: 'Shared' });
  siteId = site.id;
  owner = clientOf(site.access_token);
  editorRoleId = (await owner.roles.list()).find(({ name }) => name === 'Editor')?.id ?? '';
});
afterAll(() => server.close());

function dashboard(apiToken: string | null) {
  return buildDashboard({ apiToken, baseUrl: server.accountUrl, autoRetry: false });
}

function clientOf(apiToken: string | null): Client {
  return buildClient({ apiToken: apiToken ?? '', baseUrl: server.cmaUrl, autoRetry: false });
}

async function signIn(email: string): Promise<string> {
  const credentials = { type: 'email_credentials' as const, attributes: { email, password } };
  return (await dashboard(null).session.rawCreate({ data: credentials })).data.id;
}

function invite(email: string) {
  return owner.siteInvitations.create({ email, role: { type: 'role', id: editorRoleId } });
}

/** What stands in the link that an invitation answers with. */
function linkOf({ invitation_link }: { invitation_link?: string | null }) {
  const { searchParams } = new URL(invitation_link ?? '');
  return { id: searchParams.get('id') ?? '', token: searchParams.get('token') ?? '' };
}

/** Somebody new, who comes by the link of an invitation: signed in, without a seat yet. */
async function comeWith(link: { id: string; token: string }, email: string) {
  const session = await dashboard(null).request<{ data: { id: string } }>({
    method: 'POST',
    url: '/account',
    queryParams: { invitation_id: link.id, invitation_token: link.token },
    body: { data: { type: 'account', attributes: { email, password, first_name: 'Ada' } } },
  });
  return dashboard(session.data.id);
}

/** A collaborator with a seat as Editor, and clients of theirs. */
async function join(email = `${newId()}@example.com`.toLowerCase()) {
  const link = linkOf(await invite(email));
  const person = await comeWith(link, email);
  const site = await person.siteInvitation.redeem(link.id, { token: link.token });
  const client = clientOf(site.access_token);
  const user = (await owner.users.list()).find((each) => each.email === email);
  if (!user) throw new Error('There is no seat.');
  return { email, person, site, client, user };
}

async function codesOf(answer: Promise<unknown>): Promise<string[]> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  // Two packages, two classes of the same name.
  const errors = (error as ApiError | undefined)?.errors;
  if (!errors) throw new Error('It was not refused.');
  return errors.map(({ attributes }) => attributes.code);
}

describe('an invitation', () => {
  it('goes to its address with the link that whoever invites is told too', async () => {
    const invitation = await invite('letter@example.com');
    expect(invitation).toMatchObject({ email: 'letter@example.com', expired: false });
    await expect
      .poll(() => server.mails.find(({ to }) => to === 'letter@example.com')?.text)
      .toContain(invitation.invitation_link);
    const found = await owner.siteInvitations.find(invitation.id);
    expect(found).toEqual({ ...invitation, invitation_link: null });
    expect(await owner.siteInvitations.list()).toContainEqual(found);
  });

  it('is refused for who is there already, and twice for one address', async () => {
    expect(await codesOf(invite('Owner@example.com'))).toEqual(['ACCOUNT_ALREADY_JOINED_SITE']);
    expect(await codesOf(invite('nobody'))).toEqual(['INVALID_EMAIL']);
    await invite('twice@example.com');
    expect(await codesOf(invite('Twice@example.com'))).toEqual(['INVALID_FIELD']);
  });

  it('sent again, is good by the new link only', async () => {
    const first = await invite('again@example.com');
    const second = await owner.siteInvitations.resend(first.id);
    const { person } = await join();
    const redeem = (link: { id: string; token: string }) =>
      person.siteInvitation.redeem(link.id, { token: link.token });
    expect(await codesOf(redeem(linkOf(first)))).toEqual(['NOT_FOUND']);
    expect(await codesOf(redeem(linkOf(second)))).toEqual(['ACCOUNT_ALREADY_JOINED_SITE']);
  });

  it('taken back, opens nothing', async () => {
    const invitation = await invite('back@example.com');
    await owner.siteInvitations.destroy(invitation.id);
    expect(await codesOf(comeWith(linkOf(invitation), 'back@example.com'))).toEqual(['NOT_FOUND']);
  });

  it('runs out', async () => {
    const invitation = await invite('late@example.com');
    const { db } = server.ports.database;
    const expires_at = new Date(server.ports.now().getTime() - 1);
    await db.updateTable('site_invitation').set({ expires_at }).where('id', '=', invitation.id).execute();
    expect(await owner.siteInvitations.find(invitation.id)).toMatchObject({ expired: true });
    expect(await codesOf(comeWith(linkOf(invitation), 'late@example.com'))).toEqual(['NOT_FOUND']);
  });

  it('gives the role that it has when it is taken up', async () => {
    const admin = (await owner.roles.list()).find(({ name }) => name === 'Admin')?.id ?? '';
    const invitation = await invite('promoted@example.com');
    await owner.siteInvitations.update(invitation.id, { role: { type: 'role', id: admin } });
    const link = linkOf(invitation);
    const person = await comeWith(link, 'promoted@example.com');
    await person.siteInvitation.redeem(link.id, { token: link.token });
    const user = (await owner.users.list()).find(({ email }) => email === 'promoted@example.com');
    expect(user?.role.id).toBe(admin);
    expect(await codesOf(owner.siteInvitations.find(invitation.id))).toEqual(['NOT_FOUND']);
  });

  it('keeps its role from being deleted', async () => {
    const role = await owner.roles.create({ name: newId() });
    await owner.siteInvitations.create({ email: 'role@example.com', role });
    expect(await codesOf(owner.roles.destroy(role.id))).toEqual(['DELETE_RESTRICTION']);
  });
});

describe('a collaborator', () => {
  it('is listed as such, the owner is not', async () => {
    const { user, email } = await join();
    expect(user).toMatchObject({ email, full_name: 'Ada', is_active: true, is_2fa_active: false });
    expect((await owner.users.list()).map((each) => each.email)).not.toContain('owner@example.com');
  });

  it('finds the project in the dashboard, without its tokens', async () => {
    const { person } = await join();
    const [site, ...others] = await person.sites.list();
    expect(others).toEqual([]);
    expect(site).toMatchObject({ id: siteId, readonly_token: null, readwrite_token: null });
    expect(await codesOf(person.sites.update(siteId, { name: 'Mine' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    expect(await codesOf(person.sites.destroy(siteId))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('acts as themselves, with what the role may, by one statement', async () => {
    const { client, user } = await join();
    expect(await client.users.findMe()).toMatchObject({ type: 'user', id: user.id });
    const { included } = await client.users.rawFindMe({ include: 'role' });
    expect(included?.map(({ id }) => id)).toEqual([editorRoleId]);
    expect(await codesOf(client.itemTypes.create({ name: 'A', api_key: 'model_a' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    expect(await countStatements(server, () => client.roles.list())).toBe(2);
  });

  it('was here when they last asked', async () => {
    const { client, user } = await join();
    await client.roles.list();
    const { meta } = (await owner.users.rawFind(user.id)).data;
    expect(Date.parse(meta?.last_access ?? '')).toBeGreaterThan(server.ports.now().getTime() - 60_000);
  });

  it('changes roles from the very next request', async () => {
    const { client, user } = await join();
    const admin = (await owner.roles.list()).find(({ name }) => name === 'Admin');
    await owner.users.update(user.id, { role: { type: 'role', id: admin?.id ?? '' } });
    await client.roles.create({ name: newId() });
    expect((await owner.users.rawFind(user.id, { include: 'role' })).included?.[0]?.id).toBe(admin?.id);
  });

  it('switched off, neither acts nor sees the project; switched on again, does', async () => {
    const { client, person, user } = await join();
    expect(await owner.users.update(user.id, { is_active: false })).toMatchObject({ is_active: false });
    expect(await codesOf(client.roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    expect(await person.sites.list()).toEqual([]);
    await owner.users.update(user.id, { is_active: true });
    expect(await client.roles.list()).not.toEqual([]);
  });

  it('does not take the own seat away', async () => {
    const { client, user } = await join();
    const admin = (await owner.roles.list()).find(({ name }) => name === 'Admin');
    await owner.users.update(user.id, { role: { type: 'role', id: admin?.id ?? '' } });
    expect(await codesOf(client.users.destroy(user.id))).toEqual(['CANNOT_DESTROY_CURRENT_USER']);
  });

  it('must have a second factor where the project asks for one', async () => {
    const { client } = await join();
    const { db } = server.ports.database;
    const setting = (isOn: boolean) =>
      db
        .updateTable('site')
        .set({ settings: JSON.stringify({ require_2fa: isOn }) })
        .where('id', '=', siteId)
        .execute();
    await setting(true);
    expect(await codesOf(client.roles.list())).toEqual(['REQUIRED_2FA_SETUP']);
    await setting(false);
    await client.roles.list();
  });
});

describe('a collaborator who goes', () => {
  it('leaves the records to whoever is named', async () => {
    const { client, user, person } = await join();
    const heir = await join();
    const model = await owner.itemTypes.create({ name: 'Post', api_key: 'post' });
    const record = await client.items.create({ item_type: { type: 'item_type', id: model.id } });
    expect(record.creator).toEqual({ type: 'user', id: user.id });
    const destroy = (type?: 'user' | 'account', id?: string) =>
      owner.users.destroy(user.id, { destination_user_type: type, destination_user_id: id } as never);
    expect(await codesOf(owner.users.destroy(user.id))).toEqual(['DESTINATION_USER_REQUIRED']);
    expect(await codesOf(destroy('planet' as never, 'x'))).toEqual(['INVALID_DESTINATION_TYPE']);
    expect(await codesOf(destroy('user', user.id))).toEqual(['INVALID_DESTINATION_USER']);
    expect(await codesOf(destroy('user', newId()))).toEqual(['INVALID_DESTINATION_USER']);
    await destroy('user', heir.user.id);
    expect((await owner.items.find(record.id)).creator).toEqual({ type: 'user', id: heir.user.id });
    expect(await codesOf(client.roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    expect(await person.account.find()).toMatchObject({ email: user.email });
  });

  it('who made nothing goes without more', async () => {
    const { user } = await join();
    expect(await owner.users.destroy(user.id)).toMatchObject({ id: user.id });
    expect(await codesOf(owner.users.find(user.id))).toEqual(['NOT_FOUND']);
  });
});

it('rules about records of the same role hold between people and tokens', async () => {
  const role = await owner.roles.create({
    name: newId(),
    environments_access: 'all',
    positive_item_type_permissions: [
      { environment: 'main', action: 'read', on_creator: 'role' },
      { environment: 'main', action: 'create', localization_scope: 'all' },
    ],
    negative_item_type_permissions: [],
  });
  const model = await owner.itemTypes.create({ name: 'Note', api_key: 'note' });
  const make = (client: Client) => client.items.create({ item_type: { type: 'item_type', id: model.id } });
  const { client, user } = await join();
  await owner.users.update(user.id, { role: { type: 'role', id: role.id } });
  const { token } = await owner.accessTokens.create({
    name: newId(),
    can_access_cda: true,
    can_access_cda_preview: true,
    can_access_cma: true,
    role: { type: 'role', id: role.id },
  });
  await make(owner);
  const records = [await make(client), await make(clientOf(token ?? ''))];
  const seen = await client.items.list({ filter: { type: 'note' } });
  expect(seen.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
});

it('an account comes by a good link only', async () => {
  const answer = comeWith({ id: newId(), token: 'x' }, 'stranger@example.com');
  expect(await codesOf(answer)).toEqual(['NOT_FOUND']);
  const { id } = await invite('guess@example.com');
  expect(await codesOf(comeWith({ id, token: 'x' }, 'guess@example.com'))).toEqual(['NOT_FOUND']);
});

it('a project with people and open invitations can be destroyed', async () => {
  const session = await signIn('owner@example.com');
  const site = await dashboard(session).sites.create({ name: 'Short-lived' });
  const client = clientOf(site.access_token);
  const [role] = await client.roles.list();
  const { email, person } = await join();
  const invitation = (to: string) =>
    client.siteInvitations.create({ email: to, role: { type: 'role', id: role?.id ?? '' } });
  const { id, token } = linkOf(await invitation(email));
  await person.siteInvitation.redeem(id, { token });
  await invitation('open@example.com');
  await dashboard(session).sites.destroy(site.id);
  expect((await person.sites.list()).map((each) => each.id)).toEqual([siteId]);
});

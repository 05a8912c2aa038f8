import { buildClient as buildProjectClient } from '@datocms/cma-client-node';
import { type ApiError, buildClient, type Client } from '@datocms/dashboard-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount } from '#account-api/account/testing.ts';
import { countStatements } from '#graphql/testing.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';

const password = 'correct horse battery';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Person {
  email: string;
  /** What they do for themselves. */
  own: Client;
  /** What they do for an organization. */
  within(organizationId: string): Client;
}

async function newPerson(): Promise<Person> {
  const email = await buildAccount(server, password);
  const options = { baseUrl: server.accountUrl, autoRetry: false };
  const { data } = await buildClient({ ...options, apiToken: null }).session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password } },
  });
  return {
    email,
    own: buildClient({ ...options, apiToken: data.id }),
    within: (organization) => buildClient({ ...options, apiToken: data.id, organization }),
  };
}

async function newOrganization(owner: Person): Promise<string> {
  return (await owner.own.organizations.create({ name: 'Acme' })).id;
}

/** The link in the mail with the invitation. */
async function linkTo(email: string) {
  const find = () => server.mails.findLast(({ to }) => to === email)?.text;
  await expect.poll(find).toBeDefined();
  const { searchParams } = new URL(/http\S+/.exec(find() ?? '')?.[0] ?? '');
  return { id: searchParams.get('id') ?? '', token: searchParams.get('token') ?? '' };
}

async function join(owner: Person, organizationId: string, role: string): Promise<Person> {
  const person = await newPerson();
  await owner.within(organizationId).organizationInvitations.create({
    email: person.email,
    role: { type: 'organization_role', id: role },
  });
  const link = await linkTo(person.email);
  await person.own.organizationInvitations.redeem(link.id, { token: link.token });
  return person;
}

async function codesOf(answer: Promise<unknown>): Promise<string[]> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const errors = (error as ApiError | undefined)?.errors;
  if (!errors) throw new Error('It was not refused.');
  return errors.map(({ attributes }) => attributes.code);
}

const projectClient = (apiToken: string | null) =>
  buildProjectClient({ apiToken: apiToken ?? '', baseUrl: server.cmaUrl, autoRetry: false });

describe('an organization', () => {
  it('can be what the dashboard of a member opens with, as long as they are one', async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const id = await newOrganization(owner);
    const member = await join(owner, id, 'viewer');
    const wanted = { default_organization: { type: 'organization' as const, id } };
    await member.own.account.update(wanted);
    expect((await member.own.account.find()).default_organization).toEqual({ type: 'organization', id });
    expect(await codesOf(stranger.own.account.update(wanted))).toEqual(['INVALID_RELATIONSHIP']);
    const me = await member.within(id).organizationMemberships.findMe();
    await member.within(id).organizationMemberships.destroy(me.id);
    expect((await member.own.account.find()).default_organization).toBeNull();
  });

  it('belongs to whoever makes it, and is seen by its members only', async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const id = await newOrganization(owner);
    expect(await owner.own.organizations.list()).toMatchObject([{ id, name: 'Acme' }]);
    expect(await owner.own.organizations.update(id, { name: 'Apex' })).toMatchObject({ name: 'Apex' });
    expect(await owner.within(id).organizationMemberships.findMe()).toMatchObject({
      role: { id: 'owner' },
      meta: { email: owner.email },
    });
    expect(await codesOf(stranger.own.organizations.find(id))).toEqual(['NOT_FOUND']);
    expect(await codesOf(stranger.within(id).organizationMemberships.list())).toEqual(['NOT_FOUND']);
    expect(await stranger.own.organizations.list()).toEqual([]);
  });

  it('has members of four roles, of whom owners manage the others', async () => {
    const owner = await newPerson();
    const id = await newOrganization(owner);
    const viewer = await join(owner, id, 'viewer');
    const { data, included } = await owner.within(id).organizationMemberships.rawList({ include: 'role' });
    expect(data.map(({ meta }) => meta.email)).toEqual([owner.email, viewer.email]);
    expect(included?.map((role) => role.id)).toEqual(['owner', 'viewer']);
    expect((await owner.own.organizationRoles.list()).map((role) => role.id)).toHaveLength(4);
    const member = data[1]?.id ?? '';
    const role = { type: 'organization_role' as const, id: 'owner' };
    const promote = (by: Person) => by.within(id).organizationMemberships.update(member, { role });
    const rename = viewer.own.organizations.update(id, { name: 'Mine' });
    expect(await codesOf(rename)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(promote(viewer))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await promote(owner)).toMatchObject({ role: { id: 'owner' } });
  });

  it('keeps an owner, whoever leaves', async () => {
    const owner = await newPerson();
    const id = await newOrganization(owner);
    const viewer = await join(owner, id, 'viewer');
    const own = await owner.within(id).organizationMemberships.findMe();
    const leave = () => owner.within(id).organizationMemberships.destroy(own.id);
    expect(await codesOf(leave())).toEqual(['REQUIRED_BY_ASSOCIATION']);
    const viewerRole = { role: { type: 'organization_role' as const, id: 'viewer' } };
    const demote = owner.within(id).organizationMemberships.update(own.id, viewerRole);
    expect(await codesOf(demote)).toEqual(['REQUIRED_BY_ASSOCIATION']);
    const other = await viewer.within(id).organizationMemberships.findMe();
    await viewer.within(id).organizationMemberships.destroy(other.id);
    expect(await viewer.own.organizations.list()).toEqual([]);
  });

  it('lets one of two owners leave who leave at the same moment', async () => {
    const owner = await newPerson();
    const id = await newOrganization(owner);
    const other = await join(owner, id, 'owner');
    const leave = async (person: Person) => {
      const { id: own } = await person.within(id).organizationMemberships.findMe();
      return () => person.within(id).organizationMemberships.destroy(own);
    };
    const leaves = [await leave(owner), await leave(other)];
    const ends = await Promise.allSettled(leaves.map((go) => go()));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('invites with a role that can be changed, and takes invitations back', async () => {
    const owner = await newPerson();
    const client = owner.within(await newOrganization(owner));
    const role = (id: string) => ({ role: { type: 'organization_role' as const, id } });
    const invitation = await client.organizationInvitations.create({
      email: 'x@example.com',
      ...role('viewer'),
    });
    expect(await client.organizationInvitations.update(invitation.id, role('developer'))).toMatchObject({
      role: { id: 'developer' },
      meta: { expired: false },
    });
    const again = client.organizationInvitations.create({ email: 'X@example.com', ...role('viewer') });
    expect(await codesOf(again)).toEqual(['INVALID_FIELD']);
    const member = client.organizationInvitations.create({ email: owner.email, ...role('viewer') });
    expect(await codesOf(member)).toEqual(['INVALID_FIELD']);
    const unknown = client.organizationInvitations.create({ email: 'y@example.com', ...role('king') });
    expect(await codesOf(unknown)).toEqual(['INVALID_RELATIONSHIP']);
    await client.organizationInvitations.resend(invitation.id);
    await client.organizationInvitations.destroy(invitation.id);
    expect(await client.organizationInvitations.list()).toEqual([]);
  });
});

describe("an organization's projects", () => {
  it('are made, listed and entered for it, by whoever its role lets', async () => {
    const owner = await newPerson();
    const id = await newOrganization(owner);
    const site = await owner.within(id).sites.create({ name: 'Shop' });
    expect(site.meta.owner).toEqual({ type: 'organization', id, name: 'Acme' });
    expect(await owner.own.sites.list()).toEqual([]);
    const developer = await join(owner, id, 'developer');
    const [seen] = await developer.within(id).sites.list();
    const client = projectClient(seen?.access_token ?? null);
    expect(await client.users.findMe()).toMatchObject({ type: 'organization', id, name: 'Acme' });
    expect((await client.site.find()).owner).toEqual({ type: 'organization', id });
    expect(await countStatements(server, () => client.roles.list())).toBe(2);
    const rename = developer.within(id).sites.update(site.id, { name: 'Mine' });
    expect(await codesOf(rename)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(developer.within(id).sites.create({ name: 'Mine' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
  });

  it('are closed to viewers, and to whoever left', async () => {
    const owner = await newPerson();
    const id = await newOrganization(owner);
    const site = await owner.within(id).sites.create({ name: 'Shop' });
    const viewer = await join(owner, id, 'viewer');
    expect(await viewer.within(id).sites.list()).toEqual([]);
    expect(await codesOf(viewer.own.sites.find(site.id))).toEqual(['NOT_FOUND']);
    const developer = await join(owner, id, 'developer');
    const { access_token } = await developer.own.sites.find(site.id);
    const own = await developer.within(id).organizationMemberships.findMe();
    await developer.within(id).organizationMemberships.destroy(own.id);
    expect(await codesOf(projectClient(access_token).roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });

  it('bind an owner who has a seat to what the seat may', async () => {
    const owner = await newPerson();
    const id = await newOrganization(owner);
    const site = await owner.within(id).sites.create({ name: 'Shop' });
    const client = projectClient(site.access_token);
    const other = await join(owner, id, 'owner');
    const editor = (await client.roles.list()).find(({ name }) => name === 'Editor');
    const invitation = await client.siteInvitations.create({
      email: other.email,
      role: { type: 'role', id: editor?.id ?? '' },
    });
    const token = new URL(invitation.invitation_link ?? '').searchParams.get('token') ?? '';
    const seat = await other.own.siteInvitation.redeem(invitation.id, { token });
    expect(seat.readonly_token).toBeNull();
    const bound = projectClient(seat.access_token);
    expect(await bound.users.findMe()).toMatchObject({ type: 'user' });
    expect(await codesOf(bound.roles.create({ name: 'x' }))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { buildOrganization, buildPerson, joinOrganization, PASSWORD, projectClient } from '../testing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const proof = { otp_code: '', password: PASSWORD };
const siteIds = async () =>
  (await server.ports.database.db.selectFrom('site').select('id').execute()).map(({ id }) => id);

describe('an account', () => {
  it('goes with its projects, and its session still learns so', async () => {
    const person = await buildPerson(server);
    const site = await person.own.sites.create({ name: 'Blog' });
    const inside = projectClient(server, site.access_token);
    await inside.items.create({ item_type: (await buildModel(inside)).ref, title: 'a' });
    expect(await person.own.account.destroy(proof)).toMatchObject({ email: person.email });
    expect(await codesOf(person.own.account.find())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    expect(await codesOf(inside.items.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    await expect.poll(siteIds).not.toContain(site.id);
  });

  it('stays without the password', async () => {
    const person = await buildPerson(server);
    const destroy = person.own.account.destroy({ otp_code: '', password: 'wrong' });
    expect(await codesOf(destroy)).toEqual(['password VALIDATION_INVALID']);
    expect(await person.own.account.find()).toMatchObject({ email: person.email });
  });

  it('stays while an organization has no other owner', async () => {
    const person = await buildPerson(server);
    const organization = await buildOrganization(person);
    expect(await codesOf(person.own.account.destroy(proof))).toEqual(['REQUIRED_BY_ASSOCIATION']);
    await person.own.organizations.destroy(organization, { password: PASSWORD });
    await person.own.account.destroy(proof);
    expect(await codesOf(person.own.account.find())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  });

  it('leaves what it wrote in projects of others to their owners', async () => {
    const [owner, guest] = [await buildPerson(server), await buildPerson(server)];
    const site = await owner.own.sites.create({ name: 'Blog' });
    const inside = projectClient(server, site.access_token);
    const [role] = await inside.roles.list();
    const { ports } = server;
    const account = await guest.own.account.find();
    const seat = { site_id: site.id, account_id: account.id, role_id: role?.id ?? '' };
    await ports.database.db
      .insertInto('user')
      .values({ id: `seat-${account.id}`, ...seat, created_at: ports.now(), last_access_at: null })
      .execute();
    const model = await buildModel(inside);
    const entered = projectClient(server, (await guest.own.sites.find(site.id)).access_token);
    const { id } = await entered.items.create({ item_type: model.ref, title: 'a' });
    await guest.own.account.destroy(proof);
    expect((await inside.items.find(id)).creator).toMatchObject({ type: 'account' });
  });
});

describe('an organization', () => {
  it('goes with its projects, when an owner says so with the password', async () => {
    const owner = await buildPerson(server);
    const organizationId = await buildOrganization(owner);
    const site = await owner.within(organizationId).sites.create({ name: 'Blog' });
    const manager = await joinOrganization(server, owner, { organizationId, role: 'projects_manager' });
    const destroy = { password: PASSWORD };
    expect(await codesOf(manager.own.organizations.destroy(organizationId, destroy))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    const wrong = owner.own.organizations.destroy(organizationId, { password: 'wrong' });
    expect(await codesOf(wrong)).toEqual(['password VALIDATION_INVALID']);
    const gone = await owner.within(organizationId).organizations.destroy(organizationId, destroy);
    expect(gone).toMatchObject({ id: organizationId, name: 'Acme' });
    expect(await codesOf(owner.own.sites.find(site.id))).toEqual(['NOT_FOUND']);
    expect(await owner.own.organizations.list()).toEqual([]);
    await expect.poll(siteIds).not.toContain(site.id);
  });
});

describe('a project', () => {
  it('answers nobody any more once it is deleted, and its address is free', async () => {
    const person = await buildPerson(server);
    const wanted = { name: 'Blog', internal_subdomain: 'a-blog' };
    const site = await person.own.sites.create(wanted);
    const query = async () => {
      const answer = await fetch(server.graphqlUrl, {
        method: 'POST',
        headers: { authorization: `Bearer ${site.readonly_token}` },
        body: JSON.stringify({ query: '{ _site { locales } }' }),
      });
      await answer.text();
      return answer.status;
    };
    expect([await query(), await query()]).toEqual([200, 200]);
    expect(await person.own.sites.destroy(site.id)).toMatchObject({ status: 'destroying' });
    expect(await query()).toBe(401);
    expect((await person.own.sites.create(wanted)).internal_subdomain).toBe('a-blog');
  });
});

describe('a personal account', () => {
  it('hands its projects to an organization of its own', async () => {
    const person = await buildPerson(server);
    const site = await person.own.sites.create({ name: 'Blog' });
    const { id, name } = await person.own.account.convertToOrganization({ name: 'Apex' });
    expect(name).toBe('Apex');
    expect(await person.own.sites.list()).toEqual([]);
    expect(await person.within(id).sites.list()).toMatchObject([{ id: site.id }]);
    expect(await person.within(id).organizationMemberships.findMe()).toMatchObject({ role: { id: 'owner' } });
    const entered = projectClient(server, (await person.own.sites.find(site.id)).access_token);
    expect((await entered.site.find()).owner).toEqual({ type: 'organization', id });
  });
});

describe('a job', () => {
  it('is nobody else’s business', async () => {
    const [person, stranger] = [await buildPerson(server), await buildPerson(server)];
    const begun = await fetch(`${server.accountUrl}/account/convert-to-organization`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ data: { type: 'organization', attributes: { name: 'Acme' } } }),
    });
    expect(begun.status).toBe(202);
    const { data } = (await begun.json()) as { data: { type: string; id: string } };
    expect(data.type).toBe('job');
    expect(await codesOf(stranger.own.jobResults.find(data.id))).toEqual(['NOT_FOUND']);
    expect(await person.own.jobResults.find(data.id)).toMatchObject({ status: 200 });
  });
});

import { buildClient } from '@datocms/dashboard-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import {
  buildOrganization,
  buildPerson,
  joinOrganization,
  mailTo,
  PASSWORD,
  type Person,
} from '../testing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A factor that nobody has any more: its secret is not known here either. */
async function loseFactor({ email }: Person): Promise<void> {
  const { db } = server.ports.database;
  await db.updateTable('account').set({ is_2fa_active: true }).where('email', '=', email).execute();
}

const visitor = () => buildClient({ apiToken: null, baseUrl: server.accountUrl, autoRetry: false });
const ask = ({ email }: Person, password = PASSWORD) =>
  visitor().tfaDeactivateRequests.create({ email, password });

async function signIn({ email }: Person) {
  const { data } = await visitor().session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password: PASSWORD } },
  });
  return data.id;
}

async function buildMember() {
  const owner = await buildPerson(server);
  const organizationId = await buildOrganization(owner);
  const member = await joinOrganization(server, owner, { organizationId, role: 'developer' });
  await loseFactor(member);
  return { owner, organizationId, as: owner.within(organizationId), member };
}

describe('a lost second factor', () => {
  it('is taken off by an owner of the organization, who is told by mail', async () => {
    const { owner, organizationId, as, member } = await buildMember();
    expect(await codesOf(signIn(member))).toEqual(['INVALID_CREDENTIALS']);
    const request = await ask(member);
    expect(request).toMatchObject({ organization: { id: organizationId }, meta: { email: member.email } });
    expect(await mailTo(server, owner.email)).toContain(member.email);
    expect(await ask(member)).toEqual(request);
    expect(await as.tfaDeactivateRequests.list()).toEqual([request]);
    await as.tfaDeactivateRequests.approve(request.id);
    expect(await signIn(member)).toBeTypeOf('string');
    expect(await as.tfaDeactivateRequests.list()).toEqual([]);
  });

  it('stays on when the owner declines', async () => {
    const { as, member } = await buildMember();
    const { id } = await ask(member);
    await as.tfaDeactivateRequests.reject(id);
    expect(await codesOf(signIn(member))).toEqual(['INVALID_CREDENTIALS']);
    expect(await codesOf(as.tfaDeactivateRequests.approve(id))).toEqual(['NOT_FOUND']);
  });

  it('is nothing that one takes off oneself', async () => {
    const owner = await buildPerson(server);
    const organizationId = await buildOrganization(owner);
    await loseFactor(owner);
    const { id } = await ask(owner);
    const approve = owner.within(organizationId).tfaDeactivateRequests.approve(id);
    expect(await codesOf(approve)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('asks for the password', async () => {
    const { member } = await buildMember();
    expect(await codesOf(ask(member, 'wrong'))).toEqual(['INVALID_CREDENTIALS']);
  });

  it('is nobody’s business where two organizations, a project of one’s own or no factor are at stake', async () => {
    const { owner, member } = await buildMember();
    expect(await codesOf(ask(owner))).toEqual(['INVALID_REQUEST']);
    await buildOrganization(member, 'Second');
    expect(await codesOf(ask(member))).toEqual(['INVALID_REQUEST']);
    const alone = await buildPerson(server);
    await alone.own.sites.create({ name: 'Blog' });
    await loseFactor(alone);
    expect(await codesOf(ask(alone))).toEqual(['INVALID_REQUEST']);
  });

  it('is shown to owners only', async () => {
    const { organizationId, member } = await buildMember();
    const list = member.within(organizationId).tfaDeactivateRequests.list();
    expect(await codesOf(list)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

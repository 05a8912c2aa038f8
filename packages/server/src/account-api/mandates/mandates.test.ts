import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import {
  buildOrganization,
  buildPerson,
  joinOrganization,
  mailTo,
  type Person,
  projectClient,
} from '../testing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Side {
  owner: Person;
  id: string;
  as: ReturnType<Person['within']>;
}

async function buildSide(name: string): Promise<Side> {
  const owner = await buildPerson(server);
  const id = await buildOrganization(owner, name);
  return { owner, id, as: owner.within(id) };
}

const named = (id: string) => ({ approver_organization: { type: 'organization' as const, id } });

async function buildMandate() {
  const [agency, client] = [await buildSide('Agency'), await buildSide('Client')];
  const request = await agency.as.organizationMandateRequests.create(named(client.id));
  await client.as.organizationMandateRequests.approve(request.id);
  return { agency, client };
}

describe('a request for a mandate', () => {
  it('is seen by both sides, told to the owners, and answered by the side that was asked', async () => {
    const [agency, client] = [await buildSide('Agency'), await buildSide('Client')];
    const request = await agency.as.organizationMandateRequests.create(named(client.id));
    expect(request).toMatchObject({
      requester_organization: { id: agency.id },
      approver_organization: { id: client.id },
      meta: { requester_organization_name: 'Agency', approver_organization_name: 'Client' },
    });
    expect(await mailTo(server, client.owner.email)).toContain('"Agency" asks "Client"');
    expect(await agency.as.organizationMandateRequests.requestedList()).toEqual([request]);
    expect(await agency.as.organizationMandateRequests.pendingList()).toEqual([]);
    expect(await client.as.organizationMandateRequests.pendingList()).toEqual([request]);
    const own = agency.as.organizationMandateRequests.approve(request.id);
    expect(await codesOf(own)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    await client.as.organizationMandateRequests.approve(request.id);
    expect(await mailTo(server, agency.owner.email)).toContain('approved');
    expect(await client.as.organizationMandateRequests.pendingList()).toEqual([]);
    expect(await client.as.organizationMandates.approvedList()).toMatchObject([
      { appointed_organization: { id: agency.id }, mandator_organization: { id: client.id } },
    ]);
    expect(await agency.as.organizationMandates.givenList()).toHaveLength(1);
    expect(await agency.as.organizationMandates.approvedList()).toEqual([]);
  });

  it('is declined, or taken back, without a mandate', async () => {
    const [agency, client] = [await buildSide('Agency'), await buildSide('Client')];
    const declined = await agency.as.organizationMandateRequests.create(named(client.id));
    await client.as.organizationMandateRequests.reject(declined.id);
    const taken = await agency.as.organizationMandateRequests.create(named(client.id));
    const byClient = client.as.organizationMandateRequests.destroy(taken.id);
    expect(await codesOf(byClient)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await agency.as.organizationMandateRequests.destroy(taken.id)).toMatchObject({ id: taken.id });
    expect(await client.as.organizationMandates.approvedList()).toEqual([]);
    expect(await codesOf(client.as.organizationMandateRequests.approve(taken.id))).toEqual(['NOT_FOUND']);
  });

  it('is approved at once for an organization of one’s own, not for that of others', async () => {
    const [agency, client] = [await buildSide('Agency'), await buildSide('Client')];
    const own = await buildOrganization(agency.owner, 'New client');
    const auto = { auto_approve: 'true' };
    const mandate = await agency.as.organizationMandateRequests.create(named(own), auto);
    expect(mandate.type).toBe('organization_mandate');
    const request = await agency.as.organizationMandateRequests.create(named(client.id), auto);
    expect(request.type).toBe('organization_mandate_request');
  });

  it('is made by owners, once, about another organization', async () => {
    const { agency, client } = await buildMandate();
    const { create } = { create: (id: string) => agency.as.organizationMandateRequests.create(named(id)) };
    expect(await codesOf(create(agency.id))).toEqual(['INVALID_RELATIONSHIP']);
    expect(await codesOf(create('nobody'))).toEqual(['INVALID_RELATIONSHIP']);
    expect(await codesOf(create(client.id))).toEqual(['INVALID_REQUEST']);
    const other = await buildSide('Other');
    await create(other.id);
    expect(await codesOf(create(other.id))).toEqual(['INVALID_REQUEST']);
    const viewer = await joinOrganization(server, agency.owner, {
      organizationId: agency.id,
      role: 'projects_manager',
    });
    const byOther = viewer.within(agency.id).organizationMandateRequests.create(named(other.id));
    expect(await codesOf(byOther)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    const alone = agency.owner.own.organizationMandateRequests.create(named(other.id));
    expect(await codesOf(alone)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

describe('a mandate', () => {
  it('lets the people of the agency into the client’s projects with full rights, and no further', async () => {
    const { agency, client } = await buildMandate();
    const { id } = await client.as.sites.create({ name: 'Shop' });
    const organizationId = agency.id;
    const developer = await joinOrganization(server, agency.owner, { organizationId, role: 'developer' });
    const viewer = await joinOrganization(server, agency.owner, { organizationId, role: 'viewer' });
    const [site] = await developer.within(agency.id).sites.list();
    expect(site).toMatchObject({ id, meta: { owner: { type: 'organization', name: 'Client' } } });
    const inside = projectClient(server, site?.access_token ?? null);
    const record = await inside.items.create({ item_type: (await buildModel(inside)).ref, title: 'a' });
    expect((await inside.items.find(record.id)).creator).toEqual({ type: 'organization', id: agency.id });
    expect(await viewer.within(agency.id).sites.list()).toEqual([]);
    expect(await codesOf(viewer.own.sites.find(id))).toEqual(['NOT_FOUND']);
    expect(await codesOf(agency.as.sites.update(id, { name: 'Mine' }))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(agency.as.sites.destroy(id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('does not let the client into the agency’s projects', async () => {
    const { agency, client } = await buildMandate();
    const { id } = await agency.as.sites.create({ name: 'Internal' });
    expect(await codesOf(client.as.sites.find(id))).toEqual(['NOT_FOUND']);
  });

  it.each(['agency', 'client'] as const)('ends at once when the %s ends it', async (side) => {
    const sides = await buildMandate();
    const { id } = await sides.client.as.sites.create({ name: 'Shop' });
    const inside = projectClient(server, (await sides.agency.as.sites.find(id)).access_token);
    await inside.site.find();
    const [mandate] = await sides.agency.as.organizationMandates.givenList();
    await sides[side].as.organizationMandates.destroy(mandate?.id ?? '');
    expect(await codesOf(inside.site.find())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
    expect(await sides.agency.as.sites.list()).toEqual([]);
  });

  it('is changed by the agency, with no plan to enable', async () => {
    const { agency, client } = await buildMandate();
    const [mandate] = await agency.as.organizationMandates.givenList();
    const change = (plans: string[]) => ({
      additional_enabled_plans: plans.map((id) => ({ type: 'per_owner_pricing_plan' as const, id })),
    });
    const id = mandate?.id ?? '';
    expect(await agency.as.organizationMandates.update(id, change([]))).toMatchObject({ id });
    expect(await codesOf(agency.as.organizationMandates.update(id, change(['agency'])))).toEqual([
      'NOT_OFFERED',
    ]);
    expect(await codesOf(client.as.organizationMandates.update(id, change([])))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
  });
});

import { buildClient, type Client } from '@datocms/dashboard-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountEndpoints } from '#account-api/routes.ts';
import { buildPerson } from '#account-api/testing.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { buildHyperschema } from './hyperschema.ts';
import { checkBy } from './testing/check-described.ts';
import { type Answered, recordAnswers } from './testing/record-answers.ts';

let server: TestServer;
let answers: Answered[];

beforeAll(async () => {
  server = await startTestServer();
  const { token } = await buildPerson(server);
  const recording = recordAnswers(server.accountUrl, accountEndpoints);
  answers = recording.answers;
  const client = (organization?: string) =>
    buildClient({
      apiToken: token,
      baseUrl: server.accountUrl,
      autoRetry: false,
      fetchFn: recording.fetchFn,
      ...(organization ? { organization } : {}),
    });
  await visitAccount(client());
  await visitOrganization(client);
});
afterAll(() => server.close());

async function visitAccount(own: Client): Promise<void> {
  await own.account.find();
  await own.account.update({ first_name: 'Ada' });
  await own.account.reset_2Fa();
  const { id } = await own.sites.create({ name: 'Site' });
  await own.sites.list();
  await own.sites.find(id);
  await own.sites.update(id, { name: 'Another' });
  await own.siteTransfers.list();
  await own.sites.destroy(id);
}

async function visitOrganization(client: (organization?: string) => Client): Promise<void> {
  const { id } = await client().organizations.create({ name: 'Acme' });
  const within = client(id);
  await within.organizations.list();
  await within.organizations.find(id);
  await within.organizations.update(id, { name: 'Acme & Sons' });
  const roles = await within.organizationRoles.list();
  await within.organizationMemberships.list();
  await within.organizationMemberships.findMe();
  const role = { type: 'organization_role' as const, id: roles[0]?.id ?? '' };
  const invitation = await within.organizationInvitations.create({ email: 'eve@example.com', role });
  await within.organizationInvitations.list();
  await within.organizationInvitations.find(invitation.id);
  await within.organizationInvitations.resend(invitation.id);
  await within.organizationInvitations.destroy(invitation.id);
  await within.organizationMandateRequests.requestedList();
  await within.organizationMandates.givenList();
}

describe('an answer of the account API is what its hyperschema says', () => {
  const check = checkBy(buildHyperschema('API', 'http://localhost', accountEndpoints));

  it.each([
    'account self',
    'account update',
    'account reset_2fa',
    'site create',
    'site instances',
    'site self',
    'site update',
    'site destroy',
    'site_transfer instances',
    'organization create',
    'organization instances',
    'organization self',
    'organization update',
    'organization_role instances',
    'organization_membership instances',
    'organization_membership me',
    'organization_invitation create',
    'organization_invitation instances',
    'organization_invitation self',
    'organization_invitation resend',
    'organization_invitation destroy',
    'organization_mandate_request requested_instances',
    'organization_mandate given_instances',
  ])('%s', (endpoint) => {
    const found = answers.filter((answer) => answer.endpoint === endpoint);
    expect(found).not.toEqual([]);
    for (const answer of found) expect(check(answer)).toEqual([]);
  });
});

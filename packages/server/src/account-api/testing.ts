import { buildClient as buildProjectClient } from '@datocms/cma-client-node';
import { buildClient, type Client } from '@datocms/dashboard-client';
import type { TestServer } from '#testing/test-server.ts';
import { buildAccount } from './account/testing.ts';

export const PASSWORD = 'correct horse battery';

/** Somebody who is signed in, with the unmodified official client. */
export interface Person {
  email: string;
  token: string;
  /** What they do for themselves. */
  own: Client;
  /** What they do for an organization. */
  within(organizationId: string): Client;
}

export async function buildPerson(server: TestServer): Promise<Person> {
  const email = await buildAccount(server, PASSWORD);
  const options = { baseUrl: server.accountUrl, autoRetry: false };
  const { data } = await buildClient({ ...options, apiToken: null }).session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password: PASSWORD } },
  });
  const client = (organization?: string) =>
    askSoon(buildClient({ ...options, apiToken: data.id, ...(organization ? { organization } : {}) }));
  return { email, token: data.id, own: client(), within: client };
}

/** A client of a project, for a session that the account API opened. */
export function projectClient(server: TestServer, apiToken: string | null) {
  return buildProjectClient({ apiToken: apiToken ?? '', baseUrl: server.cmaUrl, autoRetry: false });
}

/** An organization with one owner. */
export async function buildOrganization(owner: Person, name = 'Acme'): Promise<string> {
  return (await owner.own.organizations.create({ name })).id;
}

/** Has somebody join, by the link in the mail. */
export async function joinOrganization(
  server: TestServer,
  owner: Person,
  { organizationId, role }: { organizationId: string; role: string },
): Promise<Person> {
  const person = await buildPerson(server);
  await owner.within(organizationId).organizationInvitations.create({
    email: person.email,
    role: { type: 'organization_role', id: role },
  });
  const { id, token } = await linkTo(server, person.email);
  await person.own.organizationInvitations.redeem(id, { token });
  return person;
}

async function linkTo({ mails }: TestServer, email: string) {
  const text = await mailTo({ mails }, email);
  const { searchParams } = new URL(/http\S+/.exec(text)?.[0] ?? '');
  return { id: searchParams.get('id') ?? '', token: searchParams.get('token') ?? '' };
}

/** The last mail that somebody got; mails are sent by a job. */
export async function mailTo({ mails }: Pick<TestServer, 'mails'>, email: string): Promise<string> {
  for (;;) {
    const mail = mails.findLast(({ to }) => to === email);
    if (mail) return mail.text;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The client waits a second before it asks what became of a job, which most tests need not. */
function askSoon(client: Client): Client {
  client.jobResultsFetcher = async (id) => {
    for (;;) {
      const found = await client.jobResults.find(id).catch(refuseAllButMissing);
      if (found) return found;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return client;
}

function refuseAllButMissing(error: unknown): undefined {
  const isMissing = error instanceof Error && 'findError' in error && /NOT_FOUND/.test(error.message);
  if (!isMissing) throw error;
}

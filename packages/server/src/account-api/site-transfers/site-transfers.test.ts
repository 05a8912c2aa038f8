import { buildClient as buildProjectClient } from '@datocms/cma-client-node';
import { type ApiError, buildClient, type Client } from '@datocms/dashboard-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildAccount } from '#account-api/account/testing.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';

const password = 'correct horse battery';

let server: TestServer;
let giver: Person;
let taker: Person;

interface Person {
  email: string;
  client: Client;
}

beforeAll(async () => {
  server = await startTestServer();
  [giver, taker] = [await newPerson(), await newPerson()];
});
afterAll(() => server.close());

async function newPerson(): Promise<Person> {
  const email = await buildAccount(server, password);
  const options = { baseUrl: server.accountUrl, autoRetry: false };
  const { data } = await buildClient({ ...options, apiToken: null }).session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password } },
  });
  return { email, client: buildClient({ ...options, apiToken: data.id }) };
}

/** A project that its owner hands over. */
async function handOver() {
  const site = await giver.client.sites.create({ name: 'Handed over' });
  await giver.client.siteTransfers.create(site.id, { destination: { type: 'account', id: taker.email } });
  const transfer = (await taker.client.siteTransfers.list()).at(-1);
  if (!transfer) throw new Error('Nothing was handed over.');
  return { site, transfer };
}

function accept({ client }: Person, id: string) {
  return client.siteTransfers.rawAccept(id, { data: { type: 'site_transfer', id } });
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

it('a project changes hands when the other side accepts, and stays as it is until then', async () => {
  const { site, transfer } = await handOver();
  expect(transfer).toMatchObject({
    site_name: 'Handed over',
    source: { type: 'account', email: giver.email },
    destination: { type: 'account', email: taker.email },
  });
  await expect.poll(() => server.mails.map(({ to }) => to)).toContain(taker.email);
  const token = site.readonly_token ?? '';
  expect((await giver.client.sites.find(site.id)).meta.owner).toMatchObject({ email: giver.email });
  expect(await codesOf(taker.client.sites.find(site.id))).toEqual(['NOT_FOUND']);
  const { data: accepted } = await accept(taker, transfer.id);
  expect(accepted.meta.owner).toEqual({ type: 'account', email: taker.email });
  expect(await codesOf(giver.client.sites.find(site.id))).toEqual(['NOT_FOUND']);
  const project = (apiToken: string | null) =>
    buildProjectClient({ apiToken: apiToken ?? '', baseUrl: server.cmaUrl, autoRetry: false });
  expect(await codesOf(project(site.access_token).roles.list())).toEqual(['INVALID_AUTHORIZATION_HEADER']);
  await project(token).roles.list();
  expect(await project(accepted.attributes.access_token ?? null).users.findMe()).toMatchObject({
    email: taker.email,
  });
});

it('is declined by the other side, and taken back by the owner', async () => {
  const { site, transfer } = await handOver();
  expect(await codesOf(accept(giver, transfer.id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  await taker.client.siteTransfers.decline(transfer.id);
  expect(await taker.client.siteTransfers.list()).toEqual([]);
  const destination = { type: 'account' as const, id: taker.email };
  await giver.client.siteTransfers.create(site.id, { destination });
  expect(await codesOf(giver.client.siteTransfers.create(site.id, { destination }))).toEqual([
    'INVALID_REQUEST',
  ]);
  await giver.client.siteTransfers.destroy(site.id);
  expect(await taker.client.siteTransfers.list()).toEqual([]);
});

it('goes to somebody who is there', async () => {
  const site = await giver.client.sites.create({ name: 'Nobody wants it' });
  const destination = { type: 'account' as const, id: 'nobody@example.com' };
  expect(await codesOf(giver.client.siteTransfers.create(site.id, { destination }))).toEqual([
    'INVALID_RELATIONSHIP',
  ]);
  expect(await codesOf(taker.client.siteTransfers.create(site.id, { destination }))).toEqual(['NOT_FOUND']);
});

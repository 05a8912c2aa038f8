import { afterAll, beforeAll, expect, it } from 'vitest';
import { statementsOf } from '#testing/count-statements.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildModel, linksTo, type TestModel } from './testing.ts';

const PUBLISHING = { on_publish_with_unpublished_references_strategy: 'publish_references' };

let server: TestServer;
let client: TestProject['client'];
let author: TestModel;
let article: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
  author = await buildModel(client, { name: 'string' }, { draft_mode_active: true });
  const code = { validators: { unique: {} } };
  article = await buildModel(client, { title: 'string', code, authors: linksTo([author], PUBLISHING) });
});
afterAll(() => server.close());

const write = (values: Record<string, unknown>) => client.items.create({ item_type: article.ref, ...values });

/** A published record that a save has just linked to, so that it is remembered. */
async function buildKnownAuthor() {
  const { id } = await client.items.create({ item_type: author.ref, name: 'Ada' });
  await client.items.publish(id);
  await client.items.destroy((await write({ authors: [id] })).id);
  return id;
}

it('spares a look at records that were linked to before', async () => {
  const id = await buildKnownAuthor();
  expect(await statementsOf(() => write({ authors: [id] }))).toHaveLength(1);
});

it('takes along a linked record that was published when somebody last looked', async () => {
  const id = await buildKnownAuthor();
  await client.items.unpublish(id);
  await write({ authors: [id] });
  expect((await client.items.find(id)).meta.status).toBe('published');
});

it('refuses a link to a record that is there no more', async () => {
  const id = await buildKnownAuthor();
  await client.items.destroy(id);
  const creating = write({ authors: [id] });
  await expect(creating).rejects.toThrow('INVALID_FIELD');
  const { id: other } = await write({ title: 'Other' });
  await expect(client.items.update(other, { authors: [id] })).rejects.toThrow('INVALID_FIELD');
});

it('names every value that is taken, as if nothing had been assumed', async () => {
  await write({ code: 'one' });
  await expect(write({ code: 'one' })).rejects.toThrow('VALIDATION_UNIQUE');
  const { id } = await write({ code: 'two' });
  await expect(client.items.update(id, { code: 'one' })).rejects.toThrow('VALIDATION_UNIQUE');
  expect((await client.items.update(id, { title: 'Same code', code: 'two' })).code).toBe('two');
  await client.items.update(id, { code: 'three' });
  expect((await write({ code: 'two' })).code).toBe('two');
});

it('lets one of two writers have a value', async () => {
  const outcomes = await Promise.allSettled([write({ code: 'both' }), write({ code: 'both' })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

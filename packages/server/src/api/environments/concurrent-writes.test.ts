import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { clientIn, makeArticles } from './testing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('a fork of what is being written to is what the source was at one moment', async () => {
  const project = await server.createProject();
  const { client } = project;
  const { itemTypeId, itemIds } = await makeArticles(client, 20);
  const [first = '', second = '', third = ''] = itemIds;
  // Each round changes both records one after the other: no moment has the second one ahead of the first.
  let isForked = false;
  const writing = (async () => {
    for (let round = 1; !isForked; round += 1) {
      await client.items.update(first, { title: `${round}` });
      await client.items.update(second, { title: `${round}` });
      if (round === 1) await client.items.destroy(third);
      await client.items.create({ item_type: { type: 'item_type', id: itemTypeId }, title: `New ${round}` });
    }
  })();
  await client.environments.fork('main', { id: 'copy' });
  isForked = true;
  await writing;
  const copied = await clientIn(server, project, 'copy').items.list({ page: { limit: 500 } });
  const round = (id: string) => Number(copied.find((item) => item.id === id)?.title) || 0;
  expect([0, 1]).toContain(round(first) - round(second));
  const rounds = copied.filter(({ title }) => String(title).startsWith('New ')).length;
  expect([0, 1]).toContain(round(first) - rounds);
});

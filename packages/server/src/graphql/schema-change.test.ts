import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { askDelivery } from './testing.ts';

let server: TestServer;
let project: TestProject;
let title: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  const { client } = project;
  const page = await client.itemTypes.create({ name: 'Page', api_key: 'page' });
  const field = { label: 'Title', api_key: 'title', field_type: 'string' } as const;
  title = (await client.fields.create(page.id, field)).id;
  for (const title of ['A', 'B'])
    await client.items.create({ item_type: { type: 'item_type', id: page.id }, title });
});
afterAll(() => server.close());

it('whoever reads while models change is answered as before or as after, and never in between', async () => {
  const ask = askDelivery(server, project);
  let isChanging = true;
  const read = async (reader: number) => {
    for (let turn = 0; isChanging; turn += 1) {
      // A query of its own every time: none is answered from memory.
      const query = `{ allPages(orderBy: title_ASC, filter: { title: { neq: "${reader} ${turn}" } }) { title } }`;
      expect(await ask(query)).toEqual({ allPages: [{ title: 'A' }, { title: 'B' }] });
    }
  };
  const change = async () => {
    for (let turn = 0; turn < 6; turn += 1)
      await project.client.fields.update(title, { localized: turn % 2 === 0 });
  };
  const changed = change().finally(() => {
    isChanging = false;
  });
  await Promise.all([changed, read(1), read(2), read(3)]);
});

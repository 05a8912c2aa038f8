import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { askDelivery, countStatements } from './testing.ts';

let server: TestServer;
let project: TestProject;
let ask: ReturnType<typeof askDelivery>;
let ada: string;

const BOOKS = '{ allBooks(orderBy: title_ASC) { title by { name } } }';

beforeAll(async () => {
  server = await startTestServer({ responseCacheBytes: null });
  project = await server.createProject();
  ask = askDelivery(server, project);
  const { client } = project;
  const person = await client.itemTypes.create({
    name: 'Person',
    api_key: 'person',
    draft_mode_active: true,
  });
  await client.fields.create(person.id, { label: 'Name', api_key: 'name', field_type: 'string' });
  const book = await client.itemTypes.create({ name: 'Book', api_key: 'book', sortable: true });
  await client.fields.create(book.id, { label: 'Title', api_key: 'title', field_type: 'string' });
  await client.fields.create(book.id, {
    label: 'By',
    api_key: 'by',
    field_type: 'link',
    validators: { item_item_type: { item_types: [person.id] } },
  });
  ada = (await client.items.create({ item_type: { type: 'item_type', id: person.id }, name: 'Ada' })).id;
  await client.items.publish(ada);
  for (const title of ['A', 'B', 'C']) {
    await client.items.create({ item_type: { type: 'item_type', id: book.id }, title, by: ada });
  }
});
afterAll(() => server.close());

describe('records that were read before', () => {
  it('are not read again: a statement tells which they are, and perhaps one who asks', async () => {
    await ask(BOOKS);
    await ask(BOOKS);
    const most = server.ports.database.kind === 'embedded' ? 1 : 2;
    expect(await countStatements(server, () => ask(BOOKS))).toBeLessThanOrEqual(most);
  });

  it('say what they say since the last change, also where others point at them', async () => {
    const nameNow = async () => {
      const { allBooks } = await ask<{ allBooks: { by: { name: string } | null }[] }>(BOOKS);
      return allBooks.map(({ by }) => by?.name);
    };
    for (const name of ['Ada L.', 'Ada Lovelace']) {
      await nameNow();
      await project.client.items.update(ada, { name });
      await project.client.items.publish(ada);
      expect(await nameNow()).toEqual([name, name, name]);
    }
  });

  it('know the places that others gave them', async () => {
    const query = '{ allBooks(orderBy: position_ASC) { id position } }';
    const { allBooks: before } = await ask<{ allBooks: { id: string; position: number }[] }>(query);
    await project.client.items.update(before[2]?.id ?? '', { position: 1 });
    const { allBooks } = await ask<{ allBooks: { id: string; position: number }[] }>(query);
    expect(allBooks.map(({ id }) => id)).toEqual([before[2], before[0], before[1]].map((book) => book?.id));
    expect(allBooks.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('are read in the shape that the models have now', async () => {
    const fields = await project.client.fields.list('book');
    const title = fields.find(({ api_key }) => api_key === 'title');
    await project.client.fields.update(title?.id ?? '', { field_type: 'text' });
    expect(await ask('{ allBooks(orderBy: _createdAt_ASC, first: 1) { title } }')).toEqual({
      allBooks: [{ title: 'A' }],
    });
  });
});

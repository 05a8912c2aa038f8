import type { ApiTypes } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, type TestModel } from '../testing.ts';

let server: TestServer;
let client: TestProject['client'];
let block: TestModel;
let dogs: TestModel;
let cats: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject({ locales: ['en', 'it'] }));
  block = await buildBlockModel(client, { text: 'text' });
  await client.fields.create(block.id, { label: 'Inner', api_key: 'inner', ...blocksOf([block]) });
  dogs = await buildModel(client, { name: 'string', parts: blocksOf([block]) }, { draft_mode_active: true });
  cats = await buildModel(client, { name: { localized: true }, note: 'text' });
});
afterAll(() => server.close());

type ListQuery = Omit<ApiTypes.ItemInstancesHrefSchema, 'nested'>;
const find = async (query: string, more: ListQuery = {}, filter: { type?: string; ids?: string } = {}) => {
  const found = await client.items.list({ version: 'current', ...more, filter: { ...filter, query } });
  return found.map(({ id }) => id);
};
const part = (text: string, inner: unknown[] = []) => ({
  type: 'item' as const,
  attributes: { text, inner },
  relationships: { item_type: { data: block.ref } },
});

describe('a search', () => {
  it('finds words of records and of their blocks at any depth, and answers records only', async () => {
    const parts = [part('Loves chicken', [part('and a deep Pond')])];
    const dog = await client.items.create({ item_type: dogs.ref, name: 'Luna', parts });
    expect(await find('chicken')).toEqual([dog.id]);
    expect(await find('  POND luna ')).toEqual([dog.id]);
    expect(await find('luna sparrow')).toEqual([]);
    expect(await find('…')).toEqual([]);
  });

  it('looks into one locale and into what stands in none', async () => {
    const cat = await client.items.create({
      item_type: cats.ref,
      name: { en: 'Mittens', it: 'Guanti' },
      note: 'naïve purring',
    });
    expect(await find('mittens')).toEqual([cat.id]);
    expect(await find('guanti')).toEqual([]);
    expect(await find('guanti naive', { locale: 'it' })).toEqual([cat.id]);
    expect(await find('purr', { locale: 'it' })).toEqual([cat.id]);
  });

  it('follows what is written, and tells the published version from the current one', async () => {
    const dog = await client.items.create({ item_type: dogs.ref, name: 'walrus' });
    await client.items.publish(dog.id);
    await client.items.update(dog.id, { name: 'narwhal' });
    expect(await find('walrus')).toEqual([]);
    expect(await find('narwhal')).toEqual([dog.id]);
    expect(await find('walrus', { version: 'published' })).toEqual([dog.id]);
    await client.items.destroy(dog.id);
    expect(await find('narwhal')).toEqual([]);
  });

  it('answers the best first, or last when asked to', async () => {
    const often = await client.items.create({
      item_type: cats.ref,
      name: { en: 'x' },
      note: 'zebra zebra zebra',
    });
    const once = await client.items.create({
      item_type: dogs.ref,
      name: 'y',
      parts: [part('a zebra among others')],
    });
    const type = `${dogs.id},${cats.apiKey}`;
    expect(await find('zebra')).toEqual([often.id, once.id]);
    expect(await find('zebra', { order_by: '_rank_ASC' }, { type })).toEqual([once.id, often.id]);
    expect(await find('zebra', { order_by: 'name_ASC' }, { type: dogs.id })).toEqual([once.id]);
    expect(await find('zebra', {}, { ids: often.id })).toEqual([often.id]);
  });

  it('forgets what a field said when the field goes', async () => {
    const field = await client.fields.create(cats.id, {
      label: 'Gone',
      api_key: 'gone',
      field_type: 'string',
    });
    await client.items.create({ item_type: cats.ref, name: { en: 'x' }, gone: 'pangolin' });
    expect(await find('pangolin')).toHaveLength(1);
    await client.fields.destroy(field.id);
    expect(await find('pangolin')).toEqual([]);
  });

  it('is not possible among blocks, and only a search has a rank', async () => {
    expect(await codesOf(find('a', {}, { type: block.id }))).toEqual(['INVALID_PARAMS']);
    const ranked = client.items.list({ order_by: '_rank_DESC', filter: { type: dogs.id } });
    expect(await codesOf(ranked)).toEqual(['INVALID_PARAMS']);
  });
});

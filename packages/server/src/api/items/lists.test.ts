import type { ApiTypes } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, type TestModel } from './testing.ts';

let server: TestServer;
let client: TestProject['client'];
let dog: TestModel;
let block: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject({ locales: ['en', 'it'] }));
  block = await buildBlockModel(client, { heading: 'string' });
  dog = await buildModel(
    client,
    { name: 'string', age: 'integer', motto: { localized: true }, toys: blocksOf([block]) },
    { draft_mode_active: true },
  );
  const dogs: [string, number, string][] = [
    ['Buddy', 3, 'uno'],
    ['Rex', 7, 'due'],
    ['Lady', 5, 'tre'],
  ];
  for (const [name, age, it] of dogs) {
    await client.items.create({ item_type: dog.ref, name, age, motto: { en: name, it } });
  }
});
afterAll(() => server.close());

type Query = Omit<ApiTypes.ItemInstancesHrefSchema, 'nested'>;
const names = async (query: Query) =>
  (await client.items.list({ filter: { type: dog.apiKey }, order_by: 'name_ASC', ...query }))
    .map(({ name }) => name)
    .join(' ');
const where = (fields: object): Query => ({ filter: { type: dog.apiKey, fields: fields as never } });

describe('a list of one model', () => {
  it.each<[string, () => Query, string]>([
    ['is ordered by a field', () => ({ order_by: 'age_DESC' }), 'Rex Lady Buddy'],
    ['is ordered by a meta field', () => ({ order_by: '_created_at_ASC' }), 'Buddy Rex Lady'],
    ['comes in pages', () => ({ page: { offset: 1, limit: 1 } }), 'Lady'],
    ['is filtered by equality', () => where({ name: { eq: 'Rex' } }), 'Rex'],
    ['is filtered by several values', () => where({ name: { in: ['Rex', 'Lady'] } }), 'Lady Rex'],
    ['is filtered by a range', () => where({ age: { gte: 4, lt: 7 } }), 'Lady'],
    ['is filtered by several fields', () => where({ age: { gt: 3 }, name: { neq: 'Rex' } }), 'Lady'],
    [
      'is filtered by a pattern',
      () => where({ name: { matches: { pattern: 'dy$', regexp: true } } }),
      'Buddy Lady',
    ],
    ['is filtered by what is there', () => where({ name: { exists: false } }), ''],
    ['is filtered by status', () => where({ _status: { eq: 'draft' } }), 'Buddy Lady Rex'],
    ['is filtered by date', () => where({ _updated_at: { gt: '2020-04-18T00:00:00' } }), 'Buddy Lady Rex'],
    ['is filtered in a locale', () => ({ ...where({ motto: { eq: 'due' } }), locale: 'it' }), 'Rex'],
    ['is filtered by creator', () => where({ _creator: { eq: { type: 'user', id: '1' } } }), ''],
  ])('%s', async (_title, query, expected) => {
    expect(await names(query())).toBe(expected);
  });

  it('is filtered by a field with a name that every object knows', async () => {
    const house = await buildModel(client, {});
    const field = { label: 'Constructor', api_key: 'constructor', field_type: 'string' } as const;
    await client.fields.create(house.ref, field);
    const [, wanted] = await Promise.all(
      ['Ada', 'Bo'].map((name) => client.items.create({ item_type: house.ref, [field.api_key]: name })),
    );
    const fields = { constructor: { eq: 'Bo' } } as never;
    const found = await client.items.list({ filter: { type: house.apiKey, fields } });
    expect(found.map(({ id }) => id)).toEqual([wanted?.id]);
  });

  it('counts without a page', async () => {
    const { data, meta } = await client.items.rawList({ filter: { type: dog.id }, page: { limit: 0 } });
    expect([data, meta.total_count]).toEqual([[], 3]);
    const beyond = await client.items.rawList({ filter: { type: dog.id }, page: { offset: 99 } });
    expect(beyond.meta.total_count).toBe(3);
  });

  it('is walked through page by page without losing or doubling anything', async () => {
    const seen = [];
    const pages = client.items.listPagedIterator(
      { filter: { type: dog.id } },
      { perPage: 1, concurrency: 2 },
    );
    for await (const item of pages) seen.push(item.name);
    expect(seen.sort()).toEqual(['Buddy', 'Lady', 'Rex']);
  });

  it('shows the published version when asked to', async () => {
    const { id } = await client.items.create({ item_type: dog.ref, name: 'Zoe', motto: { en: 'x' } });
    expect(await names({ version: 'published' })).toBe('');
    await client.items.publish(id);
    await client.items.update(id, { name: 'Zelda' });
    expect(await names({ version: 'published' })).toBe('Zoe');
    expect(await names({ version: 'published', ...where({ name: { eq: 'Zelda' } }) })).toBe('');
    await client.items.destroy(id);
  });
});

describe('a list of everything', () => {
  it('holds records and, after each, its blocks', async () => {
    const toys = [
      {
        type: 'item' as const,
        attributes: { heading: 'ball' },
        relationships: { item_type: { data: block.ref } },
      },
    ];
    const record = await client.items.create({ item_type: dog.ref, name: 'Toy', motto: { en: 'x' }, toys });
    const [first, second] = await client.items.list({ nested: true });
    expect(first).toMatchObject({ id: record.id, toys: [{ attributes: { heading: 'ball' } }] });
    expect(second).toMatchObject({ id: (record.toys as string[])[0], heading: 'ball', item_type: block.ref });
    expect(
      await client.items.list({ filter: { type: `${dog.apiKey},${block.id}` }, page: { limit: 2 } }),
    ).toHaveLength(2);
    expect(await client.items.list({ filter: { type: block.apiKey } })).toHaveLength(1);
    await client.items.destroy(record.id);
  });
});

describe('a list that cannot be', () => {
  it.each<[string, () => object, string]>([
    ['names ids and models', () => ({ filter: { ids: 'a', type: dog.id } }), 'INVALID_PARAMS'],
    ['names a model that is none', () => ({ filter: { type: 'nope' } }), 'ITEM_TYPE_NOT_FOUND'],
    [
      'filters several models by a field of one',
      () => ({ filter: { type: `${dog.id},${block.id}`, fields: { name: { eq: 'x' } } } }),
      'INVALID_FILTER_FIELDS_PARAM',
    ],
    [
      'filters blocks by meta',
      () => ({ filter: { type: block.id, fields: { id: { eq: 'x' } } } }),
      'INVALID_PARAMS',
    ],
    ['filters by a field that is none', () => where({ tail: { eq: 'x' } }), 'INVALID_FILTER_FIELDS_PARAM'],
    [
      'filters by an operator that is none',
      () => where({ name: { like: 'x' } }),
      'INVALID_FILTER_FIELDS_PARAM',
    ],
    [
      'matches a pattern that is none',
      () => where({ name: { matches: { pattern: '((', regexp: 'true' } } }),
      'INVALID_FILTER_FIELDS_PARAM',
    ],
    [
      'asks for a status that is none',
      () => where({ _status: { eq: 'gone' } }),
      'INVALID_FILTER_FIELDS_PARAM',
    ],
    ['is in a locale that is none', () => ({ locale: 'xx' }), 'INVALID_PARAMS'],
    ['compares a number with a word', () => where({ age: { eq: 'old' } }), 'INVALID_FILTER_FIELDS_PARAM'],
    [
      'is ordered by what it has not',
      () => ({ filter: { type: dog.id }, order_by: 'tail_ASC' }),
      'INVALID_PARAMS',
    ],
    ['is ordered without a model', () => ({ order_by: '_created_at_ASC' }), 'INVALID_PARAMS'],
    ['has pages that are too large', () => ({ page: { limit: 501 } }), 'INVALID_PARAMS'],
    ['has nested pages that are too large', () => ({ nested: true, page: { limit: 31 } }), 'INVALID_PARAMS'],
    ['is of a version that is none', () => ({ version: 'latest' }), 'INVALID_PARAMS'],
  ])('%s', async (_title, query, code) => {
    expect(await codesOf(client.items.list(query() as never))).toEqual([code]);
  });
});

import { describe, expect, it } from 'vitest';
import { buildDelivery } from './testing.ts';

const blocks = { rich_text_blocks: { item_types: ['product', 'hero'] } };

function delivery() {
  return buildDelivery({
    itemTypes: [
      {
        apiKey: 'product',
        modularBlock: true,
        fields: [{ apiKey: 'name' }, { apiKey: 'price', fieldType: 'float' }],
      },
      { apiKey: 'hero', modularBlock: true },
      { apiKey: 'author', inverseRelationshipsEnabled: true },
      {
        apiKey: 'post',
        fields: [
          { apiKey: 'title', localized: true },
          { apiKey: 'writer', fieldType: 'link', validators: { item_item_type: { item_types: ['author'] } } },
          { apiKey: 'content', fieldType: 'rich_text', deepFilteringEnabled: true, validators: blocks },
        ],
      },
    ],
    settings: { locales: ['en', 'it-IT'], timeZone: 'Europe/Rome' },
    items: [{ id: 'ann', itemTypeId: 'author' }],
  });
}

const title = (locale: string) => ({ kind: 'field', fieldId: 'title', locale, storedAs: 'text' });
const status = { kind: 'meta', name: 'status' };
const content = { kind: 'field', fieldId: 'content', locale: null, storedAs: 'json' };

async function conditionOf(filter: string, args = ''): Promise<unknown> {
  const { read, lists } = delivery();
  await read(`{ allPosts(filter: ${filter} ${args}) { id } }`);
  return lists[0]?.condition;
}

describe('filters', () => {
  it('mean all of their keys and operators, in the locale of the query', async () => {
    expect(
      await conditionOf('{ title: { eq: "a", isBlank: false }, _status: { in: [draft] } }', 'locale: it_IT'),
    ).toEqual({
      kind: 'and',
      conditions: [
        { kind: 'in', operand: status, values: ['draft'] },
        {
          kind: 'and',
          conditions: [
            { kind: 'not', condition: { kind: 'is_blank', operand: title('it-IT') } },
            { kind: 'compare', operand: title('it-IT'), operator: 'eq', value: 'a' },
          ],
        },
      ],
    });
  });

  it('nest in AND and OR, beside other keys', async () => {
    const filter =
      '{ OR: [{ title: { eq: "a" } }, { AND: [{ title: { eq: "b" } }] }], _locales: { anyIn: it_IT } }';
    const is = (value: string) => ({ kind: 'compare', operand: title('en'), operator: 'eq', value });
    expect(await conditionOf(filter)).toEqual({
      kind: 'and',
      conditions: [
        { kind: 'has_any', operand: { kind: 'meta', name: 'locales' }, values: ['it-IT'] },
        { kind: 'or', conditions: [is('a'), is('b')] },
      ],
    });
  });

  it('fill in what a pattern leaves open', async () => {
    expect(await conditionOf('{ title: { matches: { pattern: "a+" } } }')).toEqual({
      kind: 'matches',
      operand: title('en'),
      pattern: 'a+',
      caseSensitive: false,
      regexp: true,
    });
  });

  it('come from variables alike', async () => {
    const { read, lists } = delivery();
    const query = 'query ($f: PostModelFilter) { allPosts(filter: $f) { id } }';
    await read(query, { f: { _locales: { allIn: ['it_IT'] }, id: { in: ['1', 2] } } });
    expect(lists[0]?.condition).toEqual({
      kind: 'and',
      conditions: [
        { kind: 'in', operand: { kind: 'meta', name: 'id' }, values: ['1', '2'] },
        { kind: 'has_all', operand: { kind: 'meta', name: 'locales' }, values: ['it-IT'] },
      ],
    });
  });

  it.each([
    ['2026-03-01T10:20:30+02:00', '2026-03-01T08:20:00.000Z'],
    ['2026-03-01T10:20:30Z', '2026-03-01T10:20:00.000Z'],
    ['2026-03-01T10:20', '2026-03-01T09:20:00.000Z'],
    ['2026-03-01', '2026-02-28T23:00:00.000Z'],
  ])('read the moment %s by its offset, or on the clock of the project', async (given, value) => {
    expect(await conditionOf(`{ _createdAt: { gt: "${given}" } }`)).toMatchObject({ operator: 'gt', value });
  });

  it('refuse what is no moment', async () => {
    expect(await delivery().fail('{ allPosts(filter: { _createdAt: { gt: "soon" } }) { id } }')).toHaveLength(
      1,
    );
  });

  it('take null where it stands for no value, and refuse it elsewhere', async () => {
    expect(await conditionOf('{ title: { eq: null } }')).toEqual({ kind: 'is_null', operand: title('en') });
    expect(await delivery().fail('{ allPosts(filter: { _status: { eq: null } }) { id } }')).toEqual([
      "Operator 'eq' of StatusFilter does not accept null",
    ]);
  });

  it('ask about the blocks inside', async () => {
    const filter =
      '{ content: { any: { product: { name: { eq: "Shirt" } } }, containsAny: { hero: false } } }';
    const name = { kind: 'block_field', fieldId: 'name', locale: null, storedAs: 'text' };
    expect(await conditionOf(filter)).toEqual({
      kind: 'and',
      conditions: [
        {
          kind: 'any_block',
          operand: content,
          itemTypeId: 'product',
          condition: { kind: 'compare', operand: name, operator: 'eq', value: 'Shirt' },
        },
        {
          kind: 'not',
          condition: { kind: 'any_block', operand: content, itemTypeId: 'hero', condition: null },
        },
      ],
    });
  });
});

describe('pages', () => {
  it('are twenty records, the last changed first', async () => {
    const { read, lists } = delivery();
    await read('{ allPosts { id } }');
    expect(lists[0]).toMatchObject({
      first: 20,
      skip: 0,
      order: [{ operand: { kind: 'meta', name: 'updated_at' }, direction: 'desc' }],
    });
  });

  it('take several keys of order, or one bare', async () => {
    const { read, lists } = delivery();
    await read(
      '{ a: allPosts(orderBy: [title_ASC, id_DESC], first: 5, skip: 2) { id } b: allPosts(orderBy: title_DESC) { id } }',
    );
    expect(lists[0]).toMatchObject({
      first: 5,
      skip: 2,
      order: [
        { operand: title('en'), direction: 'asc' },
        { operand: { kind: 'meta', name: 'id' }, direction: 'desc' },
      ],
    });
    expect(lists[1]?.order).toEqual([{ operand: title('en'), direction: 'desc' }]);
  });

  it.each([
    ['first: 501', "Argument 'first' must not be greater than 500, got 501"],
    ['first: -1', "Argument 'first' must not be negative, got -1"],
    ['skip: -1', "Argument 'skip' must not be negative, got -1"],
  ])('refuse %s', async (args, message) => {
    expect(await delivery().fail(`{ allPosts(${args}) { id } }`)).toEqual([message]);
    expect(await delivery().fail(`{ allUploads(${args}) { id } }`)).toEqual([message]);
  });
});

describe('the records that point at a record', () => {
  it('are asked for by id, place and locale of the link', async () => {
    const { read, lists } = delivery();
    const through = '{ fields: { anyIn: [post_writer] }, locales: { notIn: [it_IT, _nonLocalized] } }';
    await read(`{ author { _allReferencingPosts(through: ${through}, first: 3) { id } } }`);
    expect(lists[1]).toMatchObject({
      itemTypeId: 'post',
      first: 3,
      condition: {
        kind: 'and',
        conditions: [
          { kind: 'links_to', itemId: 'ann', paths: ['writer'], locales: null },
          {
            kind: 'not',
            condition: { kind: 'links_to', itemId: 'ann', paths: null, locales: ['it-IT', null] },
          },
        ],
      },
    });
  });
});

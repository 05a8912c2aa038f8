import type { Condition, Operand } from '@recto/content/condition';
import type { Json } from '@recto/content/json';
import { type FilterInputName, filterInputs } from '@recto/fields/filters/registry';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#testing/test-database.ts';
import { compileCondition } from './compile-condition.ts';
import type { ItemTarget } from './target.ts';
import { field, findIds, insertDocuments } from './testing.ts';

let database: Database;
let target: ItemTarget;

const asset = (upload_id: string) => ({
  upload_id,
  alt: null,
  title: null,
  custom_data: {},
  focal_point: null,
});
const dast = (...children: Json[]) => ({ schema: 'dast', document: { type: 'root', children } });
const paragraph = (...words: string[]) => ({
  type: 'paragraph',
  children: words.map((value) => ({ type: 'span', value })),
});
const block = { id: 'B', itemTypeId: 'block', values: { inner: 'hidden bicycle' } };

beforeAll(async () => {
  database = await openTestDatabase();
  target = await insertDocuments(database, [
    {
      T: 'Bike',
      O: 'éclair',
      S: 'bike',
      I: 1,
      F: 1.5,
      B: true,
      D: '2018-02-13',
      W: '2018-02-13T14:30:13.500Z',
      P: { latitude: 45.4642, longitude: 9.19 },
      A: asset('u1'),
      G: [asset('u1'), asset('u2')],
      K: 'k1',
      M: ['k1', 'k2'],
      J: { any: 1 },
      X: dast(paragraph('A bi', 'cycle')),
      L: { en: 'House', it: 'Casa' },
    },
    {
      T: '100% bicycle_ride',
      O: 'Zebra',
      S: 'ride',
      I: 10,
      F: -2,
      B: false,
      D: '2018-02-14',
      W: '2018-02-13T14:31:00.000Z',
      P: { latitude: 41.9028, longitude: 12.4964 },
      A: asset('u2'),
      G: [asset('u2')],
      K: 'k2',
      M: ['k2'],
      J: [],
      X: dast(paragraph('')),
      L: { en: 'Tree' },
    },
    {
      T: '',
      O: 'Apple',
      S: null,
      I: null,
      F: null,
      B: null,
      D: null,
      W: null,
      P: null,
      A: null,
      G: [],
      K: null,
      M: [],
      J: null,
      X: null,
      L: { it: 'Albero' },
    },
    { T: null, O: 'banana', X: dast({ type: 'block', item: block }, paragraph('Tricycle')) },
  ]);
});
afterAll(() => database.close());

const T = field('T', 'text');
const L = field('L', 'text', 'it');

/** Every filter input on what its fields store, with all records that it finds. */
const cases: [filter: FilterInputName, operand: Operand, operator: string, argument: Json, found: string][] =
  [
    ['StringFilter', T, 'eq', 'Bike', 'a'],
    ['StringFilter', T, 'neq', 'Bike', 'bcd'],
    ['StringFilter', T, 'eq', null, 'd'],
    ['StringFilter', T, 'neq', null, 'abc'],
    ['StringFilter', T, 'in', ['Bike', ''], 'ac'],
    ['StringFilter', T, 'in', [], ''],
    ['StringFilter', T, 'in', ['Bike', null], 'ad'],
    ['StringFilter', T, 'notIn', ['Bike'], 'bcd'],
    ['StringFilter', T, 'notIn', [], 'abcd'],
    ['StringFilter', T, 'isBlank', true, 'cd'],
    ['StringFilter', T, 'isBlank', false, 'ab'],
    ['StringFilter', T, 'isPresent', true, 'ab'],
    ['StringFilter', T, 'exists', false, 'd'],
    ['StringFilter', T, 'matches', { pattern: 'bi(cycl|k)e' }, 'ab'],
    ['StringFilter', T, 'matches', { pattern: 'bi(cycl|k)e', caseSensitive: true }, 'b'],
    ['StringFilter', T, 'notMatches', { pattern: 'bi(cycl|k)e' }, 'cd'],
    ['StringFilter', T, 'matches', { pattern: '^bike$' }, 'a'],
    ['StringFilter', T, 'matches', { pattern: '100% bicycle_', regexp: false }, 'b'],
    ['StringFilter', T, 'matches', { pattern: 'B_ke', regexp: false }, ''],
    ['StringFilter', T, 'matches', { pattern: 'bi(cycl|k)e', regexp: false }, ''],
    ['StringFilter', L, 'eq', 'Casa', 'a'],
    ['StringFilter', L, 'matches', { pattern: 'ALB' }, 'c'],
    ['SlugFilter', field('S', 'text'), 'notIn', ['bike'], 'bcd'],
    ['TextFilter', T, 'notMatches', { pattern: 'ride' }, 'acd'],
    ['IntegerFilter', field('I', 'integer'), 'gt', 1, 'b'],
    ['IntegerFilter', field('I', 'integer'), 'gte', 1, 'ab'],
    ['IntegerFilter', field('I', 'integer'), 'neq', 1, 'bcd'],
    ['IntegerFilter', field('I', 'integer'), 'exists', true, 'ab'],
    ['FloatFilter', field('F', 'float'), 'lt', 1.5, 'b'],
    ['FloatFilter', field('F', 'float'), 'lte', 1.5, 'ab'],
    ['FloatFilter', field('F', 'float'), 'eq', 1.5, 'a'],
    ['BooleanFilter', field('B', 'boolean'), 'eq', true, 'a'],
    ['BooleanFilter', field('B', 'boolean'), 'eq', false, 'bcd'],
    ['DateFilter', field('D', 'date'), 'lt', '2018-02-14', 'a'],
    ['DateFilter', field('D', 'date'), 'neq', '2018-02-14', 'acd'],
    ['DateTimeFilter', field('W', 'date_time'), 'eq', '2018-02-13T15:30:59+01:00', 'a'],
    ['DateTimeFilter', field('W', 'date_time'), 'neq', '2018-02-13T14:30:59Z', 'bcd'],
    ['DateTimeFilter', field('W', 'date_time'), 'gt', '2018-02-13T14:30:59Z', 'ab'],
    ['DateTimeFilter', field('W', 'date_time'), 'lte', '2018-02-13T14:31:59Z', 'ab'],
    ['DateTimeFilter', field('W', 'date_time'), 'exists', false, 'cd'],
    ['LatLonFilter', field('P', 'point'), 'near', { latitude: 45.4642, longitude: 9.19, radius: 10 }, 'a'],
    [
      'LatLonFilter',
      field('P', 'point'),
      'near',
      { latitude: 45.4642, longitude: 9.19, radius: 476_000 },
      'a',
    ],
    [
      'LatLonFilter',
      field('P', 'point'),
      'near',
      { latitude: 45.4642, longitude: 9.19, radius: 478_000 },
      'ab',
    ],
    ['LatLonFilter', field('P', 'point'), 'exists', true, 'ab'],
    ['FileFilter', field('A', 'asset'), 'eq', 'u1', 'a'],
    ['FileFilter', field('A', 'asset'), 'eq', null, 'cd'],
    ['FileFilter', field('A', 'asset'), 'notIn', ['u1'], 'bcd'],
    ['GalleryFilter', field('G', 'assets'), 'eq', ['u1', 'u2'], 'a'],
    ['GalleryFilter', field('G', 'assets'), 'allIn', ['u2'], 'ab'],
    ['GalleryFilter', field('G', 'assets'), 'anyIn', ['u1', 'u9'], 'a'],
    ['GalleryFilter', field('G', 'assets'), 'notIn', ['u1'], 'bcd'],
    ['GalleryFilter', field('G', 'assets'), 'notIn', [], 'abcd'],
    ['GalleryFilter', field('G', 'assets'), 'exists', false, 'cd'],
    ['LinkFilter', field('K', 'id'), 'in', ['k1', 'k9'], 'a'],
    ['LinkFilter', field('K', 'id'), 'neq', 'k1', 'bcd'],
    ['LinksFilter', field('M', 'ids'), 'eq', ['k2'], 'b'],
    ['LinksFilter', field('M', 'ids'), 'allIn', ['k1', 'k2'], 'a'],
    ['LinksFilter', field('M', 'ids'), 'anyIn', [], ''],
    ['LinksFilter', field('M', 'ids'), 'notIn', ['k1'], 'bcd'],
    ['LinksFilter', field('M', 'ids'), 'exists', true, 'ab'],
    ['JsonFilter', field('J', 'json'), 'exists', true, 'ab'],
    ['StructuredTextFilter', field('X', 'structured_text'), 'matches', { pattern: 'bicycle' }, 'a'],
    ['StructuredTextFilter', field('X', 'structured_text'), 'matches', { pattern: '^tri' }, 'd'],
    ['StructuredTextFilter', field('X', 'structured_text'), 'notMatches', { pattern: 'cycle' }, 'bc'],
    ['StructuredTextFilter', field('X', 'structured_text'), 'isBlank', true, 'bc'],
    ['StructuredTextFilter', field('X', 'structured_text'), 'isPresent', true, 'ad'],
    ['StructuredTextFilter', field('X', 'structured_text'), 'exists', true, 'abd'],
    ['ItemIdFilter', { kind: 'meta', name: 'id' }, 'notIn', ['a', 'b'], 'cd'],
    ['StatusFilter', { kind: 'meta', name: 'status' }, 'eq', 'published', 'abcd'],
    ['LocalesFilter', { kind: 'meta', name: 'locales' }, 'allIn', ['en', 'it'], 'a'],
    ['LocalesFilter', { kind: 'meta', name: 'locales' }, 'anyIn', ['it'], 'ac'],
    ['LocalesFilter', { kind: 'meta', name: 'locales' }, 'notIn', ['en'], 'cd'],
    ['ParentFilter', { kind: 'meta', name: 'parent' }, 'exists', false, 'abcd'],
    ['PositionFilter', { kind: 'meta', name: 'position' }, 'neq', 3, 'abcd'],
    ['CreatedAtFilter', { kind: 'meta', name: 'created_at' }, 'gt', '2018-02-13T14:30:00Z', 'abcd'],
    ['BooleanFilter', { kind: 'meta', name: 'is_valid' }, 'eq', true, 'abcd'],
  ];

describe('filters find the records they promise', () => {
  it.each(cases)('%s %j %s %j → %s', async (filter, operand, name, argument, found) => {
    const operators: readonly { name: string; condition(argument: Json, operand: Operand): Condition }[] =
      filterInputs[filter].operators;
    const operator = operators.find((one) => one.name === name);
    if (!operator) throw new Error(`${filter} has no ${name}`);
    expect(await findIds(database, target, operator.condition(argument, operand))).toBe(found);
  });
});

describe('conditions', () => {
  const isBike: Condition = { kind: 'compare', operand: T, operator: 'eq', value: 'Bike' };
  const isTen: Condition = { kind: 'compare', operand: field('I', 'integer'), operator: 'eq', value: 10 };

  it('combine', async () => {
    const either: Condition = { kind: 'or', conditions: [isBike, isTen] };
    expect(await findIds(database, target, either)).toBe('ab');
    expect(await findIds(database, target, { kind: 'and', conditions: [either, isTen] })).toBe('b');
    expect(await findIds(database, target, { kind: 'not', condition: either })).toBe('cd');
    expect(await findIds(database, target, { kind: 'or', conditions: [] })).toBe('');
    expect(await findIds(database, target, { kind: 'and', conditions: [] })).toBe('abcd');
  });

  it('bind what callers say', () => {
    const hostile: Condition = {
      kind: 'compare',
      operand: T,
      operator: 'eq',
      value: "'; drop table item --",
    };
    const compiled = sql`select 1 from item i where ${compileCondition(hostile, target)}`.compile(
      database.db,
    );
    expect(compiled.sql).toBe(`select 1 from item i where (i.published ->> 'T') collate "C" = $1::text`);
    expect(compiled.parameters).toEqual(["'; drop table item --"]);
  });

  it('refuse a key that is none', () => {
    const hostile: Condition = { kind: 'is_null', operand: field("T' or 'a'='a", 'text') };
    expect(() => compileCondition(hostile, target)).toThrow();
  });

  it.each([
    ['((a{1,30}){1,30}){1,30}', 'multiply'],
    ['(a+)+\\1', 'refers back'],
    ['(?=a)b', 'looks around'],
    ['[a', 'not closed'],
    ['a'.repeat(600), 'too long'],
  ])('refuse the pattern %s', (pattern, reason) => {
    const matches: Condition = { kind: 'matches', operand: T, pattern, caseSensitive: false, regexp: true };
    if (pattern.length > 500) matches.pattern = `${pattern}.`;
    expect(() => compileCondition(matches, target)).toThrow(reason);
  });
});

describe('orderings', () => {
  it('put records without a value last in both directions and end with the id', async () => {
    const order = (direction: 'asc' | 'desc') => [{ operand: field('I', 'integer'), direction }];
    expect(await findIds(database, target, { kind: 'always' }, order('asc'))).toBe('abcd');
    expect(await findIds(database, target, { kind: 'always' }, order('desc'))).toBe('bacd');
  });

  it('compare numbers as numbers and text as dictionaries do', async () => {
    const byPrice = [{ operand: field('F', 'float'), direction: 'asc' as const }];
    const byTitle = [{ operand: field('O', 'text'), direction: 'asc' as const }];
    expect(await findIds(database, target, { kind: 'always' }, byPrice)).toBe('bacd');
    expect(await findIds(database, target, { kind: 'always' }, byTitle)).toBe('cdab');
  });
});

import type { Condition, FilterInput, Operand } from '@recto/content/condition';
import type { Json } from '@recto/content/json';
import { describe, expect, it } from 'vitest';
import { type FilterInputName, filterInputs } from './registry.ts';
import { uploadFilterKeys } from './upload-filter-keys.ts';

const title: Operand = { kind: 'field', fieldId: 'T', locale: null, storedAs: 'text' };

describe('filter inputs', () => {
  it('stand under the name they carry', () => {
    for (const [name, input] of Object.entries(filterInputs)) expect(input.name).toBe(name);
  });

  it('name an operator once', () => {
    for (const input of Object.values(filterInputs) as FilterInput[]) {
      const names = input.operators.map((operator) => operator.name);
      expect(new Set(names).size, input.name).toBe(names.length);
    }
  });

  it('refuse null for every exists, for flags, and for what always has a value', () => {
    const refusing = nullRefusing();
    for (const name of ['ItemIdFilter.eq', 'ItemIdFilter.neq', 'StatusFilter.eq', 'StatusFilter.neq'])
      expect(refusing).toContain(name);
    for (const name of [
      'BooleanFilter.eq',
      'InUseFilter.eq',
      'UploadFormatFilter.eq',
      'UploadSizeFilter.neq',
    ])
      expect(refusing).toContain(name);
    for (const [name, input] of Object.entries(filterInputs))
      if (operator(input, 'exists')) expect(refusing).toContain(`${name}.exists`);
  });

  it('take null where it stands for a record without a value', () => {
    const refusing = nullRefusing();
    const taking = ['FileFilter', 'LinkFilter', 'StringFilter', 'UploadAltFilter', 'UploadTitleFilter'];
    for (const name of taking) {
      expect(refusing).not.toContain(`${name}.eq`);
      expect(refusing).not.toContain(`${name}.neq`);
    }
    expect(refusing).not.toContain('ParentFilter.eq');
  });

  it('cover every key of the upload filter', () => {
    expect(uploadFilterKeys).toHaveLength(24);
    for (const { filter } of uploadFilterKeys) expect(filterInputs).toHaveProperty(filter);
  });
});

describe('conditions of operators', () => {
  const isTitle: Condition = { kind: 'compare', operand: title, operator: 'eq', value: 'Bike' };
  const isEmpty: Condition = { kind: 'is_null', operand: title };

  const cases: [
    name: string,
    filter: FilterInputName,
    operator: string,
    argument: Json,
    expected: Condition,
  ][] = [
    ['an exact match compares', 'StringFilter', 'eq', 'Bike', isTitle],
    ['an exact match with null asks for absence', 'StringFilter', 'eq', null, isEmpty],
    ['an exclusion negates', 'StringFilter', 'neq', 'Bike', { kind: 'not', condition: isTitle }],
    [
      'an exclusion of null asks for presence',
      'LinkFilter',
      'neq',
      null,
      { kind: 'not', condition: isEmpty },
    ],
    ['an empty list stays one', 'FileFilter', 'in', [], { kind: 'in', operand: title, values: [] }],
    [
      'null in a list stands for absence',
      'StringFilter',
      'in',
      ['a', null],
      { kind: 'or', conditions: [{ kind: 'in', operand: title, values: ['a'] }, isEmpty] },
    ],
    ['absence is the negation of presence', 'SeoFilter', 'exists', false, isEmpty],
    [
      'false is everything that is not true',
      'BooleanFilter',
      'eq',
      false,
      { kind: 'not', condition: { kind: 'compare', operand: title, operator: 'eq', value: true } },
    ],
    [
      'a bound on a moment loses its seconds',
      'DateTimeFilter',
      'gt',
      '2018-02-13T14:30:13+00:00',
      { kind: 'compare', operand: title, operator: 'gt', value: '2018-02-13T14:30:00.000Z' },
    ],
    [
      'an exact moment is a minute',
      'CreatedAtFilter',
      'eq',
      '2018-02-13T16:30:13+02:00',
      {
        kind: 'and',
        conditions: [
          { kind: 'compare', operand: title, operator: 'gte', value: '2018-02-13T14:30:00.000Z' },
          { kind: 'compare', operand: title, operator: 'lt', value: '2018-02-13T14:31:00.000Z' },
        ],
      },
    ],
    [
      'a pattern is a regular expression that ignores case',
      'TextFilter',
      'matches',
      { pattern: 'bi(cycl|k)e' },
      { kind: 'matches', operand: title, pattern: 'bi(cycl|k)e', caseSensitive: false, regexp: true },
    ],
  ];
  it.each(cases)('%s', (_name, filter, name, argument, expected) => {
    expect(operator(filterInputs[filter], name)?.condition(argument, title)).toEqual(expected);
  });
});

function nullRefusing(): string[] {
  return (Object.values(filterInputs) as FilterInput[]).flatMap((input) =>
    input.operators.filter((one) => !one.nullable).map((one) => `${input.name}.${one.name}`),
  );
}

function operator(input: FilterInput, name: string) {
  return input.operators.find((one) => one.name === name);
}

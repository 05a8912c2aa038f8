import { buildTestSchema } from '@recto/content/schema/testing';
import { fieldRegistry } from '@recto/fields/registry';
import { type GraphQLScalarType, parseValue, valueFromAST } from 'graphql';
import { describe, expect, it } from 'vitest';
import { BooleanType, DateType, dateTimeType, FloatType, IntType, ItemId, JsonField } from './scalars.ts';
import { openScope } from './scope.ts';

const options = {
  schema: buildTestSchema([], { timeZone: 'Europe/Rome' }),
  registry: fieldRegistry,
  visibleItemTypes: new Set<string>(),
  strict: false,
  version: 'published',
} as const;
const noRecords = () => {
  throw new Error('No record types are made here');
};
const DateTimeType = dateTimeType(openScope(options, noRecords));

describe('scalars', () => {
  it.each<[GraphQLScalarType, string, unknown]>([
    [BooleanType, 'true', true],
    [IntType, '-12', -12],
    [FloatType, '1.5', 1.5],
    [FloatType, '2', 2],
    [ItemId, '"abc"', 'abc'],
    [ItemId, '12', '12'],
    [ItemId, '123456789012345678901', '123456789012345678901'],
    [DateType, '"2026-02-28"', '2026-02-28'],
    [DateTimeType, '"2026-07-01T10:00:00Z"', '2026-07-01T10:00:00.000Z'],
    [DateTimeType, '"2026-07-01 10:00"', '2026-07-01T08:00:00.000Z'],
    [JsonField, '{ a: [1, "b", null] }', { a: [1, 'b', null] }],
  ])('%s reads %s', (type, literal, value) => {
    expect(valueFromAST(parseValue(literal), type)).toEqual(value);
  });

  it.each<[GraphQLScalarType, string]>([
    [BooleanType, '1'],
    [BooleanType, '"true"'],
    [IntType, '1.5'],
    [IntType, '2147483648'],
    [IntType, '"1"'],
    [FloatType, '"1.5"'],
    [ItemId, 'true'],
    [ItemId, '1.5'],
    [DateType, '"2026-02-31T00:00"'],
    [DateType, '"2026-02-31"'],
    [DateType, '"yesterday"'],
    [DateTimeType, '"2026-02-31T00:00Z"'],
    [DateTimeType, '5'],
  ])('%s refuses %s', (type, literal) => {
    expect(valueFromAST(parseValue(literal), type)).toBeUndefined();
  });
});

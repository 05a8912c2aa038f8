import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from './compare-schemas.ts';

function compare(wanted: string, ours: string) {
  const differences = compareSchemas(buildSchema(wanted), buildSchema(ours));
  return differences.map(
    ({ place, what, wanted: theirs, ours: own }) => `${place}: ${what} (${theirs}, ${own})`,
  );
}

describe('comparing schemas', () => {
  it('finds nothing between equal ones', () => {
    const schema = '"""The root""" type Query { a(first: Int = 20): String } enum E { x y }';
    expect(compare(schema, schema)).toEqual([]);
  });

  it.each([
    ['type Query { a: Int } type T { b: Int }', 'type Query { a: Int }', 'T: missing (there, not there)'],
    ['type Query { a: Int }', 'type Query { a: Int b: Int }', 'Query.b: too much (not there, there)'],
    ['type Query { a: Int! }', 'type Query { a: Int }', 'Query.a: type (Int!, Int)'],
    ['type Query { a(b: Int = 1): Int }', 'type Query { a(b: Int): Int }', 'Query.a(b): default (1, )'],
    ['type Query { "so" a: Int }', 'type Query { a: Int }', 'Query.a: description (so, )'],
    [
      'type Query { a: E } enum E { x y }',
      'type Query { a: E } enum E { y x }',
      'E: order (E.x E.y, E.y E.x)',
    ],
    [
      'type Query { a: U } type T { b: Int } type S { b: Int } union U = S | T',
      'type Query { a: U } type T { b: Int } type S { b: Int } union U = T | S',
      'U: members (S | T, T | S)',
    ],
  ])('tells what is different between %s and %s', (wanted, ours, difference) => {
    expect(compare(wanted, ours)).toEqual([difference]);
  });
});

import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { conflictingFields } from './conflicting-fields.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Hero implements Node { id: ID! title: String! link: Page size(unit: String): Int }
  type Quote implements Node { id: ID! title: String by: Page size(unit: String): Int }
  type Page implements Node { id: ID! title: String blocks: [Block!]! parent: Page }
  union Block = Hero | Quote
  type Query { page: Page pages(first: Int): [Page!]! }
`);

function conflictsOf(query: string): string[] {
  return conflictingFields(schema, parse(query)).map(({ message }) => message);
}

describe('fields that share a response key', () => {
  it.each([
    [
      'on different types of a union, null or not',
      '{ page { blocks { ... on Hero { title } ... on Quote { title } } } }',
    ],
    [
      'on different types, other fields',
      '{ page { blocks { ... on Hero { x: link { id } } ... on Quote { x: title } } } }',
    ],
    [
      'on different types, other arguments',
      '{ page { blocks { ... on Hero { size(unit: "a") } ... on Quote { size } } } }',
    ],
    ['on one type, the same field twice', '{ page { title title } page { title id } }'],
    ['by an interface and a type', '{ page { blocks { ... on Node { id } ... on Hero { id title } } } }'],
    [
      'in fragments that are spread twice',
      '{ page { ...p parent { ...p } } } fragment p on Page { id title }',
    ],
  ])('are let be: %s', (_name, query) => {
    expect(conflictsOf(query)).toEqual([]);
  });

  it.each([
    [
      'for two fields of one type',
      '{ page { x: id x: title } }',
      "Field 'x' has a field conflict: id or title?",
    ],
    [
      'for two sets of arguments',
      '{ pages(first: 1) { id } pages(first: 2) { id } }',
      "Field 'pages' has an argument conflict: first: 1 or first: 2?",
    ],
    [
      'below fields that are merged',
      '{ page { parent { x: id } } page { parent { x: title } } }',
      "Field 'x' has a field conflict: id or title?",
    ],
    [
      'by an interface and a type',
      '{ page { blocks { ... on Node { x: id } ... on Hero { x: title } } } }',
      "Field 'x' has a field conflict: id or title?",
    ],
    [
      'in a fragment',
      '{ page { x: id ...p } } fragment p on Page { x: title }',
      "Field 'x' has a field conflict: id or title?",
    ],
  ])('are refused %s', (_name, query, message) => {
    expect(conflictsOf(query)).toEqual([message]);
  });

  it('are looked at within a budget', () => {
    const document = parse('{ page { id title parent { id title } } }');
    const messages = conflictingFields(schema, document, 4).map(({ message }) => message);
    expect(messages).toEqual(['Query repeats too many fields to be checked']);
  });
});

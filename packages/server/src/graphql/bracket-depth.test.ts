import { expect, it } from 'vitest';
import { bracketDepth } from './bracket-depth.ts';

it.each([
  ['{ a }', 1],
  ['{ a(b: [1, { c: 2 }]) { d } }', 4],
  ['{ a(b: "{{{{") } # [[[[', 2],
  ['{ a(b: "\\"{{{") }', 2],
  ['{ a(b: """ { \\""" {{ " { """) }', 2],
  ['{ a(b: "', 2],
])('counts the brackets of %s', (query, depth) => {
  expect(bracketDepth(query)).toBe(depth);
});

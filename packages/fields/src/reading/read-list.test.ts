import { expect, it } from 'vitest';
import { links } from '../links/links.ts';
import { buildParseContext } from '../testing/contexts.ts';

it('a list of wrong entries is answered with a hundred problems at most', () => {
  const context = buildParseContext('links');
  expect(links.parse(Array(10_000).fill('no id'), context)).toBeUndefined();
  expect(context.problems).toHaveLength(100);
});

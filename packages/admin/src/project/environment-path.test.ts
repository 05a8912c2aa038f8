import { expect, it } from 'vitest';
import { environmentPath } from './environment-path.ts';

it.each([
  ['/p/blog/schema/item_types/1', 'next', '/p/blog/environments/next/schema/item_types/1'],
  ['/p/blog/environments/next/schema/item_types/1', null, '/p/blog/schema/item_types/1'],
  ['/p/blog/environments/next/editor', 'test', '/p/blog/environments/test/editor'],
  ['/p/blog/environments/next', null, '/p/blog'],
])('%s is, in environment %s, %s', (pathname, environment, expected) => {
  expect(environmentPath(pathname, 'blog', environment)).toBe(expected);
});

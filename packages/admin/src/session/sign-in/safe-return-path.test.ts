import { expect, test } from 'vitest';
import { safeReturnPath } from './safe-return-path.ts';

test.each([
  ['/p/blog/schema?x=1#y', '/p/blog/schema?x=1#y'],
  [null, '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/', '/'],
])('after signing in, %s leads to %s', (next, path) => {
  expect(safeReturnPath(next)).toBe(path);
});

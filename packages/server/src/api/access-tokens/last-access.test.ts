import { expect, it } from 'vitest';
import { lastAccess } from './last-access.ts';

/** A Wednesday. */
const now = new Date('2026-03-18T10:00:00Z');

it.each([
  ['2026-03-18T00:00:00Z', 'today'],
  ['2026-03-17T23:59:59Z', 'yesterday'],
  ['2026-03-16T00:00:00Z', 'this_week'],
  ['2026-03-15T23:59:59Z', 'last_week'],
  ['2026-03-09T00:00:00Z', 'last_week'],
  ['2026-03-08T23:59:59Z', 'this_month'],
  ['2026-02-28T23:59:59Z', 'last_month'],
  ['2026-01-31T23:59:59Z', 'never'],
])('a token last used at %s was used %s', (usedAt, expected) => {
  expect(lastAccess(new Date(usedAt), now)).toBe(expected);
});

it('a token that was not used was never used', () => {
  expect(lastAccess(null, now)).toBe('never');
});

it('counts a Sunday to the week that began on Monday', () => {
  expect(lastAccess(new Date('2026-03-16T08:00:00Z'), new Date('2026-03-22T08:00:00Z'))).toBe('this_week');
});

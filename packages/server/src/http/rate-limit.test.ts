import { expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

it('counts down, refuses, and begins again with the next window', () => {
  const count = createRateLimiter([{ requests: 2, seconds: 3 }]);
  expect(count('a', 1000)).toEqual({ limit: 2, remaining: 1 });
  expect(count('a', 1001)).toEqual({ limit: 2, remaining: 0 });
  expect(count('a', 1500)).toEqual({ limit: 2, remaining: 0, reset: 3 });
  expect(count('a', 3999)).toEqual({ limit: 2, remaining: 0, reset: 1 });
  expect(count('a', 4000)).toEqual({ limit: 2, remaining: 1 });
});

it('counts for each caller apart', () => {
  const count = createRateLimiter([{ requests: 1, seconds: 3 }]);
  count('a', 0);
  expect(count('b', 0)).toEqual({ limit: 1, remaining: 0 });
});

it('holds several limits at once, and tells of the one that is nearer', () => {
  const count = createRateLimiter([
    { requests: 2, seconds: 1 },
    { requests: 3, seconds: 60 },
  ]);
  expect(count('a', 1000)).toEqual({ limit: 2, remaining: 1 });
  expect(count('a', 1000)).toEqual({ limit: 2, remaining: 0 });
  expect(count('a', 1000)).toEqual({ limit: 2, remaining: 0, reset: 1 });
  expect(count('a', 2000)).toEqual({ limit: 3, remaining: 0 });
  expect(count('a', 3000)).toEqual({ limit: 3, remaining: 0, reset: 58 });
});

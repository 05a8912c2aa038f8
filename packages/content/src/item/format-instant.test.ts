import { expect, it } from 'vitest';
import { formatInstant } from './format-instant.ts';

it.each([
  ['UTC', '2024-03-13T17:14:17.444+00:00'],
  ['Europe/Rome', '2024-03-13T18:14:17.444+01:00'],
  ['Asia/Kathmandu', '2024-03-13T22:59:17.444+05:45'],
  ['America/St_Johns', '2024-03-13T14:44:17.444-02:30'],
])('shows a moment on the clock of %s', (timeZone, shown) => {
  expect(formatInstant('2024-03-13T17:14:17.444Z', timeZone)).toBe(shown);
});

import { expect, it } from 'vitest';
import { readArgument } from './read-argument.ts';

it.each([
  ['2026-07-01T10:00:00', '2026-07-01T08:00:00.000Z'],
  ['2026-07-01T10:00:00+00:00', '2026-07-01T10:00:00.000Z'],
  ['2026-07-01 10:00', '2026-07-01T08:00:00.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['', null],
  ['yesterday', undefined],
])('reads the moment %j by the clock of the project', (text, expected) => {
  expect(readArgument(text, 'DateTime', 'Europe/Rome')).toBe(expected);
});

it.each([
  ['2026-02-28', '2026-02-28'],
  ['2026-02-30', undefined],
  ['2026-02-28T10:00:00Z', undefined],
])('reads the day %j as it is', (text, expected) => {
  expect(readArgument(text, 'Date', 'Europe/Rome')).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { readDateTime, writeDateTime } from './iso-date-time.ts';

describe('reading a date-time', () => {
  it.each([
    ['in the time zone of the project', '2024-07-01T10:30:00', 'Europe/Rome', '2024-07-01T08:30:00.000Z'],
    ['in winter time', '2024-01-01T10:30:00', 'Europe/Rome', '2024-01-01T09:30:00.000Z'],
    ['west of Greenwich', '2024-07-01T22:00:00', 'America/New_York', '2024-07-02T02:00:00.000Z'],
    ['in a zone of half hours', '2024-07-01T00:00:00', 'Asia/Kolkata', '2024-06-30T18:30:00.000Z'],
    ['by its own offset', '2024-07-01T10:30:00+02:00', 'America/New_York', '2024-07-01T08:30:00.000Z'],
    ['with a short offset', '2024-07-01T10:30:00+0530', 'UTC', '2024-07-01T05:00:00.000Z'],
    ['with hours only in the offset', '2024-07-01T10:30:00-03', 'UTC', '2024-07-01T13:30:00.000Z'],
    ['with tenths of a second', '2024-07-01T10:30:00.5Z', 'UTC', '2024-07-01T10:30:00.500Z'],
    ['with nanoseconds, which are cut', '2024-07-01T10:30:00.123456789Z', 'UTC', '2024-07-01T10:30:00.123Z'],
    ['skipped by the clock, moved on', '2024-03-31T02:30:00', 'Europe/Rome', '2024-03-31T01:30:00.000Z'],
    [
      'shown twice by the clock, taken first',
      '2024-10-27T02:30:00',
      'Europe/Rome',
      '2024-10-27T00:30:00.000Z',
    ],
    ['right after the clock went back', '2024-10-27T03:00:00', 'Europe/Rome', '2024-10-27T02:00:00.000Z'],
    ['before 1970', '1940-07-15T00:00:00', 'Europe/Rome', '1940-07-14T22:00:00.000Z'],
  ])('%s', (_title, text, timeZone, stored) => {
    expect(readDateTime(text, timeZone)).toBe(stored);
  });
});

describe('writing a date-time', () => {
  it.each([
    ['2024-07-01T08:30:00.000Z', 'Europe/Rome', false, '2024-07-01T10:30:00+02:00'],
    ['2024-07-01T08:30:00.444Z', 'UTC', true, '2024-07-01T08:30:00.444+00:00'],
    ['2024-07-01T08:30:00.444Z', 'UTC', false, '2024-07-01T08:30:00+00:00'],
    ['2024-07-01T02:00:00.000Z', 'America/St_Johns', false, '2024-06-30T23:30:00-02:30'],
    ['2024-06-30T18:30:00.000Z', 'Asia/Kolkata', false, '2024-07-01T00:00:00+05:30'],
    ['1800-01-01T00:00:00.000Z', 'Europe/Rome', false, '1800-01-01T00:50:00+00:50'],
  ])('%s in %s, milliseconds %s', (stored, timeZone, milliseconds, written) => {
    expect(writeDateTime(stored, timeZone, milliseconds)).toBe(written);
  });

  it('can be read again in any zone, at any hour of a year with both changes of the clock', () => {
    const start = Date.UTC(2024, 0, 1);
    for (const timeZone of [
      'Europe/Rome',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ]) {
      for (let hour = 0; hour < 366 * 24; hour += 5) {
        const stored = new Date(start + hour * 3_600_000 + 123).toISOString();
        expect(readDateTime(writeDateTime(stored, timeZone, true), 'Asia/Tokyo')).toBe(stored);
      }
    }
  });
});

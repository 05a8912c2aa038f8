import { isCalendarDate } from '@recto/fields/date/calendar-date';
import { readDateTime } from '@recto/fields/date-time/iso-date-time';

/**
 * What a caller of either API means by a date-time, in UTC; `undefined` when it is none. Without an offset the clock
 * of the project is meant. `2026-01-31` is the beginning of the day, and a space may stand for the `T`.
 */
export function readMoment(text: string, timeZone: string): string | undefined {
  const trimmed = text.trim();
  const moment = isCalendarDate(trimmed) ? `${trimmed}T00:00` : trimmed.replace(' ', 'T');
  return readDateTime(moment, timeZone);
}

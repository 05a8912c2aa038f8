import { instantOf, isUtc, offsetAt } from '@recto/content/time-zone';
import { isDayOfYear } from '../date/calendar-date.ts';

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const MINUTE = 60_000;

/** Reads an ISO 8601 date-time into UTC with milliseconds; without an offset, or past one, it is taken in `timeZone`.
 *  `undefined` when the text is not one, or the moment does not exist. */
export function readDateTime(text: string, timeZone: string, ignoresOffset = false): string | undefined {
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = DATE_TIME.exec(text) ?? [];
  if (!isDayOfYear(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const wallClock = new Date(0);
  wallClock.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  wallClock.setUTCHours(
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  );
  return offset === undefined || ignoresOffset
    ? writeInstant(instantOf(wallClock.getTime(), timeZone))
    : readWithOffset(wallClock.getTime(), offset);
}

/** Writes a stored date-time as the wall clock of `timeZone` with its numeric offset. */
export function writeDateTime(stored: string, timeZone: string, milliseconds: boolean): string {
  // What is stored is the wall clock of UTC already; a page of records asks for hundreds of them.
  if (isUtc(timeZone)) return `${stored.slice(0, milliseconds ? 23 : 19)}+00:00`;
  const instant = Date.parse(stored);
  const offset = offsetAt(instant, timeZone);
  const wallClock = new Date(instant + offset).toISOString();
  return wallClock.slice(0, milliseconds ? -1 : -5) + writeOffset(offset);
}

function readWithOffset(wallClock: number, offset: string): string | undefined {
  if (offset.toUpperCase() === 'Z') return writeInstant(wallClock);
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return undefined;
  const ahead = (hours * 60 + minutes) * MINUTE;
  return writeInstant(offset.startsWith('-') ? wallClock + ahead : wallClock - ahead);
}

/** Years of four digits only: anything else sorts and reads differently in every tool. */
function writeInstant(instant: number): string | undefined {
  const text = new Date(instant).toISOString();
  return /^\d{4}-/.test(text) && !text.startsWith('0000') ? text : undefined;
}

function writeOffset(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

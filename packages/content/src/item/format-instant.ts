import { isUtc, offsetAt } from '../time-zone.ts';

const MINUTE = 60_000;

/** A moment in the environment's time zone with its offset: `2024-03-13T18:14:17.444+01:00`. */
export function formatInstant(instant: string, timeZone: string): string {
  // What is stored is the wall clock of UTC already; a page of records asks for thousands of them.
  if (isUtc(timeZone)) return `${instant.slice(0, 23)}+00:00`;
  const time = Date.parse(instant);
  const offset = offsetAt(time, timeZone);
  return `${new Date(time + offset).toISOString().slice(0, -1)}${formatOffset(offset / MINUTE)}`;
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

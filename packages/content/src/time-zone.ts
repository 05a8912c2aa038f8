const MINUTE = 60_000;
const QUARTER_HOUR = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

/** Names of zones come from callers' settings: the list of known ones is short, but let it not grow for ever. */
const MOST_ZONES = 700;
const MOST_QUARTERS = 20_000;

interface Zone {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}
const zones = new Map<string, Zone>();

/** Milliseconds to add to UTC to get the wall clock of `timeZone` at `instant`. */
export function offsetAt(instant: number, timeZone: string): number {
  if (isUtc(timeZone)) return 0;
  const zone = findZone(timeZone);
  // Since 1970 clocks have changed on a quarter of an hour only.
  if (instant < 0) return askIntl(instant, zone);
  const quarter = Math.floor(instant / QUARTER_HOUR);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  if (zone.offsets.size >= MOST_QUARTERS) zone.offsets.clear();
  const offset = askIntl(instant, zone);
  zone.offsets.set(quarter, offset);
  return offset;
}

export function isUtc(timeZone: string): boolean {
  return timeZone === 'UTC' || timeZone === 'Etc/UTC';
}

/** The instant at which the clock in `timeZone` shows `wallClock` (given as if it were UTC). A time that comes
 *  twice is taken the first time; one that is skipped is moved on by the gap. */
export function instantOf(wallClock: number, timeZone: string): number {
  const before = offsetAt(wallClock - DAY, timeZone);
  const after = offsetAt(wallClock + DAY, timeZone);
  const candidates = [before, after].filter((offset) => offsetAt(wallClock - offset, timeZone) === offset);
  return wallClock - Math.max(...(candidates.length > 0 ? candidates : [before]));
}

function findZone(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  if (zones.size >= MOST_ZONES) zones.clear();
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

function askIntl(instant: number, zone: Zone): number {
  const [, sign, hours, minutes = '0', seconds = '0'] =
    /GMT([+-])(\d+):?(\d+)?:?(\d+)?$/.exec(zone.format.format(instant)) ?? [];
  if (hours === undefined) return 0;
  // Local mean times of the 19th century have seconds, which an ISO offset cannot say.
  const wholeMinutes = Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60);
  return (sign === '-' ? -wholeMinutes : wholeMinutes) * MINUTE;
}

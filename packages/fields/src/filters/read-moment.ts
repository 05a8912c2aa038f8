const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A moment as callers write it: any offset; midnight without a time, and UTC without an offset. An invalid
 *  `Date` for anything else. */
export function readMoment(text: string): Date {
  const [match, date, time = '00:00', seconds = ':00', fraction = '', offset = 'Z'] =
    DATE_TIME.exec(text.trim()) ?? [];
  if (match === undefined) return new Date(Number.NaN);
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  return new Date(`${date}T${time}${seconds}${fraction.replace(',', '.').slice(0, 4)}${zone}`);
}

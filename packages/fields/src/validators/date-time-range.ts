import type { Validator } from '@recto/content/field-type';
import type { Json } from '@recto/content/json';
import { readDateTime } from '../date-time/iso-date-time.ts';
import { readSettings, rejectSetting, requireOneOf, setting } from '../settings/setting.ts';

type DateTimeRange = { min?: string; max?: string };

const moment = setting('must be an ISO 8601 date-time', (value) => toInstant(value as Json) !== undefined);

/** From `min` to `max`, both moments included. A bound without an offset is taken in UTC. */
export const dateTimeRange: Validator<DateTimeRange> = {
  name: 'date_time_range',
  parameters(input, report) {
    const read: DateTimeRange = readSettings(input, { min: moment, max: moment }, [], report);
    requireOneOf(read, ['min', 'max'], [], report);
    const [min, max] = [toInstant(read.min), toInstant(read.max)];
    if (min && max && min > max) rejectSetting('must not be later than max', ['min'], report);
    return read;
  },
  check(value, bounds, { path, report }) {
    if (typeof value !== 'string') return;
    const [min, max] = [toInstant(bounds.min), toInstant(bounds.max)];
    if ((min === undefined || value >= min) && (max === undefined || value <= max)) return;
    report({ code: 'VALIDATION_DATE_TIME_RANGE', path, details: bounds });
  },
};

/** UTC with milliseconds, as stored values rest: two of them compare as text. */
function toInstant(bound: Json | undefined): string | undefined {
  return typeof bound === 'string' ? readDateTime(bound, 'UTC') : undefined;
}

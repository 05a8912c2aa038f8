import type { Validator } from '@recto/content/field-type';
import { isCalendarDate } from '../date/calendar-date.ts';
import { readSettings, requireOneOf, setting } from '../settings/setting.ts';
import { refuseCrossedBounds } from './bounds.ts';

type DateRange = { min?: string; max?: string };

const day = setting(
  'must be an ISO 8601 date',
  (value) => typeof value === 'string' && isCalendarDate(value),
);

/** From `min` to `max`, both days included. ISO dates compare as text. */
export const dateRange: Validator<DateRange> = {
  name: 'date_range',
  parameters(input, report) {
    const read = readSettings(input, { min: day, max: day }, [], report);
    requireOneOf(read, ['min', 'max'], [], report);
    refuseCrossedBounds(read, report);
    return read;
  },
  check(value, bounds, { path, report }) {
    if (typeof value !== 'string') return;
    const { min, max } = bounds;
    if ((min === undefined || value >= min) && (max === undefined || value <= max)) return;
    report({ code: 'VALIDATION_DATE_RANGE', path, details: bounds });
  },
};

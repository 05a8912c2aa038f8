import type { Validator } from '@recto/content/field-type';
import { readSettings, requireOneOf } from '../settings/setting.ts';
import { number } from '../settings/simple-settings.ts';
import { type Bounds, isWithinBounds, refuseCrossedBounds } from './bounds.ts';

/** From `min` to `max`, both included. */
export const numberRange: Validator<Bounds> = {
  name: 'number_range',
  parameters(input, report) {
    const read = readSettings(input, { min: number, max: number }, [], report);
    requireOneOf(read, ['min', 'max'], [], report);
    refuseCrossedBounds(read, report);
    return read;
  },
  check(value, bounds, { path, report }) {
    if (typeof value !== 'number' || isWithinBounds(value, bounds)) return;
    report({ code: 'VALIDATION_NUMBER_RANGE', path, details: bounds });
  },
};

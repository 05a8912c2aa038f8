import type { Validator } from '@recto/content/field-type';
import { readSettings, requireOneOf } from '../settings/setting.ts';
import { count, positiveCount } from '../settings/simple-settings.ts';
import { type Bounds, isWithinBounds, refuseCrossedBounds } from './bounds.ts';

type SizeParameters = Bounds & { multiple_of?: number };

const SETTINGS = { min: count, eq: count, max: count, multiple_of: positiveCount };

/** The number of entries of a gallery, of links or of modular content. */
export const size: Validator<SizeParameters> = {
  name: 'size',
  parameters(input, report) {
    const read = readSettings(input, SETTINGS, [], report);
    requireOneOf(read, Object.keys(SETTINGS), [], report);
    refuseCrossedBounds(read, report);
    return read;
  },
  check(value, parameters, { path, report }) {
    const entries = Array.isArray(value) ? value.length : 0;
    const isMultiple = entries % (parameters.multiple_of ?? 1) === 0;
    if (isMultiple && isWithinBounds(entries, parameters)) return;
    report({ code: 'VALIDATION_SIZE', path, details: parameters });
  },
};

import type { Validator } from '@recto/content/field-type';
import { readSettings, requireOneOf } from '../settings/setting.ts';
import { count } from '../settings/simple-settings.ts';
import { type Bounds, countCharacters, isWithinBounds, refuseCrossedBounds } from './bounds.ts';

const SETTINGS = { min: count, eq: count, max: count };

/** The number of characters; of a structured text, those of its plain text. */
export const length: Validator<Bounds> = {
  name: 'length',
  parameters(input, report) {
    const read = readSettings(input, SETTINGS, [], report);
    requireOneOf(read, Object.keys(SETTINGS), [], report);
    refuseCrossedBounds(read, report);
    return read;
  },
  check(value, bounds, { type, path, report }) {
    if (value === null || type.isBlank(value)) return;
    const text = type.text?.(value) ?? '';
    if (isWithinBounds(countCharacters(text), bounds)) return;
    report({ code: 'VALIDATION_LENGTH', path, details: bounds });
  },
};

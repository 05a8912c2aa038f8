import { isEntityId } from '@recto/content/id';
import { whatIsWrongWithText } from '../reading/storable-text.ts';
import { rejectSetting, type Setting, setting } from './setting.ts';

/** UTF-16 code units of a label, hint, placeholder or pattern. */
const LONGEST_SETTING = 10_000;

export const flag: Setting = setting('must be a boolean', (value) => typeof value === 'boolean');

export const number: Setting = setting(
  'must be a number',
  (value) => typeof value === 'number' && Number.isFinite(value),
);

export const count: Setting = setting(
  'must be an integer, zero or more',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);

export const positiveCount: Setting = setting(
  'must be an integer, one or more',
  (value) => Number.isSafeInteger(value) && (value as number) >= 1,
);

export const entityId: Setting = setting('must be an ID', isEntityId);

export const shortText: Setting = {
  check(value, path, report) {
    const wrong = whatIsWrongWithText(value, LONGEST_SETTING);
    if (wrong !== undefined) rejectSetting(wrong, path, report);
  },
};

export function oneOf(values: readonly (string | number)[]): Setting {
  return setting(`must be one of ${values.join(', ')}`, (value) => values.includes(value as string | number));
}

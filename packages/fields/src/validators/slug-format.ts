import type { Validator } from '@recto/content/field-type';
import { readSettings } from '../settings/setting.ts';
import { oneOf } from '../settings/simple-settings.ts';
import { requireExactlyOne } from './exactly-one.ts';
import { matchesPattern, pattern } from './pattern.ts';
import { isWebpageSlug } from './predefined-formats.ts';

type SlugFormat = { custom_pattern?: string; predefined_pattern?: 'webpage_slug' };

const SETTINGS = { custom_pattern: pattern, predefined_pattern: oneOf(['webpage_slug']) };

/** The form of a slug: what web addresses use, or a regular expression of the project's own. */
export const slugFormat: Validator<SlugFormat> = {
  name: 'slug_format',
  parameters(input, report) {
    const read: SlugFormat = readSettings(input, SETTINGS, [], report);
    requireExactlyOne(read, Object.keys(SETTINGS), report);
    return read;
  },
  check(value, parameters, { type, path, report }) {
    if (typeof value !== 'string' || type.isBlank(value)) return;
    const { custom_pattern } = parameters;
    const isRight =
      custom_pattern === undefined ? isWebpageSlug(value) : matchesPattern(value, custom_pattern);
    if (!isRight) report({ code: 'VALIDATION_SLUG_FORMAT', path, details: parameters });
  },
};

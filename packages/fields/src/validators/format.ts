import type { Validator } from '@recto/content/field-type';
import { readSettings, rejectSetting } from '../settings/setting.ts';
import { oneOf, shortText } from '../settings/simple-settings.ts';
import { requireExactlyOne } from './exactly-one.ts';
import { matchesPattern, pattern } from './pattern.ts';
import { isEmail, isUrl } from './predefined-formats.ts';

type FormatParameters = {
  custom_pattern?: string;
  predefined_pattern?: 'email' | 'url';
  description?: string;
};

const SETTINGS = {
  custom_pattern: pattern,
  predefined_pattern: oneOf(['email', 'url']),
  description: shortText,
};

/** An e-mail address, a URL, or a regular expression found in the text. */
export const format: Validator<FormatParameters> = {
  name: 'format',
  parameters(input, report) {
    const read: FormatParameters = readSettings(input, SETTINGS, [], report);
    requireExactlyOne(read, ['custom_pattern', 'predefined_pattern'], report);
    if (read.description !== undefined && read.predefined_pattern !== undefined) {
      rejectSetting('is permitted with custom_pattern only', ['description'], report);
    }
    return read;
  },
  check(value, parameters, { type, path, report }) {
    if (typeof value !== 'string' || type.isBlank(value) || isOfFormat(value, parameters)) return;
    report({ code: 'VALIDATION_FORMAT', path, details: parameters });
  },
};

function isOfFormat(text: string, { custom_pattern, predefined_pattern }: FormatParameters): boolean {
  if (predefined_pattern === 'email') return isEmail(text);
  if (predefined_pattern === 'url') return isUrl(text);
  return custom_pattern === undefined || matchesPattern(text, custom_pattern);
}

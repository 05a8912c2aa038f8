import type { Validator } from '@recto/content/field-type';
import { isJsonObject } from '@recto/content/json';
import { readSettings, requireOneOf } from '../settings/setting.ts';
import { flag } from '../settings/simple-settings.ts';

const PARTS = ['title', 'description', 'image', 'twitter_card'] as const;
type RequiredParts = { [Part in (typeof PARTS)[number]]?: boolean };

/** Which parts of the SEO details have to be filled in; a rule about absence, so null breaks it. */
export const requiredSeoFields: Validator<RequiredParts> = {
  name: 'required_seo_fields',
  parameters(input, report) {
    const settings = Object.fromEntries(PARTS.map((part) => [part, flag]));
    const read: RequiredParts = readSettings(input, settings, [], report);
    requireOneOf(read, PARTS, [], report);
    return read;
  },
  check(value, parameters, { path, report }) {
    const seo = isJsonObject(value) ? value : {};
    const missing = PARTS.filter((part) => parameters[part] && isAbsent(seo[part]));
    for (const part of missing) report({ code: 'VALIDATION_REQUIRED_SEO_FIELDS', path: [...path, part] });
  },
};

function isAbsent(part: unknown): boolean {
  return typeof part !== 'string' || part.trim() === '';
}

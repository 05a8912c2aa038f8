import type { Validator } from '@recto/content/field-type';
import { isJsonObject } from '@recto/content/json';
import { readSettings, requireOneOf } from '../settings/setting.ts';
import { count } from '../settings/simple-settings.ts';
import { type Bounds, countCharacters, isWithinBounds, refuseCrossedBounds } from './bounds.ts';

/** The length of one text of the SEO details. One that is not there is for `required_seo_fields` to miss. */
export function seoTextLength(part: 'title' | 'description'): Validator<Bounds> {
  return {
    name: `${part}_length`,
    parameters(input, report) {
      const read = readSettings(input, { min: count, max: count }, [], report);
      requireOneOf(read, ['min', 'max'], [], report);
      refuseCrossedBounds(read, report);
      return read;
    },
    check(value, bounds, { path, report }) {
      const text = isJsonObject(value) ? value[part] : null;
      if (typeof text !== 'string' || text === '' || isWithinBounds(countCharacters(text), bounds)) return;
      report({ code: `VALIDATION_${part.toUpperCase()}_LENGTH`, path: [...path, part], details: bounds });
    },
  };
}

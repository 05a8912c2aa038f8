import type { Validator } from '@recto/content/field-type';
import { readSettings } from '../settings/setting.ts';

/** No other record of the model has the value, in its current or published version; locale by locale. */
export const unique: Validator = {
  name: 'unique',
  parameters: (input, report) => readSettings(input, {}, [], report),
  needs: (value, _parameters, { field, type, locale }) =>
    type.isBlank(value) ? {} : { unique: [{ fieldId: field.id, locale, value }] },
  check(value, _parameters, { field, type, locale, facts, path, report }) {
    if (type.isBlank(value)) return;
    if (facts.isTaken(field.id, locale, value)) report({ code: 'VALIDATION_UNIQUENESS', path });
  },
};

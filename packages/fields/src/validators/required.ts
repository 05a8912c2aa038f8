import type { Validator } from '@recto/content/field-type';
import { readSettings } from '../settings/setting.ts';

/** The value must be there: not null, not blank, not empty. What is empty, its type says. */
export const required: Validator = {
  name: 'required',
  parameters: (input, report) => readSettings(input, {}, [], report),
  check(value, _parameters, { type, path, report }) {
    if (type.isBlank(value)) report({ code: 'VALIDATION_REQUIRED', path });
  },
};

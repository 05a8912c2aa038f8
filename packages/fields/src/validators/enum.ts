import type { Validator } from '@recto/content/field-type';
import { listOf, readSettings, required } from '../settings/setting.ts';
import { shortText } from '../settings/simple-settings.ts';

type EnumParameters = { values: string[] };

/** Only these values. The name says what the API calls it; `enum` itself is a reserved word. */
export const enumeration: Validator<EnumParameters> = {
  name: 'enum',
  parameters: (input, report) =>
    readSettings(input, { values: required(listOf(shortText)) }, [], report) as EnumParameters,
  check(value, { values }, { type, path, report }) {
    if (type.isBlank(value) || values.some((allowed) => allowed === value)) return;
    report({ code: 'VALIDATION_ENUM', path, details: { values } });
  },
};

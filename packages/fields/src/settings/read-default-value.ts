import type { FieldType, ParseContext } from '@recto/content/field-type';
import { isJsonObject, type Json, type JsonObject } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import type { Field } from '@recto/content/schema/field';
import type { EnvironmentSettings } from '@recto/content/schema/schema';
import { type Report, rejectSetting } from './setting.ts';

type LocaleSettings = Pick<EnvironmentSettings, 'locales' | 'timeZone'>;

/** What a new record gets where nothing is sent; paths of problems begin at the locale, if there is one. It stays
 *  as it was written and is read anew, like any other input, when a record is created. Of a localized field it
 *  is an object with every locale of the environment. */
export function readDefaultValue(
  type: FieldType,
  field: Field,
  settings: LocaleSettings,
  input: Json,
  report: Report,
): Json {
  if (!type.hasDefaultValue) {
    if (!saysNothing(input)) rejectSetting('is not permitted for fields of this type', [], report);
    return null;
  }
  const check = (value: Json, path: Path) => checkValue(type, field, settings, value, path, report);
  return field.localized ? readByLocale(settings, input, check, report) : check(input, []);
}

/** Null, or null in every locale: what a field without a default is sent with. */
function saysNothing(input: Json): boolean {
  return input === null || (isJsonObject(input) && Object.values(input).every((value) => value === null));
}

function readByLocale(
  { locales }: LocaleSettings,
  input: Json,
  check: (value: Json, path: Path) => Json,
  report: Report,
): JsonObject {
  const given = input ?? {};
  if (!isJsonObject(given)) {
    rejectSetting('must be an object with locales as keys', [], report);
    return {};
  }
  for (const key of Object.keys(given).filter((locale) => !locales.includes(locale))) {
    rejectSetting('is not a locale of the environment', [key], report);
  }
  const values = given as JsonObject;
  return Object.fromEntries(locales.map((locale) => [locale, check(values[locale] ?? null, [locale])]));
}

function checkValue(
  type: FieldType,
  field: Field,
  { timeZone }: LocaleSettings,
  value: Json,
  path: Path,
  report: Report,
): Json {
  if (value === null) return null;
  const context: ParseContext = { field, path, timeZone, report, block: () => undefined };
  return type.parse(value, context) === undefined ? null : value;
}

import type { FieldType, ParseContext } from '@recto/content/field-type';
import { isJsonObject, type Json, type JsonObject } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import type { Field } from '@recto/content/schema/field';
import type { EnvironmentSettings } from '@recto/content/schema/schema';
import { type Report, rejectSetting } from './setting.ts';

/** What a new record gets where nothing is sent, as it will be stored. Everything wrong is reported; paths begin
 *  at `default_value`. Of a localized field it is an object with every locale of the environment. */
export function checkDefaultValue(
  type: FieldType,
  field: Field,
  settings: EnvironmentSettings,
  report: Report,
  input: unknown,
): Json {
  if (!type.hasDefaultValue) {
    const isNothing = (input ?? null) === null;
    if (!isNothing) rejectSetting('is not permitted for fields of this type', ['default_value'], report);
    return null;
  }
  const read = (value: unknown, path: Path) => readValue(type, field, settings, report, value, path);
  return field.localized ? readByLocale(settings, report, input, read) : read(input, ['default_value']);
}

/** The wire form of a default value. */
export function presentDefaultValue(type: FieldType, field: Field, settings: EnvironmentSettings): Json {
  const { timeZone, millisecondsInDatetime: milliseconds } = settings;
  const present = (value: Json): Json =>
    value === null ? null : type.present(value, { timeZone, milliseconds, block: ({ id }) => id });
  if (!field.localized || !type.hasDefaultValue) return present(field.defaultValue);
  const values = isJsonObject(field.defaultValue) ? (field.defaultValue as JsonObject) : {};
  return Object.fromEntries(settings.locales.map((locale) => [locale, present(values[locale] ?? null)]));
}

function readByLocale(
  { locales }: EnvironmentSettings,
  report: Report,
  input: unknown,
  read: (value: unknown, path: Path) => Json,
): JsonObject {
  const given = input ?? {};
  if (!isJsonObject(given)) {
    rejectSetting('must be an object with locales as keys', ['default_value'], report);
    return {};
  }
  for (const key of Object.keys(given).filter((locale) => !locales.includes(locale))) {
    rejectSetting('is not a locale of the environment', ['default_value', key], report);
  }
  return Object.fromEntries(
    locales.map((locale) => [locale, read(given[locale], ['default_value', locale])]),
  );
}

function readValue(
  type: FieldType,
  field: Field,
  { timeZone }: EnvironmentSettings,
  report: Report,
  value: unknown,
  path: Path,
): Json {
  if (value === undefined || value === null) return null;
  const reportInvalid: Report = (problem) => report({ ...problem, code: 'VALIDATION_INVALID' });
  const context: ParseContext = { field, path, timeZone, report: reportInvalid, block: () => undefined };
  return type.parse(value, context) ?? null;
}

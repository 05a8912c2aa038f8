import type { Json, JsonObject } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { DeliveryContext, LocaleScope, RecordSource } from '../delivery-context.ts';
import { type LocaleArguments, localizedValue, narrowScope } from './locales.ts';
import { localesOf } from './record-meta.ts';
import type { LocaleEntry, ValuePlace, ValueReader } from './value-place.ts';

type FieldArguments = LocaleArguments & Readonly<Record<string, unknown>>;

/** Resolves a field of a record: in the locale in force, with fallbacks, when it is localized. */
export function readField(
  field: Field,
  output: ValueReader,
): (record: RecordSource, args: FieldArguments, context: DeliveryContext) => unknown {
  if (!field.localized) {
    return (record, args, context) =>
      readValue(output, record.values[field.id], { record, field, scope: record.scope, context }, args);
  }
  return (record, args, context) => {
    const scope = narrowScope(record.scope, args);
    const value = localizedValue(record.values[field.id], scope);
    return readValue(output, value, { record, field, scope, context }, args);
  };
}

/** Resolves `_all<Field>Locales`: one entry for each locale of the record, in the order of the project. */
export function readLocales(
  field: Field,
  output: ValueReader,
): (record: RecordSource, args: FieldArguments, context: DeliveryContext) => LocaleEntry[] {
  return (record, { fallbackLocales }, context) => {
    const byLocale = (record.values[field.id] ?? {}) as JsonObject;
    return localesOf(record, context).map((locale) => {
      const scope: LocaleScope = { locale, fallbackLocales: fallbackLocales ?? [] };
      const place = { record, field, scope, context };
      return { locale, value: readValue(output, localizedValue(byLocale, scope), place, {}) };
    });
  };
}

function readValue(
  output: ValueReader,
  value: Json | undefined,
  place: ValuePlace,
  args: FieldArguments,
): unknown {
  return value === null || value === undefined ? output.missing : output.read(value, place, args);
}

import type { Json } from '../json.ts';
import type { Field } from '../schema/field.ts';
import type { DocumentRules } from './document-rules.ts';
import { localizedValues } from './field-values.ts';

/** What a field holds when nothing was ever said about it. */
export function emptyValue(field: Field, { registry, schema }: DocumentRules): Json {
  const { nullValue = null, nullValueNeeds } = registry.types[field.fieldType];
  return nullValueNeeds === undefined || schema.settings.flags[nullValueNeeds] ? nullValue : null;
}

/** The default that the field's settings name, read as if a caller had sent it. */
export function defaultValue(field: Field, locale: string | null, { rules }: { rules: DocumentRules }): Json {
  const written = locale === null ? field.defaultValue : localizedValues(field.defaultValue)[locale];
  if (written === undefined || written === null) return emptyValue(field, rules);
  const value = rules.registry.types[field.fieldType].parse(written, {
    field,
    path: [field.apiKey],
    timeZone: rules.schema.settings.timeZone,
    ignoresOffsets: !rules.schema.settings.flags.improved_timezone_management,
    report: ignoreProblem,
    block: () => undefined,
  });
  return value ?? emptyValue(field, rules);
}

/** Defaults were checked when the field was saved. */
function ignoreProblem(): void {}

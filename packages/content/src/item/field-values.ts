import { isJsonObject, type Json } from '../json.ts';
import type { Field } from '../schema/field.ts';
import type { Document } from './item.ts';

export interface FieldValue {
  field: Field;
  /** Null for a field that is not localized. */
  locale: string | null;
  value: Json;
}

/** Takes a document apart: one entry for each field, or for each locale of a localized field. */
export function fieldValues(document: Document, fields: readonly Field[]): FieldValue[] {
  return fields.flatMap((field) => valuesOfField(document, field));
}

export function valuesOfField(document: Document, field: Field): FieldValue[] {
  const stored = document[field.id] ?? null;
  if (!field.localized) return [{ field, locale: null, value: stored }];
  return Object.entries(localizedValues(stored)).map(([locale, value]) => ({ field, locale, value }));
}

/** The values by locale of a localized field, or none where the document does not know the field. */
export function localizedValues(stored: Json | undefined): Readonly<Record<string, Json>> {
  return isJsonObject(stored) ? (stored as Record<string, Json>) : {};
}

/** The locales a record has: those of any of its localized fields, which all share one set. */
export function localesOf(document: Document, fields: readonly Field[]): string[] {
  const locales = new Set<string>();
  for (const field of fields) {
    if (field.localized)
      for (const locale of Object.keys(localizedValues(document[field.id]))) locales.add(locale);
  }
  return [...locales];
}

/** The document with every value replaced; a null stays where `change` answers null. */
export function mapFieldValues(
  document: Document,
  fields: readonly Field[],
  change: (value: FieldValue) => Json,
): Document {
  return Object.fromEntries(
    fields.map((field) => {
      const changed = valuesOfField(document, field).map((entry) => [entry.locale, change(entry)] as const);
      return [field.id, field.localized ? Object.fromEntries(changed) : (changed[0]?.[1] ?? null)];
    }),
  );
}

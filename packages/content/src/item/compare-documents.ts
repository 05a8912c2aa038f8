import { isSameJson } from '../json.ts';
import type { Field } from '../schema/field.ts';
import { localesOf, localizedValues } from './field-values.ts';
import type { Document } from './item.ts';

/** What has to happen to `before` to make it `after`. */
export interface DocumentDifference {
  addedLocales: string[];
  removedLocales: string[];
  /** In both, with different content. */
  changedLocales: string[];
  nonLocalizedChanged: boolean;
}

export function compareDocuments(
  before: Document,
  after: Document,
  fields: readonly Field[],
): DocumentDifference {
  const [old, young] = [localesOf(before, fields), localesOf(after, fields)];
  const localized = fields.filter((field) => field.localized);
  const isChanged = (locale: string) =>
    localized.some((field) => !isSameJson(valueIn(before, field, locale), valueIn(after, field, locale)));
  return {
    addedLocales: young.filter((locale) => !old.includes(locale)),
    removedLocales: old.filter((locale) => !young.includes(locale)),
    changedLocales: young.filter((locale) => old.includes(locale) && isChanged(locale)),
    nonLocalizedChanged: fields.some(
      (field) => !field.localized && !isSameJson(before[field.id] ?? null, after[field.id] ?? null),
    ),
  };
}

/** Every locale whose content differs in any way. */
export function touchedLocales({
  addedLocales,
  removedLocales,
  changedLocales,
}: DocumentDifference): string[] {
  return [...addedLocales, ...removedLocales, ...changedLocales];
}

export function isSameDocument(before: Document, after: Document, fields: readonly Field[]): boolean {
  return fields.every((field) => isSameJson(before[field.id] ?? null, after[field.id] ?? null));
}

function valueIn(document: Document, field: Field, locale: string) {
  return localizedValues(document[field.id])[locale] ?? null;
}

import type { Json } from '../json.ts';
import { refuseAll } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import { emptyValue } from './default-value.ts';
import type { DocumentRules } from './document-rules.ts';
import { localesOf, localizedValues } from './field-values.ts';
import type { Document, Item } from './item.ts';

export interface PublishSelection {
  locales: readonly string[];
  nonLocalized: boolean;
}

/**
 * The published document after a selective publication: the current content where it was chosen, everything else
 * as it was published before. A chosen locale that the current document has lost is taken off.
 */
export function selectForPublishing(item: Item, selection: PublishSelection, rules: DocumentRules): Document {
  const fields = rules.schema.fieldsOf(item.itemTypeId);
  const published = item.published ?? {};
  const known = [...localesOf(item.current, fields), ...localesOf(published, fields)];
  refuseLocales(selection.locales.filter((locale) => !known.includes(locale)));
  const document = Object.fromEntries(
    fields.map((field) => [field.id, chooseValue(field, item.current, published, selection, rules)]),
  );
  if (fields.some((field) => field.localized) && localesOf(document, fields).length === 0) {
    refuseLocales(selection.locales);
    refuseAll([wrongLocales([])]);
  }
  refuseMissingLocales(item, document, rules);
  return document;
}

function chooseValue(
  field: Field,
  current: Document,
  published: Document,
  selection: PublishSelection,
  rules: DocumentRules,
): Json {
  if (!field.localized) {
    const chosen = selection.nonLocalized ? current[field.id] : published[field.id];
    return chosen ?? emptyValue(field, rules);
  }
  const values = { ...localizedValues(published[field.id]) };
  const fresh = localizedValues(current[field.id]);
  for (const locale of selection.locales) {
    if (Object.hasOwn(fresh, locale)) values[locale] = fresh[locale] ?? null;
    else delete values[locale];
  }
  return values;
}

/** The published document without some of its locales. Taking all of them off is another request. */
export function selectForUnpublishing(
  item: Item,
  locales: readonly string[],
  rules: DocumentRules,
): Document {
  const fields = rules.schema.fieldsOf(item.itemTypeId);
  const published = item.published ?? {};
  const present = localesOf(published, fields);
  refuseLocales(locales.filter((locale) => !present.includes(locale)));
  if (present.every((locale) => locales.includes(locale))) refuseLocales(locales);
  if (locales.length === 0) refuseAll([wrongLocales([])]);
  const remaining = ([locale]: [string, Json]) => !locales.includes(locale);
  const document = Object.fromEntries(
    fields.map((field) => {
      const value = published[field.id] ?? null;
      const kept = () => Object.fromEntries(Object.entries(localizedValues(value)).filter(remaining));
      return [field.id, field.localized ? kept() : value];
    }),
  );
  refuseMissingLocales(item, document, rules);
  return document;
}

/** Locales go their own ways only where the model leaves them optional. */
function refuseMissingLocales({ itemTypeId }: Item, document: Document, { schema }: DocumentRules): void {
  if (!schema.itemTypes.get(itemTypeId)?.allLocalesRequired) return;
  const fields = schema.fieldsOf(itemTypeId);
  if (!fields.some((field) => field.localized)) return;
  const present = localesOf(document, fields);
  refuseLocales(schema.settings.locales.filter((locale) => !present.includes(locale)));
}

function refuseLocales(locales: readonly string[]): void {
  if (locales.length > 0) refuseAll([wrongLocales(locales)]);
}

function wrongLocales(locales: readonly string[]) {
  return {
    code: 'INVALID_FIELD' as const,
    details: { field: 'content_in_locales', code: 'VALIDATION_INVALID', locales: [...locales] },
  };
}

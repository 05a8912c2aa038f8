import { isJsonObject, type Json } from '../json.ts';
import type { Field } from '../schema/field.ts';
import { emptyValue } from './default-value.ts';
import type { DocumentRules } from './document-rules.ts';
import { localesOf, localizedValues } from './field-values.ts';
import type { Document } from './item.ts';
import { mapBlocks } from './map-blocks.ts';
import { type IsGone, removeReferences } from './remove-references.ts';

/** An old version in the shape of today's model: fields, locales and block models that are gone are left out,
 *  new ones are blank, and what points at something deleted points nowhere. */
export function conformDocument(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  isGone: IsGone,
): Document {
  const fields = rules.schema.fieldsOf(itemTypeId);
  const locales = conformLocales(document, itemTypeId, rules);
  const shaped = Object.fromEntries(
    fields.map((field) => [field.id, conformValue(field, document[field.id], locales, rules)]),
  );
  const withoutBlocks = mapBlocks(shaped, itemTypeId, rules, (block) =>
    rules.schema.itemTypes.has(block.itemTypeId) ? block : null,
  );
  return removeReferences(withoutBlocks, itemTypeId, rules, isGone);
}

function conformLocales(document: Document, itemTypeId: string, { schema }: DocumentRules): string[] {
  if (schema.itemTypes.get(itemTypeId)?.allLocalesRequired) return [...schema.settings.locales];
  const present = localesOf(document, schema.fieldsOf(itemTypeId));
  const known = schema.settings.locales.filter((locale) => present.includes(locale));
  return known.length > 0 ? known : schema.settings.locales.slice(0, 1);
}

function conformValue(
  field: Field,
  stored: Json | undefined,
  locales: readonly string[],
  rules: DocumentRules,
): Json {
  if (!field.localized) return stored ?? emptyValue(field, rules);
  const values = isJsonObject(stored) ? localizedValues(stored) : {};
  return Object.fromEntries(locales.map((locale) => [locale, values[locale] ?? emptyValue(field, rules)]));
}

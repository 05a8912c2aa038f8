import type { Facts, FactsRequest } from '../facts.ts';
import type { NewId } from '../id.ts';
import { deriveUniqueValues } from './derive-rows.ts';
import type { DocumentRules } from './document-rules.ts';
import { mapFieldValues } from './field-values.ts';
import type { Document } from './item.ts';
import { mapBlocks } from './map-blocks.ts';

/** How many names in a row a copy tries before it is refused like any other value that is taken. */
const MOST_COPIES = 50;

/** A deep copy: every block gets an id of its own, one that stands in two locales the same new one. */
export function duplicateDocument(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  newId: NewId,
): Document {
  const ids = new Map<string, string>();
  return mapBlocks(document, itemTypeId, rules, (block) => {
    const id = ids.get(block.id) ?? newId();
    ids.set(block.id, id);
    return { ...block, id };
  });
}

/** What has to be asked to find free names for a copy: all candidates in one batch. */
export function copyNameFacts(document: Document, itemTypeId: string, rules: DocumentRules): FactsRequest {
  const unique = deriveUniqueValues(document, itemTypeId, rules).flatMap((taken) =>
    typeof taken.value === 'string' ? candidates(taken.value).map((value) => ({ ...taken, value })) : [],
  );
  return { unique };
}

/** Unique text gets the first free number (`about-us-2`). Other unique values cannot be varied and stay. */
export function renameCopy(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  facts: Facts,
): Document {
  const unique = deriveUniqueValues(document, itemTypeId, rules);
  return mapFieldValues(document, rules.schema.fieldsOf(itemTypeId), ({ field, locale, value }) => {
    const isUnique = unique.some((entry) => entry.fieldId === field.id && entry.locale === locale);
    if (!isUnique || typeof value !== 'string' || !facts.isTaken(field.id, locale, value)) return value;
    return candidates(value).find((name) => !facts.isTaken(field.id, locale, name)) ?? value;
  });
}

function candidates(value: string): string[] {
  return Array.from({ length: MOST_COPIES }, (_, index) => `${value}-${index + 2}`);
}

import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Document, Item } from '@recto/content/item/item';
import { validateDocument } from '@recto/content/item/validate-document';
import type { StoredFacts } from '#api/items/facts.ts';

/** A record with what the rules say about its documents. */
export function judgeItem(item: Item, rules: DocumentRules, facts: StoredFacts): Item {
  const isValid = (document: Document) =>
    validateDocument(document, item.itemTypeId, rules, facts.seenBy(item.id)).length === 0;
  const isCurrentValid = isValid(item.current);
  if (item.published === null) return { ...item, isCurrentValid, isPublishedValid: null };
  const isPublishedValid = item.published === item.current ? isCurrentValid : isValid(item.published);
  return { ...item, isCurrentValid, isPublishedValid };
}

import type { FactsRequest } from '../facts.ts';
import type { Reference } from '../field-type.ts';
import { collectFacts } from './collect-facts.ts';
import type { DocumentRules } from './document-rules.ts';
import type { Document } from './item.ts';
import { walkBlocks, walkDocument } from './walk-document.ts';

/** Who points at whom: one row of the reference index. */
export interface DerivedReference extends Pick<Reference, 'kind' | 'id'> {
  /** Ids of the fields walked through; the last one is the field that holds the reference. */
  path: string;
  locale: string | null;
}

export interface DerivedBlock {
  id: string;
  itemTypeId: string;
}

export type UniqueValue = NonNullable<FactsRequest['unique']>[number];

/** Every record and upload that a document points at, once for each field path and locale. */
export function deriveReferences(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
): DerivedReference[] {
  const found = new Map<string, DerivedReference>();
  walkDocument(document, itemTypeId, rules, ({ field, value, locale, fieldPath }) => {
    if (value === null) return;
    for (const { kind, id } of rules.registry.types[field.fieldType].references?.(value) ?? []) {
      found.set(JSON.stringify([kind, id, fieldPath, locale]), { kind, id, path: fieldPath, locale });
    }
  });
  return [...found.values()];
}

/** Every block that lives in a document, once, at any depth and in any locale. */
export function deriveBlocks(document: Document, itemTypeId: string, rules: DocumentRules): DerivedBlock[] {
  const found = new Map<string, DerivedBlock>();
  walkBlocks(document, itemTypeId, rules, ({ id, itemTypeId: blockType }) => {
    found.set(id, { id, itemTypeId: blockType });
  });
  return [...found.values()];
}

/** The values that no other record of the model may hold. */
export function deriveUniqueValues(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
): UniqueValue[] {
  return collectFacts(document, itemTypeId, rules).unique;
}

import type { FactsRequest } from '../facts.ts';
import { type DocumentRules, rulesOf } from './document-rules.ts';
import type { Document } from './item.ts';
import { type VisitedValue, walkDocument } from './walk-document.ts';

/** Everything that has to be looked up before a document can be checked: one batch for the whole record. */
export function collectFacts(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
): Required<FactsRequest> {
  const items = new Set<string>();
  const uploads = new Set<string>();
  const unique: Required<FactsRequest>['unique'] = [];
  walkDocument(document, itemTypeId, rules, (visited) => {
    for (const need of needsOf(visited, rules)) {
      for (const id of need.items ?? []) items.add(id);
      for (const id of need.uploads ?? []) uploads.add(id);
      unique.push(...(need.unique ?? []));
    }
  });
  return { items: [...items], uploads: [...uploads], unique };
}

function needsOf({ field, locale, value }: VisitedValue, { registry }: DocumentRules): FactsRequest[] {
  if (value === null) return [];
  const type = registry.types[field.fieldType];
  const references = type.references?.(value) ?? [];
  const idsOf = (kind: string) => references.filter((each) => each.kind === kind).map((each) => each.id);
  const needs = rulesOf(field, registry).map(
    ({ validator, parameters }) => validator.needs?.(value, parameters, { field, type, locale }) ?? {},
  );
  return [{ items: idsOf('item'), uploads: idsOf('upload') }, ...needs];
}

/** One request for several documents, so that a cascade needs no more statements than one record. */
export function mergeFactsRequests(requests: readonly FactsRequest[]): Required<FactsRequest> {
  return {
    items: [...new Set(requests.flatMap((request) => request.items ?? []))],
    uploads: [...new Set(requests.flatMap((request) => request.uploads ?? []))],
    unique: requests.flatMap((request) => request.unique ?? []),
  };
}

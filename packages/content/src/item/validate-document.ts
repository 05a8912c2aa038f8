import type { Facts } from '../facts.ts';
import type { Problem } from '../problem.ts';
import type { Field } from '../schema/field.ts';
import { type DocumentRules, type FieldRule, rulesOf } from './document-rules.ts';
import type { Document } from './item.ts';
import { type VisitedValue, walkDocument } from './walk-document.ts';

/** A problem with the field it is about, so that an answer can name it. */
export interface ItemProblem extends Problem {
  field: Field;
  /** The locale the value stands in, also for a value of a block. */
  locale: string | null;
  /** The block that holds the value, when it was stored before. */
  blockId: string | null;
  /** Breaks the shape of the document (a block or record of a forbidden model, a reference to nothing):
   *  refused even where invalid drafts are kept. */
  structural: boolean;
}

/** Checks a document against the rules of its model, blocks included, and answers everything that is wrong. */
export function validateDocument(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  facts: Facts,
): ItemProblem[] {
  const problems: ItemProblem[] = [];
  walkDocument(document, itemTypeId, rules, (visited) => {
    problems.push(...missingReferences(visited, rules, facts));
    for (const rule of rulesOf(visited.field, rules.registry)) {
      checkRule(rule, visited, rules, facts, (problem) => problems.push(problem));
    }
  });
  return withoutRepetition(problems);
}

function checkRule(
  { validator, parameters }: FieldRule,
  { field, locale, value, path, block }: VisitedValue,
  { registry }: DocumentRules,
  facts: Facts,
  report: (problem: ItemProblem) => void,
): void {
  const structural = validator.itemTypes !== undefined;
  validator.check(value, parameters, {
    field,
    type: registry.types[field.fieldType],
    path,
    facts,
    locale,
    report: (problem) => report({ ...problem, field, locale, blockId: block?.id ?? null, structural }),
  });
}

function missingReferences(
  { field, locale, value, path, block }: VisitedValue,
  { registry }: DocumentRules,
  facts: Facts,
): ItemProblem[] {
  if (value === null) return [];
  const references = registry.types[field.fieldType].references?.(value) ?? [];
  return references
    .filter(({ kind, id }) => (kind === 'item' ? facts.item(id) : facts.upload(id)) === undefined)
    .map(({ kind, id }) => ({
      code: 'VALIDATION_INVALID',
      path,
      details: { [kind === 'item' ? 'missing_item' : 'missing_upload']: id },
      field,
      locale,
      blockId: block?.id ?? null,
      structural: true,
    }));
}

/** A link to nothing is also a link to no permitted model: one sentence is enough. */
function withoutRepetition(problems: readonly ItemProblem[]): ItemProblem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.path]);
    return !seen.has(key) && seen.add(key);
  });
}

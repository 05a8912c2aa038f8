import type { JsonObject } from '../json.ts';
import type { Path } from '../problem.ts';
import { type ErrorReason, refuseAll } from '../refusal.ts';
import type { ItemType } from '../schema/item-type.ts';
import type { Circumstances } from './item-change.ts';
import type { ReadDocument } from './read-document.ts';
import { type ItemProblem, validateDocument } from './validate-document.ts';

/**
 * Whether what was read is valid. Refuses with everything that is wrong with it; where invalid drafts are kept,
 * only with what breaks the shape of a document.
 */
export function judgeDocument(
  read: ReadDocument,
  itemType: ItemType,
  itemId: string,
  circumstances: Circumstances,
  keepsInvalid = keepsInvalidDrafts(itemType),
): boolean {
  const found = validateDocument(
    read.document,
    itemType.id,
    circumstances,
    circumstances.facts.seenBy(itemId),
  );
  const problems = [...read.problems, ...found.filter((problem) => !isExplained(problem, read.problems))];
  const grave = keepsInvalid ? problems.filter((problem) => problem.structural) : problems;
  refuseAll([...read.reasons, ...grave.map(invalidField)]);
  return problems.length === 0;
}

/** Drafts exist only where publishing is a step of its own. */
function keepsInvalidDrafts(itemType: ItemType): boolean {
  return itemType.draftModeActive && itemType.draftSavingActive;
}

/** A value that could not be read was left out: what follows from that is not the caller's mistake. */
function isExplained(problem: ItemProblem, readProblems: readonly ItemProblem[]): boolean {
  return readProblems.some(({ path }) => beginsWith(problem.path, path) || beginsWith(path, problem.path));
}

function beginsWith(path: Path, start: Path): boolean {
  return start.every((step, position) => path[position] === step);
}

/** One problem as the error that callers know. */
export function invalidField(problem: ItemProblem): ErrorReason {
  const { field, locale, blockId, code, path } = problem;
  const details: JsonObject = {
    ...problem.details,
    field: field.apiKey,
    field_id: field.id,
    field_label: field.label,
    field_type: field.fieldType,
    code,
    path: [...path],
  };
  if (locale !== null) details.locale = locale;
  if (blockId !== null) details.block_id = blockId;
  return { code: 'INVALID_FIELD', details: { ...details, field: field.apiKey, code } };
}

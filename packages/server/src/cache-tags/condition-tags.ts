import type { Condition, Operand, Ordering } from '@recto/content/condition';
import {
  childrenTag,
  fieldTag,
  membersTag,
  metaTag,
  type ReadVersion,
  recordTag,
  referrersTag,
  valueTag,
} from './content-tags.ts';
import { hasValueTag } from './indexed-value.ts';

interface ModelRead extends ReadVersion {
  itemTypeId: string;
}

interface ConditionTags {
  /** Touched by every change of the set of records that meet the condition. */
  tags: string[];
  /** Whether that set was found by a value, not among all records of the model. */
  isNarrow: boolean;
}

/**
 * On what it depends which records of a model meet a condition. Mostly on the records that the model has and on the
 * fields that are looked at. Where a condition asks for one value (a slug, an id, a link), it is enough to hear of
 * records that get or lose that value: all others may come, go and change.
 */
export function conditionTags(condition: Condition | null, model: ModelRead): ConditionTags {
  const whole = condition ? analyse(condition, model) : { looked: [], narrow: null };
  if (whole.narrow) return { tags: whole.narrow, isNarrow: true };
  return { tags: [membersTag(model, model.itemTypeId), ...whole.looked], isNarrow: false };
}

export function orderingTags(order: readonly Ordering[], model: ModelRead): string[] {
  return order.map(({ operand }) => operandTag(operand, model));
}

interface Analysis {
  /** With the members of the model, these say it all. */
  looked: string[];
  /** These say it all by themselves; null if nothing narrows the condition down. */
  narrow: string[] | null;
}

function analyse(condition: Condition, model: ModelRead): Analysis {
  switch (condition.kind) {
    case 'always':
      return { looked: [], narrow: null };
    case 'never':
      return { looked: [], narrow: [] };
    case 'and':
      return all(condition.conditions.map((part) => analyse(part, model)));
    case 'or':
      return any(condition.conditions.map((part) => analyse(part, model)));
    case 'not':
      return { looked: analyse(condition.condition, model).looked, narrow: null };
    case 'links_to': {
      const tags = [referrersTag(model, condition.itemId)];
      return { looked: tags, narrow: tags };
    }
    case 'compare':
      return {
        looked: [operandTag(condition.operand, model)],
        narrow: condition.operator === 'eq' ? valueTags(condition.operand, [condition.value], model) : null,
      };
    case 'in':
      return {
        looked: [operandTag(condition.operand, model)],
        narrow: valueTags(condition.operand, condition.values, model),
      };
    default:
      return { looked: [operandTag(condition.operand, model)], narrow: null };
  }
}

/** One part that narrows is enough; of the others it matters what they look at. */
function all(parts: readonly Analysis[]): Analysis {
  const looked = parts.flatMap((part) => part.looked);
  const by = parts.findIndex(({ narrow }) => narrow !== null);
  if (by < 0) return { looked, narrow: null };
  const narrow = parts.flatMap((part, at) => (at === by ? (part.narrow ?? []) : part.looked));
  return { looked, narrow };
}

function any(parts: readonly Analysis[]): Analysis {
  const looked = parts.flatMap((part) => part.looked);
  const isNarrow = parts.every(({ narrow }) => narrow !== null);
  return { looked, narrow: isNarrow ? parts.flatMap(({ narrow }) => narrow ?? []) : null };
}

function valueTags(operand: Operand, values: readonly unknown[], model: ModelRead): string[] | null {
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length < values.length) return null;
  if (operand.kind === 'meta' && operand.name === 'id') return texts.map((id) => recordTag(model, id));
  if (operand.kind === 'meta' && operand.name === 'parent') return texts.map((id) => childrenTag(model, id));
  if (operand.kind !== 'field' || !texts.every((value) => hasValueTag(operand.storedAs, value))) return null;
  return texts.map((value) => valueTag(model, operand.fieldId, value));
}

function operandTag(operand: Operand, model: ModelRead): string {
  switch (operand.kind) {
    case 'field':
      return fieldTag(model, operand.fieldId);
    case 'meta':
      // An id never changes, but a record may get one that was asked for.
      return operand.name === 'id'
        ? membersTag(model, model.itemTypeId)
        : metaTag(model, model.itemTypeId, operand.name);
    case 'block_field':
    case 'block_id':
    case 'upload':
      throw new Error('Outside of a block or of an asset there is nothing like it.');
  }
}

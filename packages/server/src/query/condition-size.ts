import type { Condition } from '@recto/content/condition';
import { refusal } from '@recto/content/refusal';

/** More than any page asks; a statement of many more takes longer to plan than to run. */
const MOST_CONDITIONS = 500;
/** The database walks a condition on its stack. */
const DEEPEST_CONDITION = 50;

/** Refuses a condition that is too large to be a question. */
export function checkConditionSize(condition: Condition): void {
  const waiting: [Condition, number][] = [[condition, 1]];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, depth] = next;
    count += 1;
    if (count > MOST_CONDITIONS) throw tooLarge('filter_conditions', MOST_CONDITIONS);
    if (depth > DEEPEST_CONDITION) throw tooLarge('filter_depth', DEEPEST_CONDITION);
    for (const part of partsOf(one)) waiting.push([part, depth + 1]);
  }
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions;
    case 'not':
      return [condition.condition];
    case 'any_block':
      return condition.condition ? [condition.condition] : [];
    default:
      return [];
  }
}

function tooLarge(limit: string, maximum: number) {
  return refusal('TECHNICAL_LIMIT_REACHED', { limit, maximum });
}

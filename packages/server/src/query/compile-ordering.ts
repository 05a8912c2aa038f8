import type { Ordering } from '@recto/content/condition';
import { sql } from 'kysely';
import { comparableOf } from './operand-value.ts';
import type { Fragment, Target } from './target.ts';

/**
 * What follows `order by`: total, so that pages neither overlap nor leave gaps. Rows without a value come last
 * in both directions.
 */
export function compileOrdering(order: readonly Ordering[], target: Target): Fragment {
  const keys = order.map(({ operand, direction }) => {
    const value = orderedValue(operand, target);
    return isAlwaysThere(operand)
      ? sql`${value} ${sql.raw(direction)}`
      : sql`${value} ${sql.raw(direction)} nulls last`;
  });
  const id = target.table === 'item' ? sql`i.id` : sql`u.id`;
  return sql.join([...keys, id], sql`, `);
}

/** Text in the order of dictionaries, the same on every database; everything else by its own. */
function orderedValue(operand: Ordering['operand'], target: Target): Fragment {
  const { sql: value, text } = comparableOf(operand, target);
  const isText = operand.kind === 'field' && operand.storedAs === 'text';
  return isText ? sql`${text} collate "und-x-icu"` : value;
}

const NEVER_NULL = new Set(['id', 'created_at', 'updated_at', 'is_valid', 'status']);

/** An index knows one place for nulls; not to name it lets any index serve where there are none. */
function isAlwaysThere(operand: Ordering['operand']): boolean {
  if (operand.kind === 'meta') return NEVER_NULL.has(operand.name);
  return (
    operand.kind === 'upload' && /^(id|created_at|updated_at|size|filename|basename)$/.test(operand.attribute)
  );
}

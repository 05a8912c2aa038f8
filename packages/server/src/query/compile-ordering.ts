import type { Ordering } from '@recto/content/condition';
import { sql } from 'kysely';
import { comparableOf } from './operand-value.ts';
import type { Fragment, Target } from './target.ts';

/**
 * What follows `order by`: total, so that pages neither overlap nor leave gaps. Rows without a value come last
 * in both directions.
 */
export function compileOrdering(order: readonly Ordering[], target: Target): Fragment {
  const keys = order.map((ordering) => sql`${orderedValue(ordering.operand, target)} ${placeOf(ordering)}`);
  const id = target.table === 'item' ? sql`i.id` : sql`u.id`;
  return sql.join([...keys, id], sql`, `);
}

/** Which way, and where records without a value go. An index knows one place for them; not to name it lets any index
 *  serve where there are none. */
export function placeOf({ operand, direction }: Ordering): Fragment {
  return sql.raw(isAlwaysThere(operand) ? direction : `${direction} nulls last`);
}

/** Text in the order of dictionaries, the same on every database; everything else by its own. */
export function orderedValue(operand: Ordering['operand'], target: Target): Fragment {
  const { sql: value, text } = comparableOf(operand, target);
  const isText = operand.kind === 'field' && operand.storedAs === 'text';
  return isText ? sql`${text} collate "und-x-icu"` : value;
}

const NEVER_NULL = new Set(['id', 'created_at', 'updated_at', 'is_valid', 'status']);

function isAlwaysThere(operand: Ordering['operand']): boolean {
  if (operand.kind === 'meta') return NEVER_NULL.has(operand.name);
  return (
    operand.kind === 'upload' && /^(id|created_at|updated_at|size|filename|basename)$/.test(operand.attribute)
  );
}

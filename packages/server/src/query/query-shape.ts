import type { Condition, Operand, Ordering } from '@recto/content/condition';

/** What one column of an index would hold, and what a query does with it. */
export interface ShapeColumn {
  operand: Extract<Operand, { kind: 'field' | 'meta' }>;
  use: 'equal' | 'order' | 'range';
  direction: 'asc' | 'desc';
}

/** What queries that one index serves have in common. */
export interface QueryShape {
  itemTypeId: string;
  version: 'published' | 'current';
  columns: readonly ShapeColumn[];
}

export interface ShapedQuery {
  itemTypeId: string;
  condition: Condition | null;
  order?: readonly Ordering[];
}

/** An index with more columns is larger than what it points at. */
const MOST_COLUMNS = 5;

/**
 * What an index for the query would have to hold: first what must be equal, then what it is ordered by, then what must
 * lie in a range, which is then looked at in the index while it is walked in its order. Null where none would help.
 */
export function shapeOf(
  { itemTypeId, condition, order = [] }: ShapedQuery,
  version: QueryShape['version'],
): QueryShape | null {
  const leaves = condition ? necessary(condition) : [];
  const equal = leaves.flatMap((leaf) => column(leaf, 'equal'));
  const ordered = order.flatMap((ordering) => orderColumn(ordering));
  if (ordered.length < order.length) return null;
  const ranges = leaves.flatMap((leaf) => column(leaf, 'range'));
  const columns = onceEach([...equal, ...ordered, ...ranges]).slice(0, MOST_COLUMNS);
  return columns.length === 0 || isServedAlready(columns) ? null : { itemTypeId, version, columns };
}

/** Conditions that all have to be met. */
function necessary(condition: Condition): Condition[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(necessary) : [condition];
}

function column(leaf: Condition, use: 'equal' | 'range'): ShapeColumn[] {
  if (leaf.kind !== 'compare' && leaf.kind !== 'in') return [];
  const isEqual = leaf.kind === 'in' || leaf.operator === 'eq';
  const { operand } = leaf;
  if (isEqual !== (use === 'equal') || !isIndexable(operand)) return [];
  return [{ operand, use, direction: 'asc' }];
}

function orderColumn({ operand, direction }: Ordering): ShapeColumn[] {
  return isIndexable(operand) ? [{ operand, use: 'order', direction }] : [];
}

const SCALARS = new Set(['text', 'date', 'date_time', 'id', 'integer', 'float', 'boolean']);
const COLUMNS = new Set([
  'id',
  'created_at',
  'updated_at',
  'published_at',
  'first_published_at',
  'publication_scheduled_at',
  'unpublishing_scheduled_at',
  'position',
  'parent',
  'stage',
]);

function isIndexable(operand: Operand): operand is ShapeColumn['operand'] {
  if (operand.kind === 'field') return SCALARS.has(operand.storedAs);
  return operand.kind === 'meta' && COLUMNS.has(operand.name);
}

/** Text is ordered by a collation and compared without one: the same field may stand in an index twice. */
function onceEach(columns: readonly ShapeColumn[]): ShapeColumn[] {
  const seen = new Set<string>();
  return columns.filter(({ operand, use }) => {
    const isText = operand.kind === 'field' && operand.storedAs === 'text';
    const key = `${JSON.stringify(operand)} ${isText && use === 'order'}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Every record has an id, and there are indexes on when it was made and changed, for all models. */
function isServedAlready([first, ...others]: readonly ShapeColumn[]): boolean {
  if (others.length > 0 || first?.operand.kind !== 'meta') return false;
  const { name } = first.operand;
  return (
    name === 'id' ||
    name === 'parent' ||
    ((name === 'created_at' || name === 'updated_at') && first.use === 'order')
  );
}

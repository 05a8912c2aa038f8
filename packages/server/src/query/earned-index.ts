import { createHash } from 'node:crypto';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { checkedKey } from './checked-key.ts';
import { orderedValue, placeOf } from './compile-ordering.ts';
import { comparableOf } from './operand-value.ts';
import type { QueryShape } from './query-shape.ts';
import type { Fragment, ItemTarget } from './target.ts';

/** By its shape, so that all processes give it the same name. */
export function nameOfIndex(shape: QueryShape): string {
  const hash = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 24);
  return `item_earned_${hash}`;
}

/**
 * True of every record, and said by the queries of one shape and by their index only: the planner leaves all other indexes that
 * were earned alone. It does not know what will be bound and takes any range for narrow, so that it would rather look
 * for the range and sort than walk the order that was asked for.
 */
export function isOfShape(shape: QueryShape): RawBuilder<SqlBool> {
  return sql<SqlBool>`i.id <> ${checkedKey(nameOfIndex(shape))}`;
}

/** Of one model in every environment: forks keep the ids of models and fields, and so find it made. */
export async function createIndex(db: Db, shape: QueryShape, isConcurrent: boolean): Promise<void> {
  const concurrently = sql.raw(isConcurrent ? ' concurrently' : '');
  const isPublished = sql.raw(shape.version === 'published' ? ' and i.published_version_id is not null' : '');
  const statement = sql`create index${concurrently} if not exists ${sql.id(nameOfIndex(shape))} on item
    (environment_id, ${sql.join(keysOf(shape))})
    where i.item_type_id = ${checkedKey(shape.itemTypeId)}${isPublished} and ${isOfShape(shape)}`;
  await withoutAlias(statement, db).execute(db);
}

export async function dropIndex(db: Db, name: string, isConcurrent: boolean): Promise<void> {
  const concurrently = sql.raw(isConcurrent ? ' concurrently' : '');
  await sql`drop index${concurrently} if exists ${sql.id(name)}`.execute(db);
}

/** The words are those that conditions and orderings compile to: an index serves no others. */
function keysOf(shape: QueryShape): Fragment[] {
  const target: ItemTarget = {
    table: 'item',
    version: shape.version,
    environmentId: '',
    localizedFieldIds: [],
  };
  const compared = (use: 'equal' | 'range') =>
    shape.columns
      .filter((column) => column.use === use)
      .map(({ operand }) => sql`(${comparableOf(operand, target).sql})`);
  const ordered = shape.columns.filter(({ use }) => use === 'order');
  const order = ordered.map((column) => sql`(${orderedValue(column.operand, target)}) ${placeOf(column)}`);
  const isByIdAlready = ordered.some(({ operand }) => operand.kind === 'meta' && operand.name === 'id');
  const id = order.length > 0 && !isByIdAlready ? [sql`i.id`] : [];
  return [...compared('equal'), ...order, ...id, ...compared('range')];
}

/** An index knows no alias of its table. Names and ids in its text hold no dots. */
function withoutAlias(statement: RawBuilder<unknown>, db: Db): RawBuilder<unknown> {
  return sql.raw(statement.compile(db).sql.replace(/\bi\./g, ''));
}

import type { Condition } from '@recto/content/condition';
import type { Item } from '@recto/content/item/item';
import type { Schema } from '@recto/content/schema/schema';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { compileCondition } from '#query/compile-condition.ts';
import { compileOrdering } from '#query/compile-ordering.ts';
import type { ItemTarget } from '#query/target.ts';
import { type DeliveredColumns, DeliveredItem, deliveredColumns } from './delivered-item.ts';
import type { ListQuery } from './delivery-context.ts';
import type { Visibility } from './visibility.ts';

/** Which records, of whom, in which version. */
export interface ReaderOptions {
  db: Db;
  environmentId: string;
  version: 'published' | 'current';
  onlyValid: boolean;
  visibility: Visibility;
  schema: Schema;
}

export type CountQuery = Pick<ListQuery, 'itemTypeId' | 'condition'>;

/** Reads records that the caller may see in the version that is asked for: one statement a call. */
export function createItemReader({
  db,
  environmentId,
  version,
  onlyValid,
  visibility,
  schema,
}: ReaderOptions) {
  const columns = deliveredColumns(version);
  const targetOf = (itemTypeId: string): ItemTarget => ({
    table: 'item',
    version,
    environmentId,
    localizedFieldIds: visibility.localizedFieldIds(itemTypeId),
    isSettling: schema.change?.isSettling ?? false,
  });
  const isRead = sql<SqlBool>`i.environment_id = ${environmentId}${versionExists(version, onlyValid)}`;
  const isVisible = visibleOfAnyType(visibility, targetOf);

  const where = ({ itemTypeId, condition }: CountQuery): RawBuilder<SqlBool> => {
    const target = targetOf(itemTypeId);
    const readable = visibility.conditionOf(itemTypeId);
    const asked = [readable, condition].filter((part): part is Condition => isNarrowing(part));
    const narrowing = asked.map((part) => sql` and ${compileCondition(part, target)}`);
    return sql`${isRead} and i.item_type_id = ${itemTypeId}${sql.join(narrowing, sql``)}`;
  };

  const page = (query: ListQuery) => sql`select ${columns} from item i where ${where(query)}
    order by ${compileOrdering(query.order, targetOf(query.itemTypeId))}
    limit ${query.first} offset ${query.skip}`;

  return {
    async listPages(queries: readonly ListQuery[]): Promise<Item[][]> {
      const [first] = queries;
      if (!first) return [];
      if (queries.length === 1) {
        const { rows } = await sql<DeliveredColumns>`${page(first)}`.execute(db);
        return [rows.map((row) => new DeliveredItem(row))];
      }
      // Lists of one level travel together; `of` tells them apart, and each keeps its own order.
      const lists = queries.map(
        (query, index) => sql`(select ${index}::int as of, list.* from (${page(query)}) list)`,
      );
      const { rows } = await sql<
        DeliveredColumns & { of: number }
      >`${sql.join(lists, sql` union all `)}`.execute(db);
      const pages: Item[][] = queries.map(() => []);
      for (const row of rows) pages[row.of]?.push(new DeliveredItem(row));
      return pages;
    },

    async countAll(queries: readonly CountQuery[]): Promise<number[]> {
      const counts = queries.map((query) => sql`(select count(*) from item i where ${where(query)})`);
      const { rows } = await sql<{
        counts: number[];
      }>`select array[${sql.join(counts)}]::int[] as counts`.execute(db);
      return rows[0]?.counts ?? [];
    },

    async findMany(ids: readonly string[]): Promise<Item[]> {
      const { rows } = await sql<DeliveredColumns>`select ${columns} from item i
        where ${isRead} and i.id = any(${[...ids]}::text[]) and ${isVisible}`.execute(db);
      return rows.map((row) => new DeliveredItem(row));
    },

    async listChildren(parentIds: readonly string[]): Promise<Item[]> {
      const { rows } = await sql<DeliveredColumns>`select ${columns} from item i
        where ${isRead} and i.parent_id = any(${[...parentIds]}::text[]) and ${isVisible}
        order by i.position nulls last, i.id`.execute(db);
      return rows.map((row) => new DeliveredItem(row));
    },
  };
}

function isNarrowing(condition: Condition | null): condition is Condition {
  return condition !== null && condition.kind !== 'always';
}

function versionExists(version: 'published' | 'current', onlyValid: boolean) {
  if (version === 'current') return onlyValid ? sql` and i.is_current_valid` : sql``;
  return onlyValid ? sql` and i.is_published_valid` : sql` and i.published_version_id is not null`;
}

/** For loads by id, which may be of any model. */
function visibleOfAnyType(
  visibility: Visibility,
  targetOf: (itemTypeId: string) => ItemTarget,
): RawBuilder<SqlBool> {
  const whole: string[] = [];
  const parts: RawBuilder<SqlBool>[] = [];
  for (const { id } of visibility.models) {
    const condition = visibility.conditionOf(id);
    if (condition.kind === 'always') whole.push(id);
    else parts.push(sql`(i.item_type_id = ${id} and ${compileCondition(condition, targetOf(id))})`);
  }
  const isWhole = sql<SqlBool>`i.item_type_id = any(${whole}::text[])`;
  return parts.length === 0 ? isWhole : sql`(${sql.join([isWhole, ...parts], sql` or `)})`;
}

export type ItemReader = ReturnType<typeof createItemReader>;

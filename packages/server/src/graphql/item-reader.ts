import type { Condition } from '@recto/content/condition';
import type { Item } from '@recto/content/item/item';
import type { Schema } from '@recto/content/schema/schema';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { checkedKey } from '#query/checked-key.ts';
import { compileCondition } from '#query/compile-condition.ts';
import { compileOrdering } from '#query/compile-ordering.ts';
import { isOfShape } from '#query/earned-index.ts';
import { shapeOf } from '#query/query-shape.ts';
import type { ItemTarget } from '#query/target.ts';
import type { DeliveredItem } from './delivered-item.ts';
import type { ListQuery } from './delivery-context.ts';
import type { RecordBodies } from './record-bodies.ts';
import type { SeenStates, StateColumn } from './seen-states.ts';
import type { Visibility } from './visibility.ts';

/** Which records, of whom, in which version. */
export interface ReaderOptions {
  states: SeenStates;
  bodies: RecordBodies;
  environmentId: string;
  version: 'published' | 'current';
  onlyValid: boolean;
  visibility: Visibility;
  schema: Schema;
}

export type CountQuery = Pick<ListQuery, 'itemTypeId' | 'condition'>;

/** One column a list: `id version,id version`. A text is read by the driver at once, rows one by one. */
type ListColumns = StateColumn & Record<`list${number}`, string | null>;

/**
 * Reads records that the caller may see in the version that is asked for. A statement finds out which they are; what
 * they say comes from memory, and in one more statement where it is not there.
 */
export function createItemReader(options: ReaderOptions) {
  const { states, bodies, environmentId, version, onlyValid, visibility, schema } = options;
  const targetOf = (itemTypeId: string): ItemTarget => ({
    table: 'item',
    version,
    environmentId,
    localizedFieldIds: visibility.localizedFieldIds(itemTypeId),
    isSettling: schema.change?.isSettling ?? false,
  });
  const isRead = sql<SqlBool>`i.environment_id = ${environmentId}${versionExists(version, onlyValid)}`;

  const where = (query: CountQuery & { order?: ListQuery['order'] }): RawBuilder<SqlBool> => {
    const { itemTypeId, condition } = query;
    const target = targetOf(itemTypeId);
    const shape = shapeOf(query, version);
    const ofShape = shape ? sql` and ${isOfShape(shape)}` : sql``;
    const readable = visibility.conditionOf(itemTypeId);
    const asked = [readable, condition].filter((part): part is Condition => isNarrowing(part));
    const narrowing = asked.map((part) => sql` and ${compileCondition(part, target)}`);
    // Spelled out, because an index that earned its place serves the records of one model.
    return sql`${isRead} and i.item_type_id = ${checkedKey(itemTypeId)}${ofShape}${sql.join(narrowing, sql``)}`;
  };

  const page = (query: ListQuery) => sql`(
    select string_agg(page.id || ' ' || page.version, ',') from (
      select i.id, i.xmin::text as version from item i where ${where(query)}
      order by ${compileOrdering(query.order, targetOf(query.itemTypeId))}
      limit ${query.first} offset ${query.skip}) as page)`;

  const bodiesOf = async (seen: readonly Seen[], state: string): Promise<(DeliveredItem | null)[]> => {
    const found = seen.map(({ id, version }) => bodies.recallVersion(id, version, state));
    if (!found.includes(undefined)) return found as (DeliveredItem | null)[]; // none is missing
    const read = await bodies.readAll(
      seen.filter((_, index) => found[index] === undefined).map(({ id }) => id),
    );
    return seen.map(({ id }, index) => found[index] ?? read.get(id) ?? null);
  };
  const isThere = (item: DeliveredItem | null | undefined): item is DeliveredItem =>
    !!item && isOfVersion(item, version, onlyValid);

  return {
    async listPages(queries: readonly ListQuery[]): Promise<Item[][]> {
      const lists = queries.map((query, index) => sql`${page(query)} as ${sql.raw(`list${index}`)}`);
      const { rows, state } = await states.ask(
        sql<ListColumns>`select ${sql.join(lists)}, ${states.column} as state`,
      );
      const seen = queries.map((_, index) => readSeen(rows[0]?.[`list${index}`]));
      const items = await bodiesOf(seen.flat(), state);
      let start = 0;
      return seen.map(({ length }) => {
        start += length;
        return items.slice(start - length, start).filter(isThere);
      });
    },

    async countAll(queries: readonly CountQuery[]): Promise<number[]> {
      const counts = queries.map((query) => sql`(select count(*) from item i where ${where(query)})`);
      const { rows } = await states.ask(sql<StateColumn & { counts: number[] }>`
        select array[${sql.join(counts)}]::int[] as counts, ${states.column} as state`);
      return rows[0]?.counts ?? [];
    },

    /** Undefined when the database has to be asked. */
    recall(id: string): Item | null | undefined {
      const item = bodies.recall(id);
      if (!item) return item;
      if (!isThere(item)) return null;
      const { kind } = visibility.conditionOf(item.itemTypeId);
      if (kind === 'never') return null;
      return kind === 'always' ? item : undefined;
    },

    async findMany(ids: readonly string[]): Promise<Item[]> {
      const known = ids.map((id) => [id, bodies.recall(id)] as const);
      const missing = known.flatMap(([id, item]) => (item === undefined ? id : []));
      const read = await bodies.readAll(missing);
      const items = known.map(([id, item]) => item ?? read.get(id)).filter(isThere);
      const isVisible = await visibleAmong(items);
      return items.filter(isVisible);
    },

    async listChildren(parentIds: readonly string[]): Promise<Item[]> {
      const types = visibility.models.map(({ id }) => id);
      const { rows, state } = await states.ask(sql<ListColumns>`
        select (select string_agg(i.id || ' ' || i.xmin::text, ',' order by i.position nulls last, i.id)
          from item i where ${isRead} and i.parent_id = any(${[...parentIds]}::text[])
            and i.item_type_id = any(${types}::text[])) as list0, ${states.column} as state`);
      const items = (await bodiesOf(readSeen(rows[0]?.list0), state)).filter(isThere);
      const isVisible = await visibleAmong(items);
      return items.filter(isVisible);
    },
  };

  /** Of models that the caller sees in part, the database knows which records. */
  async function visibleAmong(items: readonly Item[]): Promise<(item: Item) => boolean> {
    const kindOf = ({ itemTypeId }: Item) => visibility.conditionOf(itemTypeId).kind;
    const unsure = items.filter((item) => kindOf(item) !== 'always' && kindOf(item) !== 'never');
    if (unsure.length === 0) return (item) => kindOf(item) === 'always';
    const ofType = [...new Set(unsure.map(({ itemTypeId }) => itemTypeId))].map(
      (id) => sql`(i.item_type_id = ${id} and ${compileCondition(visibility.conditionOf(id), targetOf(id))})`,
    );
    const { rows } = await states.ask(sql<ListColumns>`
      select (select string_agg(i.id || ' ', ',') from item i where i.environment_id = ${environmentId}
        and i.id = any(${unsure.map(({ id }) => id)}::text[]) and (${sql.join(ofType, sql` or `)})) as list0,
        ${states.column} as state`);
    const visible = new Set(readSeen(rows[0]?.list0).map(({ id }) => id));
    return (item) => kindOf(item) === 'always' || visible.has(item.id);
  }
}

export type ItemReader = ReturnType<typeof createItemReader>;

/** A record and the version of its row. */
interface Seen {
  id: string;
  version: string;
}

function readSeen(list: string | null | undefined): Seen[] {
  if (!list) return [];
  return list.split(',').map((entry) => {
    const space = entry.indexOf(' ');
    return { id: entry.slice(0, space), version: entry.slice(space + 1) };
  });
}

function isNarrowing(condition: Condition | null): condition is Condition {
  return condition !== null && condition.kind !== 'always';
}

/** Indexes hold published records only; for their sake it is said although validity implies it. */
function versionExists(version: 'published' | 'current', onlyValid: boolean) {
  if (version === 'current') return onlyValid ? sql` and i.is_current_valid` : sql``;
  const isPublished = sql` and i.published_version_id is not null`;
  return onlyValid ? sql`${isPublished} and i.is_published_valid` : isPublished;
}

function isOfVersion(item: Item, version: 'published' | 'current', onlyValid: boolean): boolean {
  if (version === 'current') return !onlyValid || item.isCurrentValid;
  return item.publishedVersionId !== null && (!onlyValid || item.isPublishedValid === true);
}

import type { CreatorType } from '@recto/content/item/item';
import type { JsonObject } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { maySeeFilter, type SavedFilter } from '@recto/content/saved-filter/saved-filter';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { upsertRows } from '#db/save-rows.ts';
import type { RequestContext } from '#http/context.ts';

interface FilterColumns {
  id: string;
  name: string;
  filter: JsonObject;
  shared: boolean;
  creator_type: string;
  creator_id: string;
}

/** How one kind of saved filter rests: what it has besides what all have. */
export interface FilterTable<Filter extends SavedFilter, Columns extends object> {
  table: 'upload_filter' | 'item_type_filter';
  fromColumns(columns: Columns): Omit<Filter, keyof SavedFilter>;
  toColumns(filter: Filter): Record<string, unknown>;
}

/** All of an environment, oldest first. */
export async function listFilters<Filter extends SavedFilter, Columns extends object>(
  db: Db,
  environmentId: string,
  { table, fromColumns }: FilterTable<Filter, Columns>,
): Promise<Filter[]> {
  const { rows } = await sql<FilterColumns & Columns>`
    select * from ${sql.table(table)} where environment_id = ${environmentId} order by created_at, id`.execute(
    db,
  );
  return rows.map((row) => {
    const shared: SavedFilter = {
      id: row.id,
      name: row.name,
      filter: row.filter,
      shared: row.shared,
      creator: { type: row.creator_type as CreatorType, id: row.creator_id },
    };
    return { ...fromColumns(row), ...shared } as Filter; // the two halves of what `fromColumns` leaves out
  });
}

export async function listVisibleFilters<Filter extends SavedFilter, Columns extends object>(
  { db, environment, identity }: RequestContext,
  table: FilterTable<Filter, Columns>,
): Promise<Filter[]> {
  const filters = await listFilters(db, environment.id, table);
  return filters.filter((filter) => maySeeFilter(filter, identity));
}

/** Somebody else's own filter is not there. */
export async function findVisibleFilter<Filter extends SavedFilter, Columns extends object>(
  context: RequestContext,
  table: FilterTable<Filter, Columns>,
  id: string | undefined,
): Promise<Filter> {
  const filter = (await listVisibleFilters(context, table)).find((candidate) => candidate.id === id);
  if (!filter) throw refusal('NOT_FOUND');
  return filter;
}

/** Anybody may keep filters of their own, also who may write nothing else: there has to be an end of it. */
const MOST_OF_ONE = 200;

export async function refuseTooMany(
  { db, environment, identity }: RequestContext,
  { table }: { table: string },
): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where environment_id = ${environment.id}
      and creator_type = ${identity.type} and creator_id = ${identity.id} and not shared`.execute(db);
  if (Number(rows[0]?.count) >= MOST_OF_ONE) {
    throw refusal('TECHNICAL_LIMIT_REACHED', { limit: 'own_filters', maximum: MOST_OF_ONE });
  }
}

/** Answers false where the id is taken. */
export async function insertFilter<Filter extends SavedFilter, Columns extends object>(
  db: Db,
  scope: { environmentId: string; now: Date },
  kind: FilterTable<Filter, Columns>,
  filter: Filter,
): Promise<boolean> {
  const row = { environment_id: scope.environmentId, ...rowFromFilter(filter, kind), created_at: scope.now };
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  const { rows } = await sql`
    insert into ${sql.table(kind.table)} (${columns}) values (${sql.join(Object.values(row))})
    on conflict (environment_id, id) do nothing returning id`.execute(db);
  return rows.length > 0;
}

export async function updateFilters<Filter extends SavedFilter, Columns extends object>(
  db: Db,
  scope: { environmentId: string; now: Date },
  kind: FilterTable<Filter, Columns>,
  filters: readonly Filter[],
): Promise<void> {
  const rows = filters.map((filter) => ({
    environment_id: scope.environmentId,
    ...rowFromFilter(filter, kind),
    created_at: scope.now,
  }));
  await upsertRows(db, kind.table, rows);
}

function rowFromFilter<Filter extends SavedFilter, Columns extends object>(
  filter: Filter,
  { toColumns }: FilterTable<Filter, Columns>,
) {
  return {
    id: filter.id,
    name: filter.name,
    filter: JSON.stringify(filter.filter),
    shared: filter.shared,
    creator_type: filter.creator.type,
    creator_id: filter.creator.id,
    ...toColumns(filter),
  };
}

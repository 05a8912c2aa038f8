import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { SLICED_TABLES, type SlicedTables, WHOLE_TABLES } from './scoped-tables.ts';

/** Internal ids of environments. */
export interface Route {
  from: string;
  to: string;
}

/** The columns of each table as the database knows them, so that a new one is copied too, with what is written into
 *  them: what the source has, or something else. */
export type Columns = ReadonlyMap<string, readonly { name: string; value: RawBuilder<unknown> }[]>;

/** Undefined for a column that is copied as it is. */
export type Replacement = (table: string, column: string) => RawBuilder<unknown> | undefined;

export async function readColumns(db: Db, replacement: Replacement = () => undefined): Promise<Columns> {
  const tables = [...WHOLE_TABLES, ...SLICED_TABLES.flatMap(({ parts }) => parts.map(({ table }) => table))];
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relname = any(${tables})
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'environment_id'
    group by c.relname`.execute(db);
  return new Map(
    rows.map(({ name: table, columns }) => [
      table,
      columns.map((name) => ({ name, value: replacement(table, name) ?? sql.id(name) })),
    ]),
  );
}

export async function copyWholeTables(db: Db, route: Route, columns: Columns): Promise<void> {
  for (const table of WHOLE_TABLES) await copyRows(db, table, { route, columns, where: sql`true` });
}

/** What belongs to these assets or records is made as it is in the source; what the source has no more goes. */
export async function copyAgain(
  db: Db,
  { parts }: SlicedTables,
  { route, columns, ids }: { route: Route; columns: Columns; ids: readonly string[] },
): Promise<void> {
  for (const { table, key } of parts) {
    const where = sql`${sql.id(key)} = any(${ids})`;
    await sql`delete from ${sql.table(table)} where environment_id = ${route.to} and ${where}`.execute(db);
    await copyRows(db, table, { route, columns, where });
  }
}

/** A range of ids: above the first, up to the second; null is open. */
export interface Range {
  after: string;
  upTo: string | null;
}

/** One statement: what belongs together is copied as it is at one moment, and a slice is not made of waits. */
export async function copyRange(
  db: Db,
  { parts }: SlicedTables,
  { route, columns, range }: { route: Route; columns: Columns; range: Range },
): Promise<void> {
  const inserts = parts.map(({ table, key }) =>
    copying(table, { route, columns, where: isInRange(key, range) }),
  );
  await inOneStatement(inserts).execute(db);
}

/** The parts first: then nothing is left that a foreign key would have to look for. */
export async function deleteRange(
  db: Db,
  { parts }: SlicedTables,
  { environmentId, range }: { environmentId: string; range: Range },
): Promise<void> {
  const deletions = [...parts].reverse().map(
    ({ table, key }) => sql`delete from ${sql.table(table)}
      where environment_id = ${environmentId} and ${isInRange(key, range)}`,
  );
  await inOneStatement(deletions).execute(db);
}

function inOneStatement(statements: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const named = statements.map((statement, index) => sql`${sql.id(`part${index}`)} as (${statement})`);
  return sql`with ${sql.join(named)} select`;
}

export function isInRange(key: string, { after, upTo }: Range): RawBuilder<boolean> {
  const column = sql.ref(key);
  if (upTo === null) return sql<boolean>`${column} > ${after}`;
  return sql<boolean>`${column} > ${after} and ${column} <= ${upTo}`;
}

/** The last id of the next `count` ones; null when fewer are left. */
export async function findEndOfRange(
  db: Db,
  root: string,
  { environmentId, after, count }: { environmentId: string; after: string; count: number },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(root)} where environment_id = ${environmentId} and id > ${after}
    order by id offset ${count - 1} limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

async function copyRows(db: Db, table: string, what: Copied): Promise<void> {
  await copying(table, what).execute(db);
}

interface Copied {
  route: Route;
  columns: Columns;
  where: RawBuilder<unknown>;
}

function copying(table: string, { route, columns, where }: Copied): RawBuilder<unknown> {
  const known = columns.get(table);
  if (!known) throw new Error(`The database has no table "${table}".`);
  return sql`
    insert into ${sql.table(table)} (environment_id, ${sql.join(known.map(({ name }) => sql.id(name)))})
    select ${route.to}, ${sql.join(known.map(({ value }) => value))} from ${sql.table(table)}
    where environment_id = ${route.from} and ${where}`;
}

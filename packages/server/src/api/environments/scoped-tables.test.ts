import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { openTestDatabase } from '#testing/test-database.ts';
import { readColumns } from './copy-rows.ts';
import { LEFT_TABLES, SLICED_TABLES, WHOLE_TABLES } from './scoped-tables.ts';

let database: Database;
const sliced = SLICED_TABLES.flatMap(({ parts }) => parts.map(({ table }) => table));

beforeAll(async () => {
  database = await openTestDatabase();
  await migrate(database.db);
});
afterAll(() => database.close());

it('every table with rows of an environment is copied by a fork, or left with a reason', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'environment_id' and table_schema = current_schema()`.execute(database.db);
  const known = [...WHOLE_TABLES, ...sliced, ...Object.keys(LEFT_TABLES)];
  expect(known.sort()).toEqual(rows.map(({ name }) => name).sort());
});

it('every column but that of the environment is copied', async () => {
  const { rows } = await sql<{ name: string; count: number }>`
    select table_name as name, count(*)::integer as count from information_schema.columns
    where table_schema = current_schema() and is_generated = 'NEVER' group by table_name`.execute(
    database.db,
  );
  const counts = new Map(rows.map(({ name, count }) => [name, count]));
  const columns = await readColumns(database.db);
  for (const table of [...WHOLE_TABLES, ...sliced]) {
    expect([table, columns.get(table)?.length]).toEqual([table, (counts.get(table) ?? 0) - 1]);
  }
});

it('a table stands after those it points at', async () => {
  const order: string[] = [...WHOLE_TABLES, ...sliced];
  const { rows } = await sql<{ child: string; parent: string }>`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
    where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(database.db);
  const pairs = rows.filter(
    ({ child, parent }) => child !== parent && order.includes(child) && order.includes(parent),
  );
  expect(pairs.filter(({ child, parent }) => order.indexOf(child) < order.indexOf(parent))).toEqual([]);
});

import { type Insertable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** Tables whose key is `(environment_id, id)`. */
export type EnvironmentTable = {
  [Name in keyof Tables]: Tables[Name] extends { environment_id: string; id: string } ? Name : never;
}[keyof Tables];

/** What differs between two lists of values that are never changed in place: what did not change is the same
 *  object in both. */
export function differences<Part extends { id: string }>(
  before: readonly Part[],
  after: readonly Part[],
): { gone: string[]; changed: Part[] } {
  const old = new Set(before);
  const kept = new Set(after.map((part) => part.id));
  return {
    gone: before.filter((part) => !kept.has(part.id)).map((part) => part.id),
    changed: after.filter((part) => !old.has(part)),
  };
}

/** One statement, or none. */
export async function deleteRows(
  db: Db,
  table: EnvironmentTable,
  environmentId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(table)} where environment_id = ${environmentId} and id = any(${ids})`.execute(
    db,
  );
}

/** Inserts rows, or replaces those that are there but for the moment they were made at. One statement, or none. */
export async function upsertRows(
  db: Db,
  table: EnvironmentTable,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((name) => !['environment_id', 'id', 'created_at'].includes(name));
  await db
    .insertInto(table)
    .values(rows as unknown as Insertable<Tables[EnvironmentTable]>[]) // checked where each table's rows are made
    .onConflict((conflict) => conflict.columns(['environment_id', 'id']).doUpdateSet(() => excluded(columns)))
    .execute();
}

function excluded(columns: readonly string[]) {
  return Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]));
}

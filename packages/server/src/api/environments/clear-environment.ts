import { sql } from 'kysely';
import type { Database, Db } from '#db/database.ts';
import { deleteRange, isInRange, type Range } from './copy-rows.ts';
import { SLICED_TABLES, type SlicedTables, WHOLE_TABLES } from './scoped-tables.ts';
import { type InSlice, trustForeignKeys, walkInSlices } from './slices.ts';

const SLICE_MS = 35;

/** Everything that the environment holds, in slices; itself it stays. */
export async function clearEnvironment(
  database: Database,
  environmentId: string,
  onUploads: (db: Db, paths: string[]) => Promise<void> = async () => {},
): Promise<void> {
  const inSlice: InSlice = (work) =>
    database.db.transaction().execute(async (db) => {
      await trustForeignKeys(database, db);
      return work(db);
    });
  for (const tables of [...SLICED_TABLES].reverse()) {
    const { root } = tables;
    await walkInSlices(inSlice, { root, environmentId, sliceMs: SLICE_MS }, async (db, range) => {
      if (root !== 'upload') return deleteRecords(db, tables, { environmentId, range });
      await onUploads(db, await deleteUploads(db, environmentId, range));
    });
  }
  await inSlice(async (db) => {
    for (const table of [...WHOLE_TABLES].reverse()) {
      await sql`delete from ${sql.table(table)} where environment_id = ${environmentId}`.execute(db);
    }
  });
}

async function deleteRecords(
  db: Db,
  tables: SlicedTables,
  { environmentId, range }: { environmentId: string; range: Range },
): Promise<void> {
  await sql`delete from item_text
    where environment_id = ${environmentId} and ${isInRange('item_id', range)}`.execute(db);
  await deleteRange(db, tables, { environmentId, range });
}

/** With their tracks, as foreign keys may not be looked up. Answers the paths of all their files. */
async function deleteUploads(db: Db, environmentId: string, range: Range): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    with track as (
      delete from upload_track where environment_id = ${environmentId} and ${isInRange('upload_id', range)}
      returning path
    ), gone as (
      delete from upload where environment_id = ${environmentId} and ${isInRange('id', range)} returning path
    ) select path from track union all select path from gone`.execute(db);
  return rows.map(({ path }) => path);
}

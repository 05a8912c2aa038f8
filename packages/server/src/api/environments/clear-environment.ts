import { type RawBuilder, sql } from 'kysely';
import type { Database, Db } from '#db/database.ts';
import { deleteRange, isInRange } from './copy-rows.ts';
import { SLICED_TABLES, WHOLE_TABLES } from './scoped-tables.ts';
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
      if (root !== 'upload') return deleteRange(db, tables, { environmentId, range });
      await onUploads(db, await deleteUploads(db, environmentId, isInRange('id', range)));
    });
  }
  await inSlice(async (db) => {
    for (const table of [...WHOLE_TABLES].reverse()) {
      await sql`delete from ${sql.table(table)} where environment_id = ${environmentId}`.execute(db);
    }
  });
}

async function deleteUploads(
  db: Db,
  environmentId: string,
  isInRange: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    delete from upload where environment_id = ${environmentId} and ${isInRange} returning path`.execute(db);
  return rows.map(({ path }) => path);
}

import { sql } from 'kysely';
import type { Database, Db } from '#db/database.ts';
import { isInRange } from './copy-rows.ts';
import { SLICED_TABLES, WHOLE_TABLES } from './scoped-tables.ts';
import { type InSlice, walkInSlices } from './slices.ts';

const SLICE_MS = 25;

/** Everything that the environment holds, in slices; itself it stays. */
export async function clearEnvironment(
  database: Database,
  environmentId: string,
  onUploads: (db: Db, paths: string[]) => Promise<void> = async () => {},
): Promise<void> {
  const inSlice: InSlice = (work) => database.db.transaction().execute(work);
  for (const { root } of [...SLICED_TABLES].reverse()) {
    await walkInSlices(inSlice, { root, environmentId, sliceMs: SLICE_MS }, async (db, range) => {
      const isOurs = sql`environment_id = ${environmentId} and ${isInRange('id', range)}`;
      if (root === 'upload') await onUploads(db, await deleteUploads(db, isOurs));
      else await sql`delete from ${sql.table(root)} where ${isOurs}`.execute(db); // with all its parts
    });
  }
  await database.db.transaction().execute(async (db) => {
    for (const table of [...WHOLE_TABLES].reverse()) {
      await sql`delete from ${sql.table(table)} where environment_id = ${environmentId}`.execute(db);
    }
  });
}

async function deleteUploads(db: Db, isOurs: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    delete from upload where ${isOurs} returning path`.execute(db);
  return rows.map(({ path }) => path);
}

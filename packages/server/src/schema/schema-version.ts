import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Gives the environment a new schema version. First statement of every schema change: it locks the
 *  environment's row, so that schema changes happen one after the other. A writer of records moves the same row
 *  with its events, for the version it decided with only, and so never saves a document of an older shape. */
export async function bumpSchemaVersion(db: Db, environmentId: string): Promise<number> {
  const { rows } = await sql<{ version: string }>`
    update environment set schema_version = schema_version + 1 where id = ${environmentId}
    returning schema_version::text as version`.execute(db);
  return Number(rows[0]?.version);
}

import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Gives the environment a new schema version. First statement of every schema change: it locks the
 *  environment's row, so that schema changes happen one after the other. A writer of records moves the same row
 *  with its events, for the version it decided with only, and so never saves a document of an older shape.
 *  While a job is going to change the schema (`announceSchemaChange`), only that job may. */
export async function bumpSchemaVersion(
  db: Db,
  environmentId: string,
  jobId: string | null,
): Promise<number> {
  const { rows } = await sql<{ version: string }>`
    update environment set schema_version = schema_version + 1
    where id = ${environmentId} and (schema_job_id is null or schema_job_id = ${jobId}::text)
    returning schema_version::text as version`.execute(db);
  if (!rows[0]) throw refusal('CONCURRENT_ITEM_TYPE_UPDATE');
  return Number(rows[0].version);
}

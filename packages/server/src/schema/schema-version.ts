import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Gives the environment a new schema version. First statement of every schema change: it locks the
 *  environment's row, so that schema changes happen one after the other and writers of records, who hold the
 *  version (`holdSchemaVersion`), never save a document of the old shape after its table was rewritten. */
export async function bumpSchemaVersion(db: Db, environmentId: string): Promise<number> {
  const { rows } = await sql<{ version: string }>`
    update environment set schema_version = schema_version + 1 where id = ${environmentId}
    returning schema_version::text as version`.execute(db);
  return Number(rows[0]?.version);
}

/** For a transaction that writes records by a schema read before it: no schema change commits until the
 *  transaction ends, and one that did since refuses it. Costs one statement; needed on PostgreSQL only, since
 *  the embedded database runs one transaction at a time (call it with the version loaded inside). */
export async function holdSchemaVersion(db: Db, environmentId: string, version: number): Promise<void> {
  const { rows } = await sql`
    select 1 from environment where id = ${environmentId} and schema_version = ${version} for share`.execute(
    db,
  );
  if (rows.length === 0) throw refusal('CONCURRENT_ITEM_TYPE_UPDATE');
}

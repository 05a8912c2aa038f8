import { stat } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from './database.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import { executeAlone } from './execute-alone.ts';
import { unpackPreparedDatabase } from './prepared-database.ts';
import type { Tables } from './tables.ts';

/** PGlite in a folder: PostgreSQL without a server, one connection. A missing folder is made. */
export async function openEmbedded(folder: string): Promise<Database> {
  if (!(await exists(folder))) await unpackPreparedDatabase(folder);
  const pool = new EmbeddedPool(folder);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  (await pool.connect()).release();
  return {
    kind: 'embedded',
    db,
    writes: () => pool.writes,
    execute: (text, parameters) => executeAlone(() => pool.connect(), text, parameters),
    close: () => db.destroy(),
  };
}

async function exists(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined)) !== undefined;
}

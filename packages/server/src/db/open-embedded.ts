import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from './database.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import type { Tables } from './tables.ts';

/** PGlite in a folder (`memory://` for none): PostgreSQL without a server, one connection. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const pool = new EmbeddedPool(dataDir);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  (await pool.connect()).release();
  return {
    kind: 'embedded',
    db,
    execute: (text, parameters) => executeOn(pool, text, parameters),
    close: () => db.destroy(),
  };
}

async function executeOn(pool: EmbeddedPool, text: string, parameters: readonly unknown[]) {
  const client = await pool.connect();
  try {
    return await client.query<unknown>(text, parameters);
  } finally {
    client.release();
  }
}

import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { query } from './client.ts';
import type { Database } from './database.ts';
import { translateDatabaseError } from './database-error.ts';
import { executeAlone } from './execute-alone.ts';
import type { Tables } from './tables.ts';
import { typeParsers } from './type-parsers.ts';

export interface PostgresOptions {
  url: string;
  connections?: number;
  /** An idle connection broke; the pool replaces it. */
  onConnectionLost?: (error: Error) => void;
}

/** Any PostgreSQL 15 or later, or an engine that speaks its protocol. */
export async function openPostgres({
  url,
  connections = 10,
  onConnectionLost,
}: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: typeParsers,
    options: SESSION,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: TEN_MINUTES_MS,
  });
  pool.on('error', (error) => onConnectionLost?.(error));
  const clients = wrapPool(pool);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: clients }) });
  return {
    kind: 'postgres',
    db,
    execute: (text, parameters) => executeAlone(() => clients.connect(), text, parameters),
    close: () => db.destroy(),
  };
}

/** Left to itself, PostgreSQL plans a statement anew whenever it believes that what is bound matters. Planning a save
 *  takes three times as long as running it, and all lookups are written for a plan that is kept. */
const SESSION = '-c timezone=UTC -c plan_cache_mode=force_generic_plan';

/** A new connection knows no table and no plan: its first save takes several times as long as later ones. */
const TEN_MINUTES_MS = 600_000;

/** Kysely's view of the pool. A client keeps its wrapper, by which Kysely recognizes a connection. */
function wrapPool(pool: pg.Pool): PostgresPool {
  const wrappers = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await connect(pool);
      const wrapper = wrappers.get(client) ?? wrapClient(client);
      wrappers.set(client, wrapper);
      return wrapper;
    },
    end: () => pool.end(),
  };
}

function wrapClient(client: pg.PoolClient): PostgresPoolClient {
  return {
    query: (text: string, parameters: readonly unknown[]) => query(client, text, parameters),
    release: () => client.release(),
  } as PostgresPoolClient;
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The database, or a transaction on it: queries do not care. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** What an adapter (embedded, PostgreSQL) hands to the app. */
export interface Database {
  kind: 'embedded' | 'postgres';
  db: Kysely<Tables>;
  /** Grows with whatever is written, before the writer hears of it. Absent where others write, too. */
  writes?(): number;
  /** Runs one SQL text with positional parameters: what the job queue speaks. */
  execute(text: string, parameters: readonly unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

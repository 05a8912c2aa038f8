import type { Kysely } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** Does the work in a transaction: the one that is running, or one of its own. */
export function inTransaction<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db);
  return (db as Kysely<Tables>).transaction().execute(work);
}

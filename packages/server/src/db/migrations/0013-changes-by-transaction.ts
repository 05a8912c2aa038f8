import { type Kysely, sql } from 'kysely';

/** Readers ask which events were committed since they last looked, by the transactions that wrote them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index event_by_transaction on event (xid)`.execute(db);
}

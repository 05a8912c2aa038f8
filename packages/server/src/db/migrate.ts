import { type Kysely, sql, type Transaction } from 'kysely';
import { type Migration, migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the database up to this version, all or nothing. Several processes may start at once: the lock lets
 * one of them work, the others find nothing left to do. There is no way back; a database that is ahead of the
 * program is refused.
 */
export async function migrate(db: Kysely<Tables>, list: readonly Migration[] = migrations): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    await sql`create table if not exists migration (
      number integer primary key, name text not null, applied_at timestamptz not null default now()
    )`.execute(transaction);
    const applied = await findApplied(transaction);
    refuseNewer(applied, list);
    for (const migration of list) if (!applied.has(migration.number)) await apply(transaction, migration);
  });
}

/** Any number will do, as long as nobody else takes it: "recto" as letters of the alphabet. */
const LOCK = 1805032015;

async function findApplied(transaction: Transaction<Tables>): Promise<Set<number>> {
  const { rows } = await sql<{ number: number }>`select number from migration`.execute(transaction);
  return new Set(rows.map((row) => row.number));
}

function refuseNewer(applied: Set<number>, list: readonly Migration[]): void {
  const known = new Set(list.map((migration) => migration.number));
  const unknown = [...applied].filter((number) => !known.has(number));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was made by a newer Recto (migration ${Math.max(...unknown)}). Start that version again; there is no way back.`,
  );
}

async function apply(transaction: Transaction<Tables>, migration: Migration): Promise<void> {
  await migration.up(transaction as unknown as Kysely<unknown>); // a migration must not know today's tables
  await sql`insert into migration (number, name) values (${migration.number}, ${migration.name})`.execute(
    transaction,
  );
}

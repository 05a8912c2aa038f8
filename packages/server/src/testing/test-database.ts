import type { Database } from '#db/database.ts';
import { openEmbeddedTestDatabase } from './embedded-test-database.ts';
import { openPostgresTestDatabase } from './postgres-test-database.ts';

/** A migrated, empty database of one's own; `close()` also removes it. Embedded, or PostgreSQL when
 *  `RECTO_TEST_DATABASE=postgres`. */
export function openTestDatabase(): Promise<Database> {
  return isPostgresRun() ? openPostgresTestDatabase() : openEmbeddedTestDatabase();
}

export function isPostgresRun(): boolean {
  return process.env.RECTO_TEST_DATABASE === 'postgres';
}

import { randomBytes } from 'node:crypto';
import { databaseUrl, runOnServer } from './postgres-test-database.ts';
import { isPostgresRun } from './test-database.ts';

/** Environment variables that give a program an empty database: none for the embedded one, else a PostgreSQL
 *  database that goes when the test run's server does. */
export async function createEmptyDatabase(): Promise<Record<string, string>> {
  const serverUrl = process.env.RECTO_TEST_POSTGRES_URL;
  if (!isPostgresRun() || !serverUrl) return {};
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runOnServer(serverUrl, `create database ${name} template template0`);
  return { DATABASE_URL: databaseUrl(serverUrl, name), RECTO_SECRET: 'a secret that only this test knows' };
}

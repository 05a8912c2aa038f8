import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Database } from '#db/database.ts';
import { openPostgres } from '#db/open-postgres.ts';

/** Copies the template that the test run's server holds (`postgres-test-server.ts`). */
export async function openPostgresTestDatabase(): Promise<Database> {
  const serverUrl = process.env.RECTO_TEST_POSTGRES_URL;
  if (!serverUrl) throw new Error('RECTO_TEST_POSTGRES_URL is set by the global set-up of the test run.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runOnServer(serverUrl, `create database ${name} template ${TEMPLATE_NAME} strategy file_copy`);
  const database = await openPostgres({ url: databaseUrl(serverUrl, name), connections: 5 });
  const close = async () => {
    await database.close();
    await runOnServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { ...database, close };
}

export const TEMPLATE_NAME = 'recto_template';

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function runOnServer(serverUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

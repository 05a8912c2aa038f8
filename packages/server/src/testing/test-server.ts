import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient, type Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import pino from 'pino';
import { createProject } from '#account-api/sites/create-project.ts';
import { insertAccessToken } from '#api/access-tokens/table.ts';
import type { Ports } from '#http/ports.ts';
import type { Mail } from '#mail/mailer.ts';
import { newToken } from '#secrets/secret.ts';
import { openServer } from '../open-server.ts';
import { readSettings, type Settings } from '../settings.ts';
import { openTestDatabase } from './test-database.ts';

export interface TestServer {
  url: string;
  cmaUrl: string;
  accountUrl: string;
  graphqlUrl: string;
  ports: Ports;
  /** What was sent to people. */
  mails: Mail[];
  createProject(project?: { locales?: [string, ...string[]] }): Promise<TestProject>;
  close(): Promise<void>;
}

export interface TestProject {
  siteId: string;
  fullAccessToken: string;
  readOnlyToken: string;
  /** The unmodified official client, with full access. */
  client: Client;
}

/** The whole program on a free port, with a database and a data folder of its own. No rate limit. */
export async function startTestServer(
  overrides: Partial<Settings> & { now?: () => Date } = {},
): Promise<TestServer> {
  const { now, ...settings } = overrides;
  const dataDir = await mkdtemp(join(tmpdir(), 'recto-test-data-'));
  const read = { ...readSettings({ PORT: '0', RECTO_RATE_LIMIT: 'off' }), dataDir, ...settings };
  const mails: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void mails.push(mail) };
  const parts = { openDatabase: openTestDatabase, mailer, savesUsage: false, ...(now ? { now } : {}) };
  const server = await openServer(read, pino({ level: process.env.RECTO_TEST_LOG ?? 'fatal' }), parts);
  const url = await server.listen();
  const cmaUrl = `${url}/site-api`;
  return {
    url,
    cmaUrl,
    accountUrl: `${url}/account-api`,
    graphqlUrl: `${url}/graphql`,
    ports: server.ports,
    mails,
    createProject: (project) => createTestProject(server.ports, cmaUrl, project),
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function createTestProject(
  ports: Ports,
  baseUrl: string,
  { locales = ['en'] }: { locales?: [string, ...string[]] } = {},
): Promise<TestProject> {
  const fullAccessToken = newToken();
  const name = newId();
  const internalSubdomain = `test-${name.replaceAll(/\W|_/g, '-').toLowerCase()}`;
  const project = { name, ownerId: null, internalSubdomain, mainLocale: locales[0] };
  const now = ports.now();
  const { secret } = ports.settings;
  const made = await ports.database.db.transaction().execute(async (db) => {
    const created = await createProject(db, project, { now, newId, secret });
    const token = fullAccessTokenOf(fullAccessToken);
    await insertAccessToken(db, { siteId: created.siteId, secret }, token, now);
    await db.updateTable('environment').set({ locales }).where('site_id', '=', created.siteId).execute();
    return created;
  });
  // A wrong answer must fail the test, not be repeated until it times out.
  const client = buildClient({ apiToken: fullAccessToken, baseUrl, autoRetry: false });
  return { ...made, fullAccessToken, client };
}

function fullAccessTokenOf(token: string) {
  return {
    id: newId(),
    name: 'Full-access API token',
    hardcodedType: 'readwrite',
    roleId: null,
    canAccessCda: true,
    canAccessCdaPreview: true,
    canAccessCma: true,
    token,
  };
}

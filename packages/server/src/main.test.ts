import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient, type Client } from '@datocms/cma-client-node';
import { buildClient as buildDashboardClient } from '@datocms/dashboard-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmptyDatabase } from '#testing/empty-database.ts';
import { type Program, runProgram, startProgram } from '#testing/program.ts';

// Each test starts the whole program several times.
vi.setConfig({ testTimeout: 120_000 });

const OWNER = { RECTO_OWNER_EMAIL: 'owner@example.com', RECTO_OWNER_PASSWORD: 'correct horse battery' };

let folder: string;
let variables: Record<string, string>;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-program-'));
  variables = { RECTO_DATA_DIR: folder, ...(await createEmptyDatabase()) };
});
afterEach(async () => {
  await program?.end('SIGKILL').catch(() => {});
  program = undefined;
  await rm(folder, { recursive: true });
});

async function start(): Promise<Program> {
  program = await startProgram({ ...variables, ...OWNER });
  return program;
}

/** What the owner's admin works with. */
async function signIn({ url }: Program): Promise<string> {
  const baseUrl = `${url}/account-api`;
  const credentials = { email: OWNER.RECTO_OWNER_EMAIL, password: OWNER.RECTO_OWNER_PASSWORD };
  const visitor = buildDashboardClient({ apiToken: null, baseUrl, autoRetry: false });
  const { data } = await visitor.session.rawCreate({
    data: { type: 'email_credentials', attributes: credentials },
  });
  const [site] = await buildDashboardClient({ apiToken: data.id, baseUrl, autoRetry: false }).sites.list();
  return site?.access_token ?? '';
}

function clientOf({ url }: Program, apiToken: string): Client {
  return buildClient({ apiToken, baseUrl: `${url}/site-api`, autoRetry: false });
}

describe('the first start', () => {
  it('prints an address, how to sign in, a token, and a question that is answered', async () => {
    const { url, output } = await start();
    expect(output()).toContain(`Sign in at ${url}`);
    const [, token = ''] = /read-only API token:\s+(\w+)/.exec(output()) ?? [];
    expect(output()).toContain(`curl ${url}/graphql -H 'Authorization: Bearer ${token}'`);
    const [, body = ''] = /-d '(.+)'/.exec(output()) ?? [];
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.json()).toEqual({ data: { _site: { locales: ['en'] } } });
  });

  it('tells how to become the owner when the settings name none', async () => {
    program = await startProgram(variables);
    expect(program.output()).toContain(`Open ${program.url} in a browser`);
  });

  it('is the only one that shows the token', async () => {
    const first = await start();
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await start();
    expect(second.output()).not.toContain('token');
    expect(await signIn(second)).not.toBe('');
  });
});

describe('a start that cannot be', () => {
  it('says everything that is wrong with the settings', async () => {
    const { code, output } = await runProgram({ ...variables, RECTO_RATE_LIMIT: 'x', RECTO_ROLE: 'y' });
    expect(code).toBe(1);
    expect(output).toMatch(/^Recto did not start\.\nRECTO_RATE_LIMIT .*\nRECTO_ROLE .*\n$/);
  });

  it.skipIf(process.env.RECTO_TEST_DATABASE === 'postgres')('says who has the data folder', async () => {
    await start();
    const { code, output } = await runProgram(variables);
    expect(code).toBe(1);
    expect(output).toMatch(/^Recto did not start\.\nThe data folder .* is in use by process \d+\./);
  });
});

describe('a program that is killed while it writes', () => {
  it('has kept everything that it acknowledged', async () => {
    let token = '';
    const acknowledged = new Set<string>();
    for (const round of [1, 2]) {
      const running = await start();
      token ||= await signIn(running);
      const client = clientOf(running, token);
      if (round === 1) await createModel(client);
      await writeUntilKilled(client, running, acknowledged, 150 * round);
    }
    const client = clientOf(await start(), token);
    const kept = new Set<string>();
    for await (const item of client.items.listPagedIterator({}, { perPage: 500 })) kept.add(item.id);
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(300);
  });
});

async function createModel(client: Client): Promise<void> {
  const model = await client.itemTypes.create({ name: 'Note', api_key: 'note' });
  await client.fields.create(model.id, { label: 'Title', api_key: 'title', field_type: 'string' });
}

/** Four writers at once; the process dies in the middle of their requests. */
async function writeUntilKilled(client: Client, running: Program, acknowledged: Set<string>, enough: number) {
  const [model] = await client.itemTypes.list();
  if (!model) throw new Error('The model is gone.');
  let killed: Promise<unknown> | undefined;
  const write = async () => {
    while (!killed) {
      const item = await client.items.create({ item_type: { type: 'item_type', id: model.id }, title: 'x' });
      acknowledged.add(item.id);
      if (acknowledged.size >= enough) killed ??= running.end('SIGKILL');
    }
  };
  await Promise.allSettled([write(), write(), write(), write()]);
  if (!killed) throw new Error('Nobody could write.');
  await killed;
}

// How long a fork of an environment with 20,000 records takes, and how long readers and writers of its source wait
// meanwhile.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '@datocms/cma-client-node';
import { startChild } from './child.mjs';
import { startPostgres } from './postgres.mjs';
import { fillProject, makeProject } from './project.mjs';
import { watchReaders } from './watch-readers.mjs';

const IDLE_MS = 3_000;
const isPostgres = process.argv.includes('--postgres');

const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
const postgres = isPostgres ? await startPostgres(folder) : undefined;
const server = await startChild('./serve.mjs', {
  PORT: '0',
  RECTO_DATA_DIR: join(folder, 'data'),
  RECTO_RATE_LIMIT: 'off',
  ...(postgres ? { DATABASE_URL: postgres.url, RECTO_SECRET: 'b'.repeat(64) } : {}),
});
try {
  console.log(isPostgres ? 'PostgreSQL' : 'embedded database');
  console.table(await run());
} finally {
  await server.close();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run() {
  const project = await makeProject(server.url);
  const baseUrl = `${server.url}/site-api`;
  const post = async (body) => {
    const response = await fetch(`${baseUrl}/items`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${project.writeToken}`,
        accept: 'application/json',
        'content-type': 'application/json',
        'x-api-version': '3',
      },
      body,
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()).data.id;
  };
  await fillProject(project, post);
  await server.ask('analyze');
  const client = buildClient({ apiToken: project.ownerToken, baseUrl, autoRetry: false });

  const rows = [await watch('idle', project, () => new Promise((resolve) => setTimeout(resolve, IDLE_MS)))];
  for (const name of ['first', 'second']) {
    rows.push(await watch(`fork ${name}`, project, () => forkAndWait(client, name)));
  }
  rows.push(
    await watch('destroy', project, async () => {
      await client.environments.destroy('first');
    }),
  );
  const counts = { articles: project.articles.length };
  const copied = buildClient({ apiToken: project.ownerToken, baseUrl, environment: 'second' });
  const { meta } = await copied.items.rawList({ filter: { type: 'article' }, page: { limit: 1 } });
  if (meta.total_count !== counts.articles) throw new Error(`${meta.total_count} articles were copied`);
  return rows;
}

async function forkAndWait(client, name) {
  await client.environments.fork('main', { id: name }, { immediate_return: true });
  for (;;) {
    const { meta } = await client.environments.find(name);
    if (meta.status === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function watch(name, project, work) {
  const { ms, reads, p50, p99, max } = await watchReaders({ url: server.url, project }, work);
  return {
    '': name,
    seconds: Number((ms / 1000).toFixed(2)),
    reads,
    'p50 ms': p50,
    'p99 ms': p99,
    'max ms': max,
  };
}

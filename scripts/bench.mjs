// `npm run bench` (`-- --postgres` for a real PostgreSQL, `-- --built` without building, `-- --schema` for the time
// that a large project's delivery schema takes, `-- delivery` for reads alone, on more records,
// `-- --cma` for what is done with many records): what Recto does in a second, as a share of what a
// static route does on the same machine in the same minutes. Absolute figures say more about the machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../bench/child.mjs';
import { measure, median } from '../bench/measure.mjs';
import { startPostgres } from '../bench/postgres.mjs';
import { articleBody, collectionBody, fillProject, makeProject } from '../bench/project.mjs';
import { QUERIES } from '../bench/queries.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CONNECTIONS = [1, 10];

if (!process.argv.includes('--built')) {
  await ensureInstalled();
  await ensureBuilt();
}
if (process.argv.includes('--fork')) {
  await import('../bench/fork.mjs');
  process.exit(0);
}
if (process.argv.includes('delivery')) {
  await import('../bench/delivery.mjs');
  process.exit(0);
}
if (process.argv.includes('--cma')) {
  await import('../bench/cma.mjs');
  process.exit(0);
}
if (process.argv.includes('--schema')) {
  await import('../bench/build-schema.mjs');
  process.exit(0);
}
const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
const postgres = process.argv.includes('--postgres') ? await startPostgres(folder) : undefined;
const server = await startChild('./serve.mjs', {
  PORT: '0',
  RECTO_DATA_DIR: join(folder, 'data'),
  RECTO_RATE_LIMIT: 'off',
  ...(postgres ? { DATABASE_URL: postgres.url, RECTO_SECRET: 'b'.repeat(64) } : {}),
});
const limit = await startChild('./limit.mjs');
try {
  const rows = await run();
  console.log(
    `\n${postgres ? 'PostgreSQL' : 'embedded database'}, ${process.env.BENCH_ARTICLES ?? 5000} articles`,
  );
  console.table(rows);
} finally {
  await server.close();
  await limit.close();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run() {
  const project = await makeProject(server.url);
  const headersOf = (token) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const headers = headersOf(project.readToken);
  const cmaHeaders = { ...headersOf(project.writeToken), accept: 'application/json', 'x-api-version': '3' };
  const post = async (body) => {
    const response = await fetch(`${server.url}/site-api/items`, {
      method: 'POST',
      headers: cmaHeaders,
      body,
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()).data.id;
  };
  console.log(`filled at ${Math.round(await fillProject(project, post))} articles a second`);
  await server.ask('analyze');

  const rows = [];
  let firstAnswer;
  for (const { name, query } of QUERIES) {
    const body = JSON.stringify({ query });
    const answer = await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).text();
    if (!answer.startsWith('{"data":')) throw new Error(answer);
    firstAnswer ??= answer;
    await limit.ask({ body: answer });
    for (const connections of CONNECTIONS) {
      const row = await compare(name, connections, { url: `${server.url}/graphql`, headers, body });
      rows.push({ ...row, bytes: answer.length });
    }
  }

  let number = project.articles.length;
  const creating = () => ({ body: articleBody(project, number++) });
  const updating = () => ({
    path: `/site-api/items/${project.articles[(number * 7919) % project.articles.length]}`,
    body: JSON.stringify({ data: { type: 'item', id: '', attributes: { title: `New title ${number++}` } } }),
  });
  // Writes are held against the first query's limit.
  await limit.ask({ body: firstAnswer });
  const url = `${server.url}/site-api/items`;
  for (const connections of CONNECTIONS) {
    const create = { url, headers: cmaHeaders, nextRequest: creating };
    rows.push(await compare('W1: create an article', connections, create));
    const update = { url, headers: cmaHeaders, method: 'PUT', nextRequest: updating };
    rows.push(await compare('W2: update a title', connections, update));
    const linked = { url, headers: cmaHeaders, body: collectionBody(project, 1_000) };
    rows.push(await compare('W3: create a record with 1,000 links', connections, linked));
  }
  return rows;
}

/** Ours and the limit by turns, so that a machine that slows down slows both. */
async function compare(name, connections, request) {
  const limited = {
    url: limit.url,
    body: '{"query":"{ __typename }"}',
    headers: { 'content-type': 'application/json' },
  };
  const ours = [];
  const limits = [];
  await measure({ ...request, connections, seconds: 1 });
  const before = await server.ask('statements');
  for (let round = 0; round < ROUNDS; round += 1) {
    limits.push(await measure({ ...limited, connections, seconds: SECONDS }));
    ours.push(await measure({ ...request, connections, seconds: SECONDS }));
  }
  const after = await server.ask('statements');
  const rate = median(ours.map((round) => round.rate));
  const limitRate = median(limits.map((round) => round.rate));
  const requests = ours.reduce((sum, { total }) => sum + total, 0);
  const row = {
    name,
    connections,
    'requests/s': Math.round(rate),
    limit: Math.round(limitRate),
    ratio: Number((rate / limitRate).toFixed(4)),
    'p99 ms': median(ours.map(({ p99 }) => p99)),
    statements: Number(((after.statements - before.statements) / requests).toFixed(1)),
    'memory MB': Math.round(after.memory / 1e6),
  };
  console.log(Object.values(row).join('  '));
  return row;
}

// `npm run bench -- delivery` (`--postgres`): the delivery API on 5,000 and 100,000 articles, with and without its
// response cache, as a share of a static route that returns the same bytes in the same minutes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '@datocms/cma-client-node';
import { startChild } from './child.mjs';
import { copyArticles } from './copy-articles.mjs';
import { makePages } from './deep-pages.mjs';
import { measure, median } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { fillProject, makeProject } from './project.mjs';
import { COUNT, DEEP, QUERIES } from './queries.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 5_000);
const TIMES = Number(process.env.BENCH_TIMES ?? 20);
const CONNECTIONS = [1, 10];
const isPostgres = process.argv.includes('--postgres');

const folder = await mkdtemp(join(tmpdir(), 'recto-bench-'));
const postgres = isPostgres ? await startPostgres(folder) : undefined;
const limit = await startChild('./limit.mjs');
const rows = [];
try {
  const project = await withServer('off', fill);
  await withServer('off', (server) => measureAll(server, project, ARTICLES, 'off'));
  await withServer('64mb', async (server) => {
    await measureAll(server, project, ARTICLES, 'on');
    const client = clientOf(server, project);
    await copyArticles(server, client, TIMES);
    await server.ask('analyze');
    await measureAll(server, project, ARTICLES * TIMES, 'on');
  });
  await withServer('off', (server) => measureAll(server, project, ARTICLES * TIMES, 'off'));
  console.log(isPostgres ? 'PostgreSQL' : 'embedded database');
  console.table(rows);
} finally {
  await limit.close();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function withServer(responseCache, work) {
  const server = await startChild('./serve.mjs', {
    PORT: '0',
    RECTO_DATA_DIR: join(folder, 'data'),
    RECTO_RATE_LIMIT: 'off',
    RECTO_RESPONSE_CACHE: responseCache,
    ...(postgres ? { DATABASE_URL: postgres.url, RECTO_SECRET: 'b'.repeat(64) } : {}),
  });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

async function fill(server) {
  const project = await makeProject(server.url);
  const headers = {
    authorization: `Bearer ${project.writeToken}`,
    accept: 'application/json',
    'content-type': 'application/json',
    'x-api-version': '3',
  };
  await fillProject(project, async (body) => {
    const response = await fetch(`${server.url}/site-api/items`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()).data.id;
  });
  await makePages(clientOf(server, project));
  await server.ask('analyze');
  return project;
}

function clientOf({ url }, { ownerToken }) {
  return buildClient({ apiToken: ownerToken, baseUrl: `${url}/site-api`, autoRetry: false });
}

async function measureAll(server, { readToken }, items, cache) {
  const headers = { authorization: `Bearer ${readToken}`, 'content-type': 'application/json' };
  for (const { name, query } of [...QUERIES, DEEP, COUNT]) {
    const request = { url: `${server.url}/graphql`, headers, body: JSON.stringify({ query }) };
    const answer = await (await fetch(request.url, { method: 'POST', ...request })).text();
    if (!answer.startsWith('{"data":')) throw new Error(answer);
    await limit.ask({ body: answer });
    // Long enough for the indexes that the query earns.
    await measure({ ...request, connections: 10, seconds: SECONDS });
    for (const connections of CONNECTIONS) {
      const figures = await compare(server, connections, request);
      rows.push({ query: name.split(':')[0], items, cache, bytes: answer.length, ...figures });
      console.log(Object.values(rows.at(-1)).join('  '));
    }
  }
}

/** Ours and the limit by turns, so that a machine that slows down slows both. */
async function compare(server, connections, request) {
  const limited = { url: limit.url, body: '{"query":"{ __typename }"}', headers: request.headers };
  const before = await server.ask('statements');
  const limitBefore = await limit.ask({});
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const most = await measure({ ...limited, connections, seconds: SECONDS });
    const ours = await measure({ ...request, connections, seconds: SECONDS });
    rounds.push({ ...ours, most: most.rate, mostTotal: most.total });
  }
  const after = await server.ask('statements');
  const limitAfter = await limit.ask({});
  const requests = sum(rounds.map(({ total }) => total));
  const cpu = cpuTime(before, after) / requests;
  const limitCpu = cpuTime(limitBefore, limitAfter) / sum(rounds.map(({ mostTotal }) => mostTotal));
  return {
    connections,
    'requests/s': Math.round(median(rounds.map(({ rate }) => rate))),
    ratio: Number(median(rounds.map(({ rate, most }) => rate / most)).toFixed(4)),
    // On a busy machine the clock says more about the others than this.
    'cpu ratio': Number((limitCpu / cpu).toFixed(3)),
    'p50 ms': median(rounds.map(({ p50 }) => p50)),
    'p99 ms': median(rounds.map(({ p99 }) => p99)),
    statements: Number(((after.statements - before.statements) / requests).toFixed(1)),
    'memory MB': Math.round(after.memory / 1e6),
  };
}

/** Microseconds of the processor, all threads. */
function cpuTime({ cpu: before }, { cpu: after }) {
  return after.user + after.system - before.user - before.system;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

// `npm run bench -- --cma`: what is done with many records through the Content Management API, in milliseconds: pages
// of 500, bulk operations on 200, changes of a model with 20,000, forks. What runs in the background is watched: how
// long readers wait, and which statement takes longest.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '@datocms/cma-client-node';
import { startChild } from './child.mjs';
import { median } from './measure.mjs';
import { startPostgres } from './postgres.mjs';
import { fillProject, makeProject } from './project.mjs';
import { watchReaders } from './watch-readers.mjs';

const ROUNDS = 3;
const PAGES = 15;
const BULK = 200;
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
  const rows = await run();
  console.log(isPostgres ? 'PostgreSQL' : 'embedded database');
  console.table(rows);
} finally {
  await server.close();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run() {
  const { url } = server;
  const project = await makeProject(url);
  const client = buildClient({ apiToken: project.ownerToken, baseUrl: `${url}/site-api`, autoRetry: false });
  console.log(`filled at ${Math.round(await fillProject(project, postItem(project)))} articles a second`);
  await server.ask('analyze');
  const rows = [
    await idle(project),
    ...(await readPages(project)),
    ...(await changeInBulk(client, project)),
    ...(await changeModel(project)),
    ...(await forkTwice(client, project)),
  ];
  console.log(`${project.articles.length} articles`);
  return rows;
}

function postItem(project) {
  return async (body) => (await (await send(project, 'POST', '/items', body)).json()).data.id;
}

async function send({ writeToken }, method, path, body) {
  const headers = {
    authorization: `Bearer ${writeToken}`,
    accept: 'application/json',
    'x-api-version': '3',
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
  const response = await fetch(`${server.url}/site-api${path}`, { method, headers, body });
  if (!response.ok && response.status !== 404) throw new Error(await response.text());
  return response;
}

function idle(project) {
  return watched('nothing for 5 s', project, () => sleep(5_000));
}

async function readPages(project) {
  const rows = [];
  for (const [name, more] of [
    ['page of 500', '&page[limit]=500'],
    ['page of 30, nested', '&page[limit]=30&nested=true'],
  ]) {
    const path = `/items?filter[type]=${project.models.article}&version=current${more}`;
    const { cpu } = await server.ask('watch');
    const ms = await medianOf(PAGES, async () => (await send(project, 'GET', path)).text());
    const figure = await server.ask('longest');
    rows.push({
      name,
      ms,
      'cpu ms': Math.round((figure.cpu - cpu) / PAGES),
      'longest statement': Number(figure.ms.toFixed(1)),
    });
  }
  return rows;
}

async function changeInBulk(client, project) {
  const stages = [
    { id: 'draft', name: 'Draft', initial: true },
    { id: 'done', name: 'Done' },
  ];
  const workflow = await client.workflows.create({ name: 'Review', api_key: 'review', stages });
  const model = await client.itemTypes.create({
    name: 'Draft',
    api_key: 'draft_article',
    draft_mode_active: true,
    workflow: { type: 'workflow', id: workflow.id },
  });
  const validators = { item_item_type: { item_types: [project.models.author] } };
  await client.fields.create(model.id, { label: 'Title', api_key: 'title', field_type: 'string' });
  await client.fields.create(model.id, { label: 'By', api_key: 'by', field_type: 'link', validators });
  const figures = new Map();
  const timed = async (name, work) => {
    const { cpu } = await server.ask('watch');
    const started = performance.now();
    const { meta } = await work();
    const took = performance.now() - started;
    if (meta.successful !== BULK) throw new Error(`${name}: ${JSON.stringify(meta)}`);
    const figure = await server.ask('longest');
    const row = { took, count: figure.count, longest: figure.ms, cpu: figure.cpu - cpu };
    figures.set(name, [...(figures.get(name) ?? []), row]);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const items = [];
    for (let number = 0; number < BULK; number += 1) {
      const by = project.authors[number % project.authors.length];
      const item_type = { type: 'item_type', id: model.id };
      const { id } = await client.items.create({ item_type, title: `Draft ${number}`, by });
      items.push({ type: 'item', id });
    }
    const body = (name, attributes) => ({
      data: {
        type: `item_bulk_${name}_operation`,
        ...(attributes ? { attributes } : {}),
        relationships: { items: { data: items } },
      },
    });
    await timed('bulk move to stage', () =>
      client.items.rawBulkMoveToStage(body('move_to_stage', { stage: 'done' })),
    );
    await timed('bulk publish', () => client.items.rawBulkPublish(body('publish')));
    await timed('bulk unpublish', () => client.items.rawBulkUnpublish(body('unpublish')));
    await timed('bulk destroy', () => client.items.rawBulkDestroy(body('destroy')));
  }
  return [...figures].map(([name, rounds]) => ({
    name: `${name} of ${BULK}`,
    ms: Math.round(median(rounds.map(({ took }) => took))),
    'cpu ms': Math.round(median(rounds.map(({ cpu }) => cpu))),
    'longest statement': Number(median(rounds.map(({ longest }) => longest)).toFixed(1)),
    statements: median(rounds.map(({ count }) => count)),
  }));
}

async function changeModel(project) {
  const { article } = project.models;
  const field = (api_key, more) =>
    JSON.stringify({ data: { type: 'field', attributes: { label: api_key, api_key, ...more } } });
  const rows = [];
  const change = async (name, method, path, body) => {
    let answered = 0;
    let result;
    const started = performance.now();
    const row = await watched(name, project, async () => {
      const response = await send(project, method, path, body);
      answered = performance.now() - started;
      const { data } = await response.json();
      result = response.status === 202 ? await jobResult(project, data.id) : data;
    });
    rows.push({ ...row, 'answers after ms': Math.round(answered) });
    return result;
  };
  const created = await change(
    'new field',
    'POST',
    `/item-types/${article}/fields`,
    field('subtitle', { field_type: 'string' }),
  );
  const { id } = created;
  const required = JSON.stringify({
    data: { type: 'field', id, attributes: { validators: { required: {} } } },
  });
  await change('rule of a field', 'PUT', `/fields/${id}`, required);
  const localized = JSON.stringify({ data: { type: 'field', id, attributes: { localized: true } } });
  await change('field becomes localized', 'PUT', `/fields/${id}`, localized);
  const locales = JSON.stringify({ data: { type: 'site', attributes: { locales: ['en', 'it'] } } });
  await change('new locale', 'PUT', '/site', locales);
  await change('field goes', 'DELETE', `/fields/${id}`);
  return rows;
}

async function jobResult(project, id) {
  for (;;) {
    const response = await send(project, 'GET', `/job-results/${id}`);
    if (response.status === 200) {
      const { status, payload } = (await response.json()).data.attributes;
      if (status !== 200) throw new Error(JSON.stringify(payload));
      return payload.data;
    }
    await sleep(50);
  }
}

async function forkTwice(client, project) {
  const rows = [];
  for (const name of ['first', 'second']) {
    rows.push(await watched(`fork ${name}`, project, () => forkAndWait(client, name)));
  }
  rows.push(await watched('destroy a fork', project, () => client.environments.destroy('first')));
  const copied = buildClient({
    apiToken: project.ownerToken,
    baseUrl: `${server.url}/site-api`,
    environment: 'second',
  });
  const { meta } = await copied.items.rawList({ filter: { type: 'article' }, page: { limit: 1 } });
  if (meta.total_count !== project.articles.length)
    throw new Error(`${meta.total_count} articles were copied`);
  return rows;
}

async function forkAndWait(client, name) {
  await client.environments.fork('main', { id: name }, { immediate_return: true });
  for (;;) {
    const { meta } = await client.environments.find(name);
    if (meta.status === 'ready') return;
    await sleep(50);
  }
}

async function watched(name, project, work) {
  const { cpu } = await server.ask('watch');
  const figures = await watchReaders({ url: server.url, project }, work);
  const longest = await server.ask('longest');
  return {
    name,
    ms: Math.round(figures.ms),
    'cpu ms': Math.round(longest.cpu - cpu),
    'reader p50': figures.p50,
    'reader p99': figures.p99,
    'reader max': figures.max,
    'longest statement': Number(longest.ms.toFixed(1)),
    'longest of the queue': Number(longest.queueMs.toFixed(1)),
    text: process.env.BENCH_TEXTS ? longest.text : undefined,
  };
}

async function medianOf(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return Number(median(times).toFixed(1));
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

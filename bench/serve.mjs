// The built server in a process of its own, started as `npm start` starts it. Told by messages, because the
// benchmark also wants to know how many statements a request took, which no API says.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { openLog } from '../packages/server/dist/open-log.js';
import { openServer } from '../packages/server/dist/open-server.js';
import { readSettings } from '../packages/server/dist/settings.js';

const server = await openServer(readSettings(process.env), openLog());
const url = await server.listen();

let statements = 0;
const executor = server.ports.database.db.getExecutor();
const executeQuery = executor.executeQuery.bind(executor);
executor.executeQuery = (...args) => {
  statements += 1;
  return executeQuery(...args);
};

// How long each statement keeps its connection, the job queue's apart. Where the system tells it of a thread, as
// processor time of the embedded database: on a busy machine the clock says more about the others.
const nothing = { ms: 0, queueMs: 0, count: 0, text: '' };
let longest = { ...nothing };
let databaseThread;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = async function timedQuery(...args) {
  const started = databaseTime();
  try {
    return await query.apply(this, args);
  } finally {
    noteStatement(args[0].text ?? String(args[0]), databaseTime() - started);
  }
};

function noteStatement(text, ms) {
  if (/\bjobs\./.test(text)) {
    longest.queueMs = Math.max(longest.queueMs, ms);
    return;
  }
  longest.count += 1;
  if (ms > longest.ms) longest = { ...longest, ms, text: text.replaceAll(/\s+/g, ' ').slice(0, 300) };
}

function databaseTime() {
  return databaseThread === undefined ? performance.now() : threadTime(databaseThread);
}

function threadTime(id) {
  return Number(readFileSync(`/proc/self/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** Besides the program's own thread, the one that has worked most. */
function findDatabaseThread() {
  if (process.env.DATABASE_URL || !existsSync('/proc/self/task')) return undefined;
  const others = readdirSync('/proc/self/task').filter((id) => Number(id) !== process.pid);
  return others.sort((a, b) => threadTime(b) - threadTime(a))[0];
}

function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// Whoever started this one was stopped.
process.on('disconnect', () => process.exit());
process.on('message', async (message) => {
  if (message === 'statements')
    process.send({ statements, memory: process.memoryUsage().rss, cpu: process.cpuUsage() });
  if (message === 'analyze') {
    await server.ports.database.execute('analyze', []);
    process.send({});
  }
  if (message.execute) {
    await server.ports.database.execute(message.execute, []);
    process.send({});
  }
  if (message === 'watch') {
    databaseThread = findDatabaseThread();
    longest = { ...nothing };
    process.send({ cpu: cpuTime() });
  }
  if (message === 'longest') process.send({ ...longest, cpu: cpuTime() });
  if (message === 'close') {
    await server.close();
    process.exit(0);
  }
});
process.send({ url });

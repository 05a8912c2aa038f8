// The built server in a process of its own, started as `npm start` starts it. Told by messages, because the
// benchmark also wants to know how many statements a request took, which no API says.
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

// How long each statement keeps its connection. The job queue's are told apart by its schema.
let longest = { ms: 0, queueMs: 0, text: '' };
const { query } = pg.Client.prototype;
pg.Client.prototype.query = async function timedQuery(...args) {
  const started = performance.now();
  try {
    return await query.apply(this, args);
  } finally {
    noteStatement(args[0].text ?? String(args[0]), performance.now() - started);
  }
};

function noteStatement(text, ms) {
  if (/\bjobs\./.test(text)) longest.queueMs = Math.max(longest.queueMs, ms);
  else if (ms > longest.ms) longest = { ...longest, ms, text: text.replaceAll(/\s+/g, ' ').slice(0, 300) };
}

// Whoever started this one was stopped.
process.on('disconnect', () => process.exit());
process.on('message', async (message) => {
  if (message === 'statements') process.send({ statements, memory: process.memoryUsage().rss });
  if (message === 'analyze') {
    await server.ports.database.execute('analyze', []);
    process.send({});
  }
  if (message.execute) {
    await server.ports.database.execute(message.execute, []);
    process.send({});
  }
  if (message === 'watch') {
    longest = { ms: 0, queueMs: 0, text: '' };
    process.send({});
  }
  if (message === 'longest') process.send(longest);
  if (message === 'close') {
    await server.close();
    process.exit(0);
  }
});
process.send({ url });

// The built server in a process of its own, started as `npm start` starts it. Told by messages, because the
// benchmark also wants to know how many statements a request took, which no API says.
import pino from 'pino';
import { openServer } from '../packages/server/dist/open-server.js';
import { readSettings } from '../packages/server/dist/settings.js';

const server = await openServer(readSettings(process.env), pino());
const url = await server.listen();

let statements = 0;
const executor = server.ports.database.db.getExecutor();
const executeQuery = executor.executeQuery.bind(executor);
executor.executeQuery = (...args) => {
  statements += 1;
  return executeQuery(...args);
};

// Whoever started this one was stopped.
process.on('disconnect', () => process.exit());
process.on('message', async (message) => {
  if (message === 'statements') process.send({ statements, memory: process.memoryUsage().rss });
  if (message === 'analyze') {
    await server.ports.database.execute('analyze', []);
    process.send({});
  }
  if (message === 'close') {
    await server.close();
    process.exit(0);
  }
});
process.send({ url });

// Plain JavaScript: a worker thread is loaded by Node itself, also when tests run the TypeScript sources.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFiles } from './durable-files.js';

/** @typedef {{ bytes: Uint8Array, isLast: boolean }} Question The last one: nobody waits behind it. */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

const { dataDir } = /** @type {{ dataDir: string }} */ (workerData);
const files = new DurableFiles(dataDir);
const database = await PGlite.create({ fs: files, startParams: durableStartParams() });

port.on('message', async (/** @type {Question | 'close'} */ message) => {
  if (message === 'close') return close();
  const answer = database.execProtocolRawSync(message.bytes);
  if (message.isLast) files.syncNow();
  const written = { unsynced: files.takeUnsynced(), hasCommitted: files.takeSynced() };
  port.postMessage({ answer, ...written }, isWhole(answer) ? [answer.buffer] : []);
});
port.postMessage('ready');

async function close() {
  await database.close();
  port.postMessage('closed');
  port.close();
}

/** PGlite runs with `-F`: nothing is ever written through to the disk. Of the methods, `fsync` is the one that
 *  reaches the file system here. */
function durableStartParams() {
  const defaults = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  return [...defaults, '-c', 'wal_sync_method=fsync'];
}

/** A view into a larger buffer must not be transferred: the rest would go with it.
 *  @param {Uint8Array} bytes
 *  @returns {bytes is Uint8Array<ArrayBuffer>} */
function isWhole(bytes) {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
}

// Plain JavaScript: a worker thread is loaded by Node itself, also when tests run the TypeScript sources.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

const { dataDir } = /** @type {{ dataDir: string }} */ (workerData);
const database = await PGlite.create(dataDir);

port.on('message', async (/** @type {Uint8Array | 'close'} */ message) => {
  if (message === 'close') return close();
  const answer = database.execProtocolRawSync(message);
  port.postMessage(answer, isWhole(answer) ? [answer.buffer] : []);
});
port.postMessage('ready');

async function close() {
  await database.close();
  port.postMessage('closed');
  port.close();
}

/** A view into a larger buffer must not be transferred: the rest would go with it.
 *  @param {Uint8Array} bytes
 *  @returns {bytes is Uint8Array<ArrayBuffer>} */
function isWhole(bytes) {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
}

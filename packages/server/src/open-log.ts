import pino, { type Logger } from 'pino';

/** Bytes that are gathered before they are written: a line for each request would be a write for each. */
const GATHERED_BYTES = 4096;
/** Nobody waits longer for a line to show. */
const FLUSH_MS = 200;

/** The log of the program, on its standard output. What is gathered is written out when the program ends, too. */
export function openLog(): Logger {
  const output = pino.destination({ dest: 1, sync: true, minLength: GATHERED_BYTES });
  setInterval(() => output.flushSync(), FLUSH_MS).unref();
  process.on('exit', () => output.flushSync());
  return pino(output);
}

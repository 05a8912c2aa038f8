import pino, { type Logger } from 'pino';

/** Lines are written together: one by one, each costs a request two journeys to another thread. What was logged when
 *  the program ends is still written; a killed one loses the last moment. */
export function openLog(): Logger {
  return pino(pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: LONGEST_WAIT_MS }));
}

const LONGEST_WAIT_MS = 200;

import pino from 'pino';
import { DataFolderInUse } from '#storage/data-folder-lock.ts';
import { readSettings, SettingsError } from './settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

const log = pino();

try {
  const server = await startServer(readSettings(process.env), log);
  stopOnSignals(server);
  console.log(`Recto is running at ${server.url}`);
} catch (error) {
  console.error(isForTheOperator(error) ? `Recto did not start.\n${error.message}` : error);
  process.exit(1);
}

/** A second signal does not wait. */
function stopOnSignals(server: RunningServer): void {
  const stop = async (signal: NodeJS.Signals) => {
    process.once(signal, () => process.exit(1));
    log.info(`${signal}: finishing what has begun`);
    await server.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** What the operator can put right; anything else keeps its stack. */
function isForTheOperator(error: unknown): error is Error {
  return error instanceof SettingsError || error instanceof DataFolderInUse;
}

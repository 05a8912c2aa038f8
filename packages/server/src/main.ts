import { DataFolderInUse } from '#storage/data-folder-lock.ts';
import { prepareInstallation } from './first-start.ts';
import { openLog } from './open-log.ts';
import { openServer, type Server } from './open-server.ts';
import { readSettings, SettingsError } from './settings.ts';
import { welcomeText } from './welcome-text.ts';

const log = openLog();

try {
  const server = await openServer(readSettings(process.env), log);
  stopOnSignals(server);
  const installation = await prepareInstallation(server.ports);
  await server.listen();
  console.log(welcomeText(server.ports.settings.publicUrl, installation));
} catch (error) {
  console.error(isForTheOperator(error) ? `Recto did not start.\n${error.message}` : error);
  process.exit(1);
}

/** A second signal does not wait. */
function stopOnSignals(server: Server): void {
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

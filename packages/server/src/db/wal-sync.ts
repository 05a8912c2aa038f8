import { close, fdatasync, open } from 'node:fs';
import { promisify } from 'node:util';

/** Writes the write-ahead log through to the disk. Whoever waits meanwhile shares the next round: under load one
 *  sync serves many commits. */
export class WalSync {
  readonly #unsynced = new Set<string>();
  readonly #log = new LogFile();
  readonly #syncFile: (path: string) => Promise<void>;
  #additions = 0;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(syncFile?: (path: string) => Promise<void>) {
    this.#syncFile = syncFile ?? ((path) => this.#log.sync(path));
  }

  add(paths: readonly string[]): void {
    if (paths.length > 0) this.#additions += 1;
    for (const path of paths) this.#unsynced.add(path);
  }

  /** Grows whenever something was added. */
  get additions(): number {
    return this.#additions;
  }

  /** Resolves when everything added before is on the disk. */
  settle(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      this.#running = this.#sync();
      return this.#running;
    });
    return this.#next;
  }

  async #sync(): Promise<void> {
    const paths = [...this.#unsynced];
    this.#unsynced.clear();
    // One after the other: the log file that is held open changes between them.
    for (const path of paths) await this.#syncFile(path);
  }

  /** Lets go of the file; nobody waits any more. */
  async close(): Promise<void> {
    await this.#running.catch(() => {});
    await this.#log.close();
  }
}

/** The log file that was synced last stays open: to open and close it again would cost each commit two more
 *  journeys to another thread. Once a file of the log is full, its name never comes back. */
class LogFile {
  #path: string | undefined;
  #descriptor: number | undefined;

  async sync(path: string): Promise<void> {
    if (path !== this.#path) await this.#turnTo(path);
    if (this.#descriptor !== undefined) await syncData(this.#descriptor);
  }

  async close(): Promise<void> {
    const descriptor = this.#descriptor;
    this.#path = undefined;
    this.#descriptor = undefined;
    if (descriptor !== undefined) await closeFile(descriptor);
  }

  async #turnTo(path: string): Promise<void> {
    await this.close();
    this.#descriptor = await openFile(path, 'r').catch(ignoreThatItIsMissing);
    if (this.#descriptor !== undefined) this.#path = path;
  }
}

const openFile = promisify(open);
const syncData = promisify(fdatasync);
const closeFile = promisify(close);

/** A log file that is used again gets another name, under which it is synced as well. */
function ignoreThatItIsMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

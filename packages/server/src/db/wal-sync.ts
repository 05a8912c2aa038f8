import { open } from 'node:fs/promises';

/** Writes the write-ahead log through to the disk. Whoever waits meanwhile shares the next round: under load one
 *  sync serves many commits. */
export class WalSync {
  readonly #unsynced = new Set<string>();
  readonly #syncFile: (path: string) => Promise<void>;
  #additions = 0;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(syncFile = syncToDisk) {
    this.#syncFile = syncFile;
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
    await Promise.all(paths.map(this.#syncFile));
  }
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path).catch(ignoreThatItIsMissing);
  try {
    await file?.datasync();
  } finally {
    await file?.close();
  }
}

/** A log file that is used again gets another name, under which it is synced as well. */
function ignoreThatItIsMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

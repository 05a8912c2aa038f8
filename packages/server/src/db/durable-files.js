import { closeSync, existsSync, fdatasyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * The database's folder, with the syncs that PGlite leaves out. PostgreSQL syncs its write-ahead log (WAL) before
 * it calls a commit done. That sync is left to the main thread, which tells nobody of the commit before it is done:
 * so the next transaction can begin meanwhile, and one sync serves several commits. Where nobody waits to begin, it
 * is done here, which spares the way there and back. Everything else keeps PostgreSQL's order: before a data file is
 * written or synced, so is the WAL that explains it.
 */
export class DurableFiles extends NodeFS {
  /** @type {Set<string>} WAL files that were written, for the main thread to sync. */
  #unsynced = new Set();
  /** @type {Set<string>} Those that it was told of: it may not have come to them yet. */
  #handedOver = new Set();

  /** @type {Map<string, number>} The open ones among them, by path. */
  #descriptors = new Map();

  #hasSynced = false;

  /** Whether the log was synced since this was last asked, by whomever: every commit does that.
   *  @returns {boolean} */
  takeSynced() {
    const hasSynced = this.#hasSynced;
    this.#hasSynced = false;
    return hasSynced;
  }

  /** Leaves nothing for the main thread to sync. */
  syncNow() {
    this.#sync(this.#unsynced);
  }

  /** What the main thread has to sync from now on.
   *  @returns {string[]} */
  takeUnsynced() {
    const paths = [...this.#unsynced];
    this.#unsynced.clear();
    for (const path of paths) this.#handedOver.add(path);
    return paths;
  }

  /** @override
   *  @type {NodeFS['init']} */
  async init(pglite, options) {
    const { emscriptenOpts } = await super.init(pglite, options);
    const preRun = [
      emscriptenOpts.preRun ?? [],
      (/** @type {any} */ module) => this.#watch(module.FS),
    ].flat();
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  /** @param {any} files Emscripten's file system; it has no types. */
  #watch(files) {
    const { stream_ops: operations, realPath } = files.lookupPath('/pglite/data').node.mount.type;
    const { write, close } = operations;
    operations.write = (
      /** @type {any} */ stream,
      /** @type {Int8Array} */ memory,
      /** @type {number} */ offset,
      /** @type {number} */ length,
      /** @type {unknown[]} */ ...rest
    ) => {
      if (!isWal(stream.path) && !isBlank(memory, offset, length)) this.#sync(this.#unsynced);
      return write(stream, memory, offset, length, ...rest);
    };
    operations.fsync = (/** @type {any} */ stream) => {
      if (isWal(stream.path)) {
        this.#hasSynced = true;
        const path = realPath(stream.node);
        this.#unsynced.add(path);
        this.#descriptors.set(path, stream.nfd);
      } else {
        this.#sync(this.#unsynced);
        this.#sync(this.#handedOver);
        fdatasyncSync(stream.nfd);
      }
      return 0;
    };
    operations.close = (/** @type {any} */ stream) => {
      for (const [path, descriptor] of this.#descriptors) {
        if (descriptor === stream.nfd) this.#descriptors.delete(path);
      }
      return close(stream);
    };
  }

  /** @param {Set<string>} paths */
  #sync(paths) {
    for (const path of paths) {
      const descriptor = this.#descriptors.get(path);
      if (descriptor === undefined) syncIfThere(path);
      else fdatasyncSync(descriptor);
    }
    paths.clear();
  }
}

/** A log file that is used again gets another name, under which it is synced as well.
 *  @param {string} path */
function syncIfThere(path) {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  fdatasyncSync(file);
  closeSync(file);
}

const BLANK = new Uint8Array(8192);

/** A file grows by a page without content, which says nothing that a log would have to explain: most writes are of
 *  this kind, one for every few records.
 *  @param {Int8Array} memory
 *  @param {number} offset
 *  @param {number} length */
function isBlank(memory, offset, length) {
  if (memory[offset] !== 0 || length > BLANK.length) return false;
  const page = new Uint8Array(memory.buffer, memory.byteOffset + offset, length);
  return Buffer.compare(page, BLANK.subarray(0, length)) === 0;
}

/** @param {string} path */
function isWal(path) {
  return /\/pg_wal\/[0-9A-F]{24}$/.test(path);
}

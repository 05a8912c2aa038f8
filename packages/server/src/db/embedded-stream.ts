import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { WalSync } from './wal-sync.ts';

interface Answer {
  answer: Uint8Array;
  unsynced: string[];
  hasCommitted: boolean;
}

/**
 * The embedded database as a connection that speaks the PostgreSQL protocol: PGlite in a thread of its own, so
 * that a long query never stalls HTTP, behind the interface of a socket. `pg` drives it like any server: types,
 * errors and prepared statements are the same on both databases.
 */
export class EmbeddedStream extends Duplex {
  /** What has been answered and is not on the disk yet. */
  readonly walSync = new WalSync();
  /** Whether nobody waits behind what is sent next: then its commit is synced before it is answered. */
  isLast = false;
  #commits = 0;
  readonly #worker: Worker;
  readonly #dataDir: string;

  readonly #longestStatementMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(dataDir: string, longestStatementMs = LONGEST_STATEMENT_MS) {
    super();
    this.#dataDir = dataDir;
    this.#longestStatementMs = longestStatementMs;
    this.#worker = new Worker(new URL('./embedded-worker.js', import.meta.url), { workerData: { dataDir } });
    this.#worker.on('message', (message) => this.#receive(message));
    this.#worker.on('error', (error) => this.destroy(error));
    this.#worker.on('exit', () => this.destroy());
  }

  /** The thread says `ready` once the database is open; only then does the driver begin to speak. */
  connect(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#worker.ref();
    return this;
  }

  unref(): this {
    this.#worker.unref();
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(new Uint8Array(chunk));
    done();
  }

  /** The messages of one query arrive together: one visit to the thread instead of five. */
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  /** Waits for the checkpoint of an orderly shutdown, so that the next start has nothing to recover. */
  override _final(done: () => void): void {
    this.#worker.once('exit', () => done());
    this.#worker.postMessage('close');
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#timer);
    void this.walSync.close();
    void this.#worker.terminate().then(() => done(error));
  }

  #send(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes[0] === TERMINATE) return;
    this.#worker.postMessage({ bytes, isLast: this.isLast }, [bytes.buffer]);
    this.#timer ??= setTimeout(() => this.destroy(tookTooLong()), this.#longestStatementMs);
  }

  #receive(message: Answer | 'ready' | 'closed'): void {
    if (message === 'ready') this.emit('connect');
    if (typeof message === 'string') return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { answer, unsynced, hasCommitted } = message;
    this.walSync.add(unsynced);
    if (hasCommitted) this.#commits += 1;
    this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
  }

  /** Statements that have written something, counted before their answer is told. */
  get commits(): number {
    return this.#commits;
  }

  override toString(): string {
    return `embedded database in ${this.#dataDir}`;
  }
}

/** A statement cannot be cancelled from outside. One that takes this long costs the thread, not the program. */
const LONGEST_STATEMENT_MS = 120_000;

function tookTooLong(): Error {
  return new Error('Connection terminated: a statement took too long.');
}

/** The protocol's goodbye; the thread is closed by message instead. */
const TERMINATE = 'X'.charCodeAt(0);

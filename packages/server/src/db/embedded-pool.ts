import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { query } from './client.ts';
import { DatabaseUnavailable } from './database-error.ts';
import { EmbeddedStream } from './embedded-stream.ts';
import { typeParsers } from './type-parsers.ts';

/** Whoever waits longer than this asks for a second connection inside a transaction: there is none. */
const LONGEST_WAIT_MS = 30_000;

interface Waiting {
  start(): void;
}

/**
 * A pool of exactly one connection. Whoever holds it (a transaction from BEGIN to COMMIT) is alone; everybody
 * else waits in order. When the thread died, the next one to ask opens it again.
 */
export class EmbeddedPool implements PostgresPool {
  readonly #dataDir: string;
  readonly #queue: Waiting[] = [];
  #isHeld = false;
  #client: pg.Client | undefined;
  #handle: PostgresPoolClient | undefined;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  async connect(): Promise<PostgresPoolClient> {
    await this.#take();
    try {
      return this.#handle ?? (await this.#open());
    } catch (error) {
      this.#giveBack();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.#take();
    await this.#client?.end();
    this.#client = undefined;
    this.#handle = undefined;
  }

  async #open(): Promise<PostgresPoolClient> {
    const client = new pg.Client({
      stream: () => new EmbeddedStream(this.#dataDir) as never, // the driver's types ask for a net.Socket
      user: 'postgres',
      database: 'postgres',
      types: typeParsers,
    });
    client.on('error', () => this.#forget(client));
    client.on('end', () => this.#forget(client));
    await client.connect();
    await client.query(`set time zone 'UTC'`);
    this.#client = client;
    this.#handle = {
      query: (text: string, parameters: readonly unknown[]) => query(client, text, parameters),
      release: () => this.#giveBack(),
    } as PostgresPoolClient;
    return this.#handle;
  }

  #forget(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#handle = undefined;
  }

  #take(): Promise<void> {
    if (!this.#isHeld) {
      this.#isHeld = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiting = { start };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(new DatabaseUnavailable('Waited 30 s for the connection of the embedded database.'));
      }, LONGEST_WAIT_MS);
      this.#queue.push(waiting);
    });
  }

  #giveBack(): void {
    const next = this.#queue.shift();
    if (next) next.start();
    else this.#isHeld = false;
  }
}

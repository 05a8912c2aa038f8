import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { type QueryAnswer, query } from './client.ts';
import { DatabaseUnavailable } from './database-error.ts';
import { EmbeddedStream } from './embedded-stream.ts';
import { typeParsers } from './type-parsers.ts';
import type { WalSync } from './wal-sync.ts';

/** Whoever waits longer than this asks for a second connection inside a transaction: there is none. */
const LONGEST_WAIT_MS = 30_000;

interface Waiting {
  start(): void;
}

interface Connection {
  client: pg.Client;
  stream: EmbeddedStream;
  walSync: WalSync;
  /** How many it has been sent. */
  statements: number;
}

/**
 * A pool of exactly one connection. Whoever holds it (a transaction from BEGIN to COMMIT) is alone; everybody
 * else waits in order. When the thread died, the next one to ask opens it again.
 */
export class EmbeddedPool implements PostgresPool {
  readonly #dataDir: string;
  readonly #longestStatementMs: number | undefined;
  readonly #queue: Waiting[] = [];
  #isHeld = false;
  #isEnded = false;
  #connection: Connection | undefined;
  /** Through connections that are no more. */
  #earlierWrites = 0;

  constructor(dataDir: string, longestStatementMs?: number) {
    this.#dataDir = dataDir;
    this.#longestStatementMs = longestStatementMs;
  }

  /** Grows with everything that is committed, before whoever wrote it hears of that. */
  get writes(): number {
    return this.#earlierWrites + (this.#connection?.stream.commits ?? 0);
  }

  async connect(): Promise<PostgresPoolClient> {
    if (this.#isEnded) throw new DatabaseUnavailable('The embedded database was closed.');
    await this.#take();
    let isHolding = true;
    const letGo = () => {
      if (isHolding) this.#giveBack();
      isHolding = false;
    };
    try {
      this.#connection ??= await this.#open();
    } catch (error) {
      letGo();
      throw error;
    }
    const connection = this.#connection;
    const ask = async (text: string, parameters: readonly unknown[]) => {
      if (!isHolding) await this.#take();
      isHolding = true;
      // What is left of a transaction must not run outside of it.
      if (connection !== this.#connection)
        throw new DatabaseUnavailable('The embedded database was restarted.');
      connection.stream.isLast = this.#queue.length === 0;
      return askDurably(connection, text, parameters, letGo);
    };
    return { query: ask, release: letGo } as PostgresPoolClient;
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#take();
    await this.#connection?.client.end();
    this.#connection = undefined;
  }

  async #open(): Promise<Connection> {
    const stream = new EmbeddedStream(this.#dataDir, this.#longestStatementMs);
    const client = new pg.Client({
      stream: () => stream as never, // the driver's types ask for a net.Socket
      user: 'postgres',
      database: 'postgres',
      types: typeParsers,
    });
    client.on('error', () => this.#forget(client));
    client.on('end', () => this.#forget(client));
    await client.connect();
    await client.query(SESSION);
    return { client, stream, walSync: stream.walSync, statements: 0 };
  }

  #forget(client: pg.Client): void {
    if (this.#connection?.client !== client) return;
    // What its last statements did is not known.
    this.#earlierWrites += this.#connection.stream.commits + 1;
    this.#connection = undefined;
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

/** Planning a short statement takes longer than running it, and its plan hardly depends on what is bound. */
const SESSION = `set time zone 'UTC'; set plan_cache_mode = force_generic_plan`;

/** A commit is told to its caller when it is on the disk; until then, the next in line may already work. */
async function askDurably(
  connection: Connection,
  text: string,
  parameters: readonly unknown[],
  letGo: () => void,
): Promise<QueryAnswer> {
  const { client, walSync } = connection;
  await renewPlans(connection);
  const additions = walSync.additions;
  const answer = await query(client, text, parameters);
  if (client.getTransactionStatus() !== 'I' || walSync.additions === additions) return answer;
  const settled = walSync.settle();
  letGo();
  await settled;
  return answer;
}

const FIRST_RENEWAL = 128;

/**
 * Plans are made once and kept, those behind foreign keys too. Elsewhere autovacuum measures tables and so renews
 * them; here one made while a table was empty would search it by the wrong index for ever after. They are made
 * anew whenever twice as many statements have been sent, because by then no table can have grown much more.
 */
async function renewPlans(connection: Connection): Promise<void> {
  connection.statements += 1;
  const count = connection.statements;
  const isPowerOfTwo = (count & (count - 1)) === 0;
  if (count >= FIRST_RENEWAL && isPowerOfTwo) await connection.client.query('discard plans');
}

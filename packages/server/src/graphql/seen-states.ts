import { type RawBuilder, sql } from 'kysely';
import { stateOf } from '#db/content-version.ts';
import type { Database, Db } from '#db/database.ts';

/** What every statement of `SeenStates` selects beside its own columns; it has a row at least. */
export interface StateColumn {
  state: string | null;
}

interface RequestStart {
  id: string;
  /** Of the schema that the request was understood with. */
  schemaVersion: number;
  /** What this process had written by then, where it alone writes. */
  writes: number | undefined;
}

/**
 * The states that an environment was in since a request began. What is known from one of them need not be asked for
 * again: it is no older than the request. Everything that changes content moves the environment's content version in the
 * same transaction, so that this version tells the states apart. Where this process alone writes, the count of what it
 * wrote tells them without a question.
 */
export class SeenStates {
  /** For the select list of a statement. */
  readonly column: RawBuilder<string | null>;
  readonly #db: Db;
  readonly #writes: (() => number) | undefined;
  readonly #start: RequestStart;
  readonly #seen = new Set<string>();

  constructor({ db, writes }: Pick<Database, 'db' | 'writes'>, start: RequestStart) {
    this.#db = db;
    this.#writes = writes;
    this.#start = start;
    this.column = writes ? sql`null` : stateOf(sql`${start.id}`);
    if (writes) this.#seen.add(String(writes()));
  }

  has(state: string): boolean {
    return this.#seen.has(state);
  }

  /** Sends the statement; what it answers is of the state, or of a later one. */
  async ask<Row extends StateColumn>(statement: RawBuilder<Row>): Promise<{ rows: Row[]; state: string }> {
    const writes = this.#writes?.();
    const { rows } = await statement.execute(this.#db);
    const state = String(writes ?? rows[0]?.state);
    this.#seen.add(state);
    return { rows, state };
  }

  /** Whether rows that follow another schema may be among what was read. Where others write, every statement has told,
   *  except one that failed; where this process alone does, nothing is asked unless it wrote. */
  async haveLeftSchema({ hasFailed }: { hasFailed: boolean }): Promise<boolean> {
    const { id, schemaVersion, writes } = this.#start;
    if (!this.#writes && [...this.#seen].some((state) => !state.endsWith(` ${schemaVersion}`))) return true;
    if (this.#writes ? this.#writes() === writes : !hasFailed) return false;
    const query = this.#db.selectFrom('environment').select('schema_version').where('id', '=', id);
    const row = await query.executeTakeFirst();
    return Number(row?.schema_version) !== schemaVersion;
  }
}

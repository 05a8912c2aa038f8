import { type RawBuilder, sql } from 'kysely';
import { contentVersionOf } from '#db/content-version.ts';
import type { Database, Db } from '#db/database.ts';

/** What every statement of `SeenStates` selects beside its own columns; it has a row at least. */
export interface StateColumn {
  state: string | null;
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
  readonly #seen = new Set<string>();

  constructor({ db, writes }: Pick<Database, 'db' | 'writes'>, environmentId: string) {
    this.#db = db;
    this.#writes = writes;
    this.column = writes ? sql`null` : contentVersionOf(sql`${environmentId}`);
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
}

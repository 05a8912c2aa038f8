import type { Database } from '#db/database.ts';
import type { CallerRow } from '#http/caller-row.ts';
import type { Delivery } from '../open-delivery.ts';
import { type CallerPlace, readCallerStates } from './caller-states.ts';
import { TouchedTags } from './touched-tags.ts';

/** A token as it was found, and what was worked out for it. It is replaced as soon as anything about the token, its
 *  role, its project or its environment is different. */
export interface KnownCaller {
  row: CallerRow;
  /** By what requests ask for. */
  deliveries: Map<string, Delivery>;
  /** How much this process had written when it was found so. */
  writes: number;
}

/** Each holds on to the models of its environment. */
const MOST_CALLERS = 500;
/** Distinct callers that travel in one statement. */
const MOST_AT_ONCE = 100;

interface Waiting {
  place: CallerPlace;
  resolve(caller: KnownCaller | undefined): void;
  reject(error: unknown): void;
}

/**
 * Who asks, and whether what was read before is still so. Nothing is taken from memory unless one look at the
 * database, begun after the request had come, has confirmed it; all requests that wait share the next look. Where
 * this process alone writes (the embedded database), nothing is asked while nothing has been written.
 */
class KnownCallers {
  readonly touched = new TouchedTags();
  readonly #database: Database;
  readonly #known = new Map<string, KnownCaller>();
  #waiting: Waiting[] = [];
  #isLooking = false;
  #snapshot: string | null = null;
  /** Writes that the last look has seen. */
  #writes = -1;

  constructor(database: Database) {
    this.#database = database;
  }

  /** As it was when somebody last looked; nobody is answered by that alone. */
  recall(place: CallerPlace): KnownCaller | undefined {
    return this.#known.get(keyOf(place));
  }

  /** Undefined for a token that is none. At once where nothing can have changed. */
  confirm(place: CallerPlace): KnownCaller | undefined | Promise<KnownCaller | undefined> {
    const writes = this.#database.writes?.();
    if (writes !== undefined && writes === this.#writes) {
      const known = this.recall(place);
      if (known?.writes === writes) return known;
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ place, resolve, reject });
      // When all requests of this round have been read, so that they travel together.
      if (!this.#isLooking) setImmediate(() => this.#look());
      this.#isLooking = true;
    });
  }

  /** One look after the other: what a look has seen is never older than what the one before saw. */
  async #look(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.#confirmAll(batch);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isLooking = false;
  }

  async #confirmAll(batch: readonly Waiting[]): Promise<void> {
    const places = [...new Map(batch.map(({ place }) => [keyOf(place), place])).values()];
    const writes = this.#database.writes?.() ?? 0;
    const { rows, snapshot, touched } = await readCallerStates(this.#database, places, this.#snapshot);
    this.#snapshot = snapshot;
    this.#writes = writes;
    if (touched === null) this.touched.touchEverything();
    else if (touched.length > 0) this.touched.touch(touched);
    const callers = new Map(
      places.map((place, index) => [keyOf(place), this.#keep(keyOf(place), rows[index], writes)]),
    );
    for (const { place, resolve } of batch) resolve(callers.get(keyOf(place)));
  }

  #forgetOldest(): void {
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }

  #keep(key: string, row: CallerRow | undefined, writes: number): KnownCaller | undefined {
    const known = this.#known.get(key);
    this.#known.delete(key);
    if (!row) return undefined;
    const isSame = known?.row.fingerprint === row.fingerprint;
    const caller = { row, writes, deliveries: isSame ? known.deliveries : new Map<string, Delivery>() };
    this.#known.set(key, caller);
    if (this.#known.size > MOST_CALLERS) this.#forgetOldest();
    return caller;
  }
}

const byDatabase = new WeakMap<Database, KnownCallers>();

/** Those of the process: one for each database that it has open. */
export function knownCallersOf(database: Database): KnownCallers {
  const known = byDatabase.get(database) ?? new KnownCallers(database);
  byDatabase.set(database, known);
  return known;
}

function keyOf({ token, environment }: CallerPlace): string {
  return `${token} ${environment ?? ''}`;
}

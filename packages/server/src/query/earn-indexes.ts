import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import { createIndex, dropIndex, nameOfIndex } from './earned-index.ts';
import {
  countEarnedIndexes,
  deleteEarnedIndex,
  findForgettable,
  hasRecords,
  insertEarnedIndex,
  markReady,
  markUsed,
} from './earned-index-rows.ts';
import { measureItems } from './measure-items.ts';
import { type QueryShape, type ShapedQuery, shapeOf } from './query-shape.ts';

/** How often a process sees a shape before it asks whether an index is worth it. */
const USES = 20;
/** Of a model. Fewer are read about as fast without an index. */
const FEWEST_RECORDS = 1_000;
/** Over all projects: every index is looked at when a record is saved and when a query is planned. */
const MOST_INDEXES = 100;
/** A save of one of its records keeps all of them. Callers choose what they filter by. */
const MOST_OF_A_MODEL = 10;
/** Shapes that a process watches; callers decide how many there are. */
const MOST_WATCHED = 2_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A half made index is what a process left that ended. */
const LONGEST_MAKING_MS = DAY_MS;
const UNUSED_MS = 30 * DAY_MS;

interface Watched {
  uses: number;
  /** Until then, nobody asks about it again. */
  restsUntil: number;
}

export interface EarningOptions {
  database: Database;
  now(): Date;
  log: Logger;
}

const earning = new WeakMap<Database, EarnIndexes>();

/** The one of a database and process. */
export function earnIndexesOf(options: EarningOptions): EarnIndexes {
  const known = earning.get(options.database) ?? new EarnIndexes(options);
  earning.set(options.database, known);
  return known;
}

/**
 * Watches which filters and orderings queries use, and makes an index for those that come back on large models:
 * beside the requests, one at a time. What nobody used for a month is dropped, and so is what lost its fields.
 */
export class EarnIndexes {
  readonly #options: EarningOptions;
  readonly #watched = new Map<string, Watched>();
  #work: Promise<void> = Promise.resolve();

  constructor(options: EarningOptions) {
    this.#options = options;
  }

  observe(query: ShapedQuery, version: QueryShape['version'], environmentId: string): void {
    const shape = shapeOf(query, version);
    if (!shape) return;
    const watched = this.#watch(JSON.stringify(shape));
    watched.uses += 1;
    if (watched.uses < USES) return;
    const now = this.#options.now().getTime();
    if (now < watched.restsUntil) return;
    watched.uses = 0;
    watched.restsUntil = now + DAY_MS;
    this.#later(async () => {
      if (!(await this.#earn(shape, environmentId))) watched.restsUntil = now + MINUTE_MS;
    });
  }

  /** Drops what nobody needs any more. */
  forget(): void {
    this.#later(() => this.#forget());
  }

  /** When everything that was begun is done. */
  settled(): Promise<void> {
    return this.#work;
  }

  #watch(key: string): Watched {
    const known = this.#watched.get(key);
    if (known) return known;
    if (this.#watched.size >= MOST_WATCHED) this.#watched.clear();
    const watched = { uses: 0, restsUntil: 0 };
    this.#watched.set(key, watched);
    return watched;
  }

  #later(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'indexes that queries earn were not tended');
    });
  }

  /** False when it is not worth one, or there is no room for it. */
  async #earn(shape: QueryShape, environmentId: string): Promise<boolean> {
    const { database, now } = this.#options;
    const { db } = database;
    const { itemTypeId } = shape;
    if (!(await hasRecords(db, { environmentId, itemTypeId, count: FEWEST_RECORDS }))) return false;
    await this.#forget();
    const { all, ofModel } = await countEarnedIndexes(db, itemTypeId);
    const isFull = all >= MOST_INDEXES || ofModel >= MOST_OF_A_MODEL;
    const isNew = !isFull && (await insertEarnedIndex(db, shape, now()));
    if (isNew) await this.#make(shape);
    else if (!(await markUsed(db, nameOfIndex(shape), now()))) return false;
    return true;
  }

  async #make(shape: QueryShape): Promise<void> {
    const { db, kind } = this.#options.database;
    try {
      await createIndex(db, shape, kind === 'postgres');
    } catch (error) {
      await this.#drop(nameOfIndex(shape)); // one that failed half way is there, and serves nobody
      throw error;
    }
    await markReady(db, nameOfIndex(shape));
    await measureItems(db);
  }

  async #forget(): Promise<void> {
    const { database, now } = this.#options;
    const at = now().getTime();
    const names = await findForgettable(
      database.db,
      new Date(at - UNUSED_MS),
      new Date(at - LONGEST_MAKING_MS),
    );
    for (const name of names) await this.#drop(name);
  }

  async #drop(name: string): Promise<void> {
    const { db, kind } = this.#options.database;
    await dropIndex(db, name, kind === 'postgres');
    await deleteEarnedIndex(db, name);
  }
}

/** Tags remembered at most; some 10 MB. */
const MOST_TOUCHED = 100_000;

/** Something that was true at `since`, as long as none of its tags is touched later. */
export interface Tagged {
  tags: readonly string[];
  /** The look at the database before anything of it was read. */
  since: number;
  /** The look up to which it is known to be true still. */
  until: number;
}

/** Which tags have been touched since when. Time is counted in looks at the database that found something new. */
export class TouchedTags {
  readonly #touched = new Map<string, number>();
  #now = 1;
  /** Before it, nothing is known any more. */
  #floor = 1;

  get now(): number {
    return this.#now;
  }

  touch(tags: Iterable<string>): void {
    this.#now += 1;
    for (const tag of tags) this.#touched.set(tag, this.#now);
    if (this.#touched.size > MOST_TOUCHED) this.touchEverything();
  }

  touchEverything(): void {
    this.#now += 1;
    this.#floor = this.#now;
    this.#touched.clear();
  }

  isTrue(what: Tagged): boolean {
    if (what.until === this.#now) return true;
    if (what.since < this.#floor) return false;
    for (const tag of what.tags) if ((this.#touched.get(tag) ?? 0) > what.since) return false;
    what.until = this.#now;
    return true;
  }
}

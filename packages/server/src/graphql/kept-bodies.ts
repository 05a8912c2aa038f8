/** Something that was read, as it was at one version of its row. */
export interface KeptBody<Body> {
  /** Of the row; null where there is none. */
  version: string | null;
  body: Body | null;
  /** The last state of the environment that it was seen in. */
  state: string;
  bytes: number;
}

type Shelf<Body> = Map<string, KeptBody<Body>>;

/**
 * What was read, by the place it belongs to and its id. Bounded in bytes: what was not asked for while half of them
 * were filled anew is forgotten.
 */
export class KeptBodies<Body> {
  readonly #most: number;
  #young = new Map<string, Shelf<Body>>();
  #old = new Map<string, Shelf<Body>>();
  #youngBytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  find(place: string, id: string): KeptBody<Body> | undefined {
    const young = this.#young.get(place)?.get(id);
    if (young) return young;
    const old = this.#old.get(place)?.get(id);
    if (old) this.keep(place, id, old);
    return old;
  }

  keep(place: string, id: string, kept: KeptBody<Body>): void {
    const shelf = this.#young.get(place) ?? new Map<string, KeptBody<Body>>();
    if (shelf.size === 0) this.#young.set(place, shelf);
    this.#youngBytes += kept.bytes - (shelf.get(id)?.bytes ?? 0);
    shelf.set(id, kept);
    if (this.#youngBytes > this.#most / 2) this.#age();
  }

  #age(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngBytes = 0;
  }
}

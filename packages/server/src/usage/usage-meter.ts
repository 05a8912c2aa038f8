/** What is metered by itself; everything else is a breakdown of one of them. */
export type Api = 'cda' | 'cma' | 'assets';

/** One answered request. */
export interface MeteredRequest {
  api: Api;
  /** Whose it is: the digest of a token (whoever that is), or a project's id for its files. */
  owner: string;
  bytes: number;
  at: Date;
  /** What it is counted by, besides: `['referrer', 'https://…']`. */
  details: readonly (readonly [kind: string, value: string])[];
}

/** Requests of one day that have an owner, a kind and a value in common. */
export interface Count {
  api: Api;
  owner: string;
  /** `2026-11-21`, of UTC. */
  day: string;
  /** Empty: all requests. */
  kind: string;
  value: string;
  requests: number;
  bytes: number;
}

/** Values that did not fit. */
export const OTHER = '(other)';

/** Callers choose referrers and paths, so that there may be any number: between two savings, for one owner and kind,
 *  and over all. */
const MOST_VALUES = 500;
const MOST_COUNTS = 50_000;
const LONGEST_VALUE = 500;
const DAY_MS = 86_400_000;

/** Counts in memory. What it holds is taken out, saved, and put back when that failed. */
export class UsageMeter {
  #counts = new Map<string, Count>();
  #values = new Map<string, number>();
  #day = { number: Number.NaN, text: '' };

  add({ api, owner, bytes, at, details }: MeteredRequest): void {
    const day = this.#dayOf(at);
    const all = { api, owner, day, kind: '', value: '', requests: 1, bytes };
    // Owners may be made up as well, as long as nobody has looked whose token it is.
    if (this.#counts.size >= 2 * MOST_COUNTS && !this.#counts.has(keyOf(all))) return;
    this.#add(all);
    for (const [kind, value] of details) {
      if (value !== '') this.#addDetail({ api, owner, day, kind, value, requests: 1, bytes });
    }
  }

  /** The same for thousands of requests: written once. */
  #dayOf(at: Date): string {
    const number = Math.floor(at.getTime() / DAY_MS);
    if (number !== this.#day.number) this.#day = { number, text: at.toISOString().slice(0, 10) };
    return this.#day.text;
  }

  take(): Count[] {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    this.#values = new Map();
    return counts;
  }

  putBack(counts: readonly Count[]): void {
    for (const count of counts) this.#add(count);
  }

  #addDetail(count: Count): void {
    const short = { ...count, value: count.value.slice(0, LONGEST_VALUE) };
    this.#add(this.#hasRoomFor(short) ? short : { ...short, value: OTHER });
  }

  #hasRoomFor(count: Count): boolean {
    if (this.#counts.has(keyOf(count))) return true;
    const list = `${count.owner} ${count.kind}`;
    const known = this.#values.get(list) ?? 0;
    if (known >= MOST_VALUES || this.#counts.size >= MOST_COUNTS) return false;
    this.#values.set(list, known + 1);
    return true;
  }

  #add(count: Count): void {
    const key = keyOf(count);
    const held = this.#counts.get(key);
    if (held) {
      held.requests += count.requests;
      held.bytes += count.bytes;
    } else {
      this.#counts.set(key, { ...count });
    }
  }
}

function keyOf({ api, owner, day, kind, value }: Count): string {
  return `${api}\n${owner}\n${day}\n${kind}\n${value}`;
}

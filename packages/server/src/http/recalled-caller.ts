import type { RawBuilder } from 'kysely';
import { isSameDay } from '#api/access-tokens/table.ts';
import { type CallerQuery, type CallerRow, fingerprintNow, isApiToken } from './caller-row.ts';

/**
 * What a token was when it was last asked about. A request may be worked out with it, while the first statement
 * that it sends anyway also asks what the token is now: a journey to the database fewer for each save. Nothing
 * is saved and nobody is answered before that has come back the same.
 */
export interface Recalled {
  row: CallerRow;
  confirmation: Confirmation;
}

export class Confirmation {
  /** What the statement has to select; its value goes to `compare`. */
  readonly question: RawBuilder<string | null>;
  /** What it has to be. */
  readonly expected: string;
  #isGiven = false;

  constructor(query: CallerQuery, expected: string) {
    this.question = fingerprintNow(query);
    this.expected = expected;
  }

  get isGiven(): boolean {
    return this.#isGiven;
  }

  compare(fingerprint: string | null | undefined): void {
    if (fingerprint !== this.expected) throw new CallerChanged();
    this.#isGiven = true;
  }
}

/** The token, its role, its project or its environment is not what it was. */
export class CallerChanged extends Error {
  override readonly name = 'CallerChanged';
}

const CAPACITY = 500;
const known = new Map<string, CallerRow>();

export function rememberCaller(query: CallerQuery, row: CallerRow): void {
  if (row.fingerprint === null) return;
  if (known.size >= CAPACITY) known.clear();
  known.set(keyOf(query), row);
}

export function recallCaller(query: CallerQuery): Recalled | undefined {
  const row = isApiToken(query) ? known.get(keyOf(query)) : undefined;
  if (!row || row.fingerprint === null || !isStamped(row, query.now)) return undefined;
  return { row, confirmation: new Confirmation(query, row.fingerprint) };
}

/** The first write of a day asks, and leaves its mark at the token. */
function isStamped({ last_cma_access_at: last }: CallerRow, now: Date): boolean {
  return last !== null && isSameDay(last, now);
}

function keyOf({ token, environment }: CallerQuery): string {
  return `${token} ${environment ?? ''}`;
}

import { refusal } from '@recto/content/refusal';

const WINDOW_MS = 10 * 60 * 1000;
/** Wrong passwords for one address from one place, and from one place at all. */
const PER_EMAIL = 10;
const PER_PLACE = 50;
/** Counting for more keys than this in one window: somebody is making them up, so all are forgotten. */
const MAXIMUM_KEYS = 100_000;

let windowEndsAt = 0;
const failures = new Map<string, number>();

/** Refuses to look at a password when too many wrong ones came before. By place as well as by address, so that
 *  a stranger cannot lock the owner out. */
export function refuseGuessing(attempt: { email: string; place: string; now: Date }): void {
  if (attempt.now.getTime() >= windowEndsAt || failures.size > MAXIMUM_KEYS) {
    windowEndsAt = attempt.now.getTime() + WINDOW_MS;
    failures.clear();
  }
  const [pair, place] = keysOf(attempt);
  if ((failures.get(pair) ?? 0) < PER_EMAIL && (failures.get(place) ?? 0) < PER_PLACE) return;
  const seconds = Math.ceil((windowEndsAt - attempt.now.getTime()) / 1000);
  throw refusal('INVALID_CREDENTIALS', { reason: 'too_many_attempts', retry_after: seconds });
}

export function countFailure(attempt: { email: string; place: string }): void {
  for (const key of keysOf(attempt)) failures.set(key, (failures.get(key) ?? 0) + 1);
}

export function forgetFailures(attempt: { email: string; place: string }): void {
  failures.delete(keysOf(attempt)[0]);
}

function keysOf({ email, place }: { email: string; place: string }): [string, string] {
  return [`${place} ${email.toLowerCase()}`, place];
}

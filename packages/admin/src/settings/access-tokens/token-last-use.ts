import type { AccessToken } from '#project/use-tokens.ts';
import { words } from '#words/words.ts';

/** From the latest to the earliest, as the API counts. */
const BUCKETS = ['today', 'yesterday', 'this_week', 'last_week', 'this_month', 'last_month', 'never'];

/** The later of its uses on the two APIs, in words. */
export function lastUseOf(token: AccessToken): string {
  const uses: string[] = [token.last_cma_access, token.last_cda_access];
  const latest = BUCKETS.find((bucket) => uses.includes(bucket)) ?? '';
  return words.tokens.lastUse[latest] ?? words.tokens.longAgo;
}

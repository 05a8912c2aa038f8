import { createHash } from 'node:crypto';
import { refusal } from '@recto/content/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimit } from '#settings.ts';
import type { Ports } from './ports.ts';

/** How many requests the caller has left, told with every answer. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Whole seconds until the window ends; set when nothing is left. */
  reset?: number;
}

/** A hook that counts by token, under all the limits at once; a caller without one is known by its address. */
export function limitRate(
  { settings, now }: Ports,
  limits: readonly RateLimit[] | null = settings.rateLimits,
) {
  const limit = createRateGate(limits, now);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => limit(request, reply);
}

/** Counts a request and refuses it if it is one too many. */
export function createRateGate(limits: readonly RateLimit[] | null, now: () => Date) {
  if (!limits) return () => {};
  const count = createRateLimiter(limits);
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const allowance = count(callerOf(request), now().getTime());
    reply.headers(rateLimitHeaders(allowance));
    refuseBeyond(allowance);
  };
}

/** Kept as a digest: counts may lie in memory for a minute. */
function callerOf({ headers, ip }: FastifyRequest): string {
  const token = headers.authorization?.replace(/^Bearer +/i, '');
  return token ? createHash('sha256').update(token).digest('base64') : ip;
}

/** Counts requests by key in fixed windows, and tells of the window that is nearest to its end. What is refused
 *  by one counts in none. All counts of a window are forgotten together, so memory is bounded by the traffic
 *  of one. Each process counts for itself. */
export function createRateLimiter(limits: readonly RateLimit[]) {
  const windows = limits.map(openWindow);
  return function count(key: string, now: number): Allowance {
    for (const window of windows) window.begin(now);
    const full = windows.map((window) => window.refuse(key, now)).filter((refused) => refused !== null);
    if (full.length > 0) return full.reduce((a, b) => (b.reset > a.reset ? b : a));
    return windows.map((window) => window.add(key)).reduce((a, b) => (shareOf(b) < shareOf(a) ? b : a));
  };
}

function openWindow({ requests, seconds }: RateLimit) {
  let endsAt = 0;
  let counts = new Map<string, number>();
  return {
    begin(now: number): void {
      if (now < endsAt) return;
      endsAt = now + seconds * 1000;
      counts = new Map();
    },
    refuse(key: string, now: number): Required<Allowance> | null {
      if ((counts.get(key) ?? 0) < requests) return null;
      return { limit: requests, remaining: 0, reset: Math.max(1, Math.ceil((endsAt - now) / 1000)) };
    },
    add(key: string): Allowance {
      const used = (counts.get(key) ?? 0) + 1;
      counts.set(key, used);
      return { limit: requests, remaining: requests - used };
    },
  };
}

function shareOf({ limit, remaining }: Allowance): number {
  return remaining / limit;
}

function rateLimitHeaders(allowance: Allowance): Record<string, string> {
  return {
    'x-ratelimit-limit': String(allowance.limit),
    'x-ratelimit-remaining': String(allowance.remaining),
    ...(allowance.reset ? { 'x-ratelimit-reset': String(allowance.reset) } : {}),
  };
}

function refuseBeyond(allowance: Allowance): void {
  if (allowance.reset) throw refusal('RATE_LIMIT_EXCEEDED', { reset: allowance.reset });
}

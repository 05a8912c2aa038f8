import { createHash } from 'node:crypto';
import { refusal } from '@recto/content/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from './ports.ts';

export interface RateLimit {
  requests: number;
  seconds: number;
}

/** How many requests the caller has left, told with every answer. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Whole seconds until the window ends; set when nothing is left. */
  reset?: number;
}

/** A hook that counts by token; a caller without one is known by its address. */
export function limitRate({ settings, now }: Ports) {
  if (!settings.rateLimit) return async () => {};
  const count = createRateLimiter(settings.rateLimit);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { authorization } = request.headers;
    const key = authorization ? createHash('sha256').update(authorization).digest('base64') : request.ip;
    const allowance = count(key, now().getTime());
    reply.headers(rateLimitHeaders(allowance));
    refuseBeyond(allowance);
  };
}

/** Counts requests by key in fixed windows. All counts are forgotten together, so memory is bounded by the
 *  traffic of one window. Each process counts for itself. */
export function createRateLimiter({ requests, seconds }: RateLimit) {
  let windowEndsAt = 0;
  let counts = new Map<string, number>();
  return function count(key: string, now: number): Allowance {
    if (now >= windowEndsAt) {
      windowEndsAt = now + seconds * 1000;
      counts = new Map();
    }
    const used = (counts.get(key) ?? 0) + 1;
    counts.set(key, used);
    const remaining = Math.max(0, requests - used);
    if (used <= requests) return { limit: requests, remaining };
    return { limit: requests, remaining, reset: Math.max(1, Math.ceil((windowEndsAt - now) / 1000)) };
  };
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

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashToken } from '#secrets/secret.ts';
import type { Usage } from './start-metering.ts';
import type { Api, MeteredRequest } from './usage-meter.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Written to the connection before this request. */
    bytesBefore: number;
  }
}

interface Metering {
  usage: Usage;
  now(): Date;
}

/** Whom an answer is counted for, and by what; null: for nobody. */
type Describe = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Pick<MeteredRequest, 'owner' | 'details'> | null;

/** Counts every answer of the scope, with the bytes that went out, headers included. */
export function countTraffic(
  app: FastifyInstance,
  api: Api,
  { usage, now }: Metering,
  describe: Describe,
): void {
  // A property: a weak map of all requests keeps the garbage collector busier than the requests do.
  app.decorateRequest('bytesBefore', 0);
  app.addHook('onRequest', (request, _reply, done) => {
    request.bytesBefore = request.raw.socket.bytesWritten;
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const described = request.method === 'OPTIONS' ? null : describe(request, reply);
    if (!described) return done();
    const bytes = request.raw.socket.bytesWritten - request.bytesBefore;
    usage.add({ api, bytes: Math.max(0, bytes), at: now(), ...described });
    done();
  });
}

/** For the API that websites read, whichever way it answers. */
export function countDelivery(app: FastifyInstance, metering: Metering): void {
  countTraffic(app, 'cda', metering, (request, reply) => {
    const owner = ownerByToken(request, reply);
    if (owner === null) return null;
    return {
      owner,
      details: [
        ['referrer', referrerOf(request)],
        ['ip', request.ip],
      ],
    };
  });
}

/** By the digest of its token: whose that is, is looked up when counts are saved. Null for a caller that nobody
 *  knows. */
export function ownerByToken({ headers }: FastifyRequest, { statusCode }: FastifyReply): string | null {
  if (headers.authorization === undefined || statusCode === 401) return null;
  return digestOf(headers.authorization.replace(/^Bearer +/i, ''));
}

/** A website asks by one token, thousands of times a second. */
const MOST_DIGESTS = 1_000;
const digests = new Map<string, string>();

function digestOf(token: string): string {
  const known = digests.get(token);
  if (known !== undefined) return known;
  const digest = hashToken(token).toString('base64');
  if (digests.size >= MOST_DIGESTS) digests.clear();
  digests.set(token, digest);
  return digest;
}

/** The page that asked, without what its address may hold in secret. */
export function referrerOf({ headers }: FastifyRequest): string {
  const { referer } = headers;
  if (!referer || !URL.canParse(referer)) return '';
  const { origin, pathname } = new URL(referer);
  return origin === 'null' ? '' : `${origin}${pathname}`;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashToken } from '#secrets/secret.ts';
import type { Usage } from './start-metering.ts';
import type { Api, MeteredRequest } from './usage-meter.ts';

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
  const written = new WeakMap<FastifyRequest, number>();
  app.addHook('onRequest', async (request) => {
    written.set(request, request.raw.socket.bytesWritten);
  });
  app.addHook('onResponse', async (request, reply) => {
    const described = request.method === 'OPTIONS' ? null : describe(request, reply);
    if (!described) return;
    const bytes = request.raw.socket.bytesWritten - (written.get(request) ?? 0);
    usage.add({ api, bytes: Math.max(0, bytes), at: now(), ...described });
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
  const token = headers.authorization?.replace(/^Bearer +/i, '');
  return token && statusCode !== 401 ? hashToken(token).toString('base64') : null;
}

/** The page that asked, without what its address may hold in secret. */
export function referrerOf({ headers }: FastifyRequest): string {
  const { referer } = headers;
  if (!referer || !URL.canParse(referer)) return '';
  const { origin, pathname } = new URL(referer);
  return origin === 'null' ? '' : `${origin}${pathname}`;
}

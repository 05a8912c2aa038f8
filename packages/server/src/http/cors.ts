import type { FastifyInstance } from 'fastify';

const EXPOSED_HEADERS = [
  'X-Request-Id',
  'X-Api-Version',
  'X-Environment',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'X-Cache-Tags',
  'X-Complexity',
  'X-Max-Complexity',
  'X-Cacheable-On-CDN',
  'X-Cacheable-On-CDN-Query-Length-Limit',
  'CF-Cache-Status',
].join(', ');
const ONE_DAY_SECONDS = '86400';

/** Lets pages of any origin call what is mounted here. Safe, because nothing here reads a cookie: without the
 *  token in hand, another origin's page is a stranger. */
export function allowAnyOrigin(app: FastifyInstance): void {
  // With a callback: a promise for each hook of each request costs as much as the hooks.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('access-control-allow-origin', '*');
    reply.header('access-control-expose-headers', EXPOSED_HEADERS);
    if (request.method !== 'OPTIONS') return done();
    reply.header('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
    reply.header('access-control-allow-headers', requestedHeaders(request.headers));
    reply.header('access-control-max-age', ONE_DAY_SECONDS);
    reply.code(204).send();
  });
}

/** Echoed, because callers may add headers of their own; only what is a list of header names. */
function requestedHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const names = headers['access-control-request-headers'];
  return typeof names === 'string' && /^[\w\-, ]{1,2000}$/.test(names)
    ? names
    : 'authorization, content-type';
}

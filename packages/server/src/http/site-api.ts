import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pointersOf } from '#reference/link-pointers.ts';
import { countTraffic, ownerByToken } from '#usage/count-traffic.ts';
import { checkHeaders } from './check-headers.ts';
import { allowAnyOrigin } from './cors.ts';
import { REQUEST_DEADLINE_MS, withDeadline } from './deadline.ts';
import type { Endpoint } from './endpoint.ts';
import { refuseUnknownPaths } from './handle-errors.ts';
import type { Ports } from './ports.ts';
import { limitRate } from './rate-limit.ts';
import { wireRequestOf } from './read-request.ts';
import { type MountedEndpoint, runEndpoint } from './run-endpoint.ts';
import { sendJson } from './send.ts';

/** Mounts the Content Management API: every endpoint of the list, nothing else. */
export function mountSiteApi(app: FastifyInstance, endpoints: readonly Endpoint[], ports: Ports): void {
  allowAnyOrigin(app);
  refuseUnknownPaths(app);
  countTraffic(app, 'cma', ports, (request, reply) => {
    const owner = ownerByToken(request, reply);
    return owner === null ? null : { owner, details: [endpointOf(request), ['ip', request.ip]] };
  });
  app.addHook('onRequest', limitRate(ports));
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'x-api-version': '3', 'cache-control': 'max-age=0, private, must-revalidate' });
    checkHeaders(request.method, request.headers);
    reply.header('x-api-version', String(request.headers['x-api-version']));
  });
  const pointers = pointersOf(endpoints);
  for (const definition of endpoints) {
    const endpoint = { ...definition, pointer: pointers.get(definition) ?? '#' };
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) => answer(endpoint, request, reply, ports),
    });
  }
}

/** `GET /items/:item_id`. */
function endpointOf({ method, routeOptions }: FastifyRequest): [kind: string, value: string] {
  const path = routeOptions.url?.replace(/^\/site-api/, '');
  return ['endpoint', path === undefined ? '' : `${method} ${path}`];
}

async function answer(
  endpoint: MountedEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  ports: Ports,
): Promise<FastifyReply> {
  const { status, document, environment } = await withDeadline(REQUEST_DEADLINE_MS, (signal) =>
    runEndpoint(endpoint, wireRequestOf(request, signal), ports),
  );
  reply.header('x-environment', environment);
  return sendJson(reply, status, document);
}

import { refusal } from '@recto/content/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allowAnyOrigin } from '#http/cors.ts';
import { reasonsOf } from '#http/handle-errors.ts';
import type { Ports } from '#http/ports.ts';
import { createAnswerer } from './answer-query.ts';
import type { PathOptions } from './read-options.ts';
import { sendApiError } from './send-api-error.ts';

/** Older paths say in words what headers say now. */
const PATHS = ['/', '/preview', '/environments/:environment', '/environments/:environment/preview'];

/** Where a person's browser finds the explorer: on the admin's host, whatever host the API was asked at. */
function explorerUrl({ settings }: Ports): string {
  return `${settings.hostsDomain === undefined ? '' : settings.publicUrl}/cda-explorer`;
}

/** Mounts the Content Delivery API: queries are posted, a browser that looks in is shown the explorer. */
export function mountGraphqlApi(app: FastifyInstance, ports: Ports): void {
  allowAnyOrigin(app);
  const { limitLarge, answer } = createAnswerer(ports);
  app.addHook('onRequest', (request, reply, done) => {
    limitLarge(request, reply);
    done();
  });
  app.setErrorHandler((error: Error, request, reply) => {
    const [reason] = reasonsOf(error, request);
    return sendApiError(reply, reason ?? { code: 'EXCEPTION', details: {} });
  });
  for (const path of PATHS) {
    app.post(path, (request, reply) => answer(request, reply, pathOptions(request)));
    app.options(path, (_request, reply) => reply);
    app.get(path, async (_request, reply) => reply.redirect(explorerUrl(ports), 302));
  }
}

function pathOptions({ params, routeOptions }: FastifyRequest): PathOptions {
  const { environment } = params as { environment?: string }; // what the path's `:name` matched
  if (environment !== undefined && !/^[\x20-\x7e]{1,200}$/.test(environment))
    throw refusal('INVALID_ENVIRONMENT');
  return { environment: environment ?? null, isPreview: routeOptions.url?.endsWith('/preview') ?? false };
}

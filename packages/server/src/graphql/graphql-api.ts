import { refusal } from '@recto/content/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowAnyOrigin } from '#http/cors.ts';
import { REQUEST_DEADLINE_MS, withDeadline } from '#http/deadline.ts';
import { reasonsOf } from '#http/handle-errors.ts';
import type { Ports } from '#http/ports.ts';
import { limitRate } from '#http/rate-limit.ts';
import { sendJson } from '#http/send.ts';
import { enterDelivery } from './enter-delivery.ts';
import { readOperations } from './read-operations.ts';
import { type PathOptions, readOptions } from './read-options.ts';
import { type OperationRun, runOperation } from './run-operation.ts';
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
  app.addHook('onRequest', limitRate(ports, ports.settings.deliveryRateLimits));
  app.setErrorHandler((error: Error, request, reply) => {
    const [reason] = reasonsOf(error, request);
    return sendApiError(reply, reason ?? { code: 'EXCEPTION', details: {} });
  });
  for (const path of PATHS) {
    app.post(path, (request, reply) => answer(request, reply, ports));
    app.options(path, (_request, reply) => reply);
    app.get(path, async (_request, reply) => reply.redirect(explorerUrl(ports), 302));
  }
}

async function answer(request: FastifyRequest, reply: FastifyReply, ports: Ports): Promise<FastifyReply> {
  const options = readOptions(request.headers, pathOptions(request));
  const operations = readOperations(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
  const onUnforeseen = (error: Error): string => {
    request.log.error({ err: error }, 'unforeseen');
    return `Internal server error (request ${request.id})`;
  };
  const { maxComplexity } = ports.settings;
  const runs = await withDeadline(REQUEST_DEADLINE_MS, async () => {
    const { schema, openContext, environment } = await enterDelivery(options, ports);
    reply.header('x-environment', environment);
    const run = { maxComplexity, openContext, onUnforeseen };
    return Promise.all(operations.list.map((operation) => runOperation(schema, operation, run)));
  });
  reply.headers(complexityHeaders(runs, maxComplexity));
  const answers = runs.map(({ answer }) => answer);
  return sendJson(reply, 200, operations.isBatch ? answers : answers[0]);
}

/** Of a batch, the sum. A query that cannot be read has no complexity. */
function complexityHeaders(runs: readonly OperationRun[], most: number): Record<string, string> {
  const known = runs.flatMap(({ complexity }) => complexity ?? []);
  const sum = known.reduce((total, complexity) => total + complexity, 0);
  const max = { 'x-max-complexity': String(most) };
  return known.length > 0 ? { 'x-complexity': String(sum), ...max } : max;
}

function pathOptions({ params, routeOptions }: FastifyRequest): PathOptions {
  const { environment } = params as { environment?: string }; // what the path's `:name` matched
  if (environment !== undefined && !/^[\x20-\x7e]{1,200}$/.test(environment))
    throw refusal('INVALID_ENVIRONMENT');
  return { environment: environment ?? null, isPreview: routeOptions.url?.endsWith('/preview') ?? false };
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { refusal } from '@recto/content/refusal';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { mountAccountApi } from '#account-api/account-api.ts';
import { notOfferedEndpoints } from '#account-api/not-offered/routes.ts';
import { accountEndpoints } from '#account-api/routes.ts';
import { serveAdmin } from '#admin/serve-admin.ts';
import { endpoints } from '#api/endpoints.ts';
import { mountAssets } from '#assets/mount-assets.ts';
import { mountGraphqlApi } from '#graphql/graphql-api.ts';
import { handleErrors, sendError } from '#http/handle-errors.ts';
import { mountHealth } from '#http/health.ts';
import { redirectAdminHosts, rewriteByHost } from '#http/hosts.ts';
import { logRequests } from '#http/log-requests.ts';
import type { Ports } from '#http/ports.ts';
import { readBody } from '#http/read-body.ts';
import { refuseBrokenRequest } from '#http/refuse-broken-request.ts';
import { mountSiteApi } from '#http/site-api.ts';
import { servePlugins } from '#plugin-packages/plugins-origin.ts';
import { mountReference } from '#reference/mount-reference.ts';
import { countDelivery } from '#usage/count-traffic.ts';

/** The whole app, built from its ports. Opens and listens to nothing: that is for `main.ts` and tests. */
export function buildApp(ports: Ports): FastifyInstance {
  const { settings } = ports;
  const log: FastifyBaseLogger = ports.log;
  const docUrl = `${settings.publicUrl}/site-api/docs/errors`;
  const app = Fastify({
    loggerInstance: log,
    // Ours (`logRequests`) leaves out what may be secret.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    rewriteUrl: rewriteByHost(settings),
    trustProxy: settings.trustProxy,
    forceCloseConnections: 'idle',
    // A caller that dawdles over its headers or says nothing at all must not keep a connection.
    http: { headersTimeout: 20_000, maxHeaderSize: 64 * 1024 },
    connectionTimeout: 120_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 500, querystringParser: () => ({}) },
    clientErrorHandler: (error, socket) => refuseBrokenRequest(error, socket, docUrl),
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      sendError(reply, refusal('INVALID_ENDPOINT').reasons, docUrl);
    },
  });
  readBodiesAsBytes(app);
  logRequests(app);
  handleErrors(app, docUrl);
  servePlugins(app, ports);
  redirectAdminHosts(app, settings);
  mountHealth(app, ports);
  app.register(async (scope) => mountReference(scope, settings), { prefix: '/site-api/docs' });
  app.register(async (scope) => mountSiteApi(scope, endpoints, ports), { prefix: '/site-api' });
  app.register(async (scope) => mountAssets(scope, ports), { prefix: '/assets' });
  const accountApi = [...accountEndpoints, ...notOfferedEndpoints];
  app.register(async (scope) => mountAccountApi(scope, accountApi, ports), { prefix: '/account-api' });
  app.register(
    async (scope) => {
      countDelivery(scope, ports);
      mountGraphqlApi(scope, ports);
    },
    { prefix: '/graphql' },
  );
  app.register(async (scope) => serveAdmin(scope));
  return app;
}

/** Whatever type a body claims to have, the contract of its endpoint decides what it is. */
function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) => readBody(payload));
}

import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from '@recto/content/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '#db/database.ts';
import { bearerToken } from '#http/check-headers.ts';
import { allowAnyOrigin } from '#http/cors.ts';
import { REQUEST_DEADLINE_MS, withDeadline } from '#http/deadline.ts';
import type { AnswerDocument, EndpointRequest } from '#http/endpoint.ts';
import { refuseUnknownPaths } from '#http/handle-errors.ts';
import type { Ports } from '#http/ports.ts';
import { limitRate } from '#http/rate-limit.ts';
import { readRequest, type WireRequest, wireRequestOf } from '#http/read-request.ts';
import { sendJson } from '#http/send.ts';
import { statusOf } from '#http/status-of.ts';
import { pointersOf } from '#reference/link-pointers.ts';
import { hashToken } from '#secrets/secret.ts';
import type { AccountContext, AccountEndpoint, VisitorContext } from './account-endpoint.ts';
import { findMembership } from './organizations/table.ts';
import { findSession } from './sessions/table.ts';

/** Mounts the account API: people, and the projects they own. */
export function mountAccountApi(
  app: FastifyInstance,
  endpoints: readonly AccountEndpoint[],
  ports: Ports,
): void {
  allowAnyOrigin(app);
  refuseUnknownPaths(app);
  app.addHook('onRequest', limitRate(ports));
  const pointers = pointersOf(endpoints);
  for (const endpoint of endpoints) {
    const contract = { ...endpoint, pointer: pointers.get(endpoint) ?? '#' };
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) => answer(contract, request, reply, ports),
    });
  }
}

type MountedEndpoint = AccountEndpoint & { pointer: string };

async function answer(
  endpoint: MountedEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  ports: Ports,
): Promise<FastifyReply> {
  const document = await withDeadline(REQUEST_DEADLINE_MS, (signal) =>
    runAccountEndpoint(endpoint, wireRequestOf(request, signal), request.ip, ports),
  );
  return sendJson(reply, statusOf(document), document);
}

/** The same walk as in `http/run-endpoint.ts`, without a project: contract → who → run, in one transaction for
 *  a write. */
async function runAccountEndpoint(
  endpoint: MountedEndpoint,
  wire: WireRequest,
  address: string,
  ports: Ports,
): Promise<AnswerDocument> {
  const token = endpoint.access === 'anyone' ? null : bearerToken(wire.headers);
  const request = readRequest(endpoint, wire);
  const walk = async (db: Db): Promise<AnswerDocument> => {
    const { now, newId, settings, jobs } = ports;
    const context: VisitorContext = { db, now: now(), newId, settings, jobs, address };
    const document = await runAs(endpoint, request, context, { token: token ?? '', headers: wire.headers });
    if (wire.signal.aborted) throw refusal('SERVICE_UNAVAILABLE');
    return document;
  };
  if (endpoint.method === 'GET' || endpoint.transaction === 'own') return walk(ports.database.db);
  return ports.database.db.transaction().execute(walk);
}

/** The contract was checked just before, so its types hold. */
async function runAs(
  endpoint: AccountEndpoint,
  request: EndpointRequest<unknown, unknown>,
  context: VisitorContext,
  by: Credentials,
): Promise<AnswerDocument> {
  if (endpoint.access === 'anyone') return endpoint.run(request as never, context);
  const askerHash = hashToken(by.token);
  if (endpoint.access === 'holder') return endpoint.run(request as never, { ...context, askerHash });
  return endpoint.run(request as never, await signIn(context, by));
}

interface Credentials {
  token: string;
  headers: IncomingHttpHeaders;
}

/** Who asks, and for which organization. */
async function signIn(context: VisitorContext, { token, headers }: Credentials): Promise<AccountContext> {
  const session = await findSession(context, token);
  const name = headers['x-organization'];
  const membership =
    typeof name === 'string' && name !== ''
      ? await findMembership(context.db, session.account.id, name)
      : null;
  return { ...context, ...session, askerHash: hashToken(token), membership };
}

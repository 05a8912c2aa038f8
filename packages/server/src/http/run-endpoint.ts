import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from '@recto/content/refusal';
import { stampAccess } from '#api/access-tokens/table.ts';
import { isRead, scopeOf } from '#api/endpoint-scopes.ts';
import type { Db } from '#db/database.ts';
import { loadSchema } from '#schema/load-schema.ts';
import { bearerToken } from './check-headers.ts';
import type { RequestContext } from './context.ts';
import type { AnswerDocument, Endpoint } from './endpoint.ts';
import { type Caller, identify } from './identify.ts';
import type { Ports } from './ports.ts';
import { Postponed, postponeEndpoint } from './postpone-endpoint.ts';
import { readRequest, type WireRequest } from './read-request.ts';
import { recordEvents } from './record-events.ts';
import { refusePlace } from './refuse-place.ts';

export interface Answer {
  status: number;
  document: AnswerDocument;
  /** Where the request ran. */
  environment: string;
}

/**
 * What every request walks through, in this order and nowhere else:
 *
 *     contract → who → load → may they → run → present
 *
 * A write walks from "who" to the end of "run" in one transaction, so that the token, the role and the schema
 * it was decided with are those it is saved with.
 */
export async function runEndpoint(
  endpoint: MountedEndpoint,
  wire: WireRequest,
  ports: Ports,
): Promise<Answer> {
  const token = bearerToken(wire.headers);
  const request = readRequest(endpoint, wire);
  const now = ports.now();
  const walk = async (db: Db): Promise<Answer> => {
    const environment = readEnvironmentHeader(wire.headers);
    const caller = await identify(db, { token, environment, now });
    if (!caller.access.cma) throw refusal('INVALID_AUTHORIZATION_HEADER');
    refusePlace({ scope: scopeOf(endpoint), isRead: isRead(endpoint) }, caller);
    await stampAccess(db, caller, 'cma', now);
    const context = await buildContext(db, caller, ports, now);
    const subject = await endpoint.load?.(request, context);
    if (!endpoint.policy(subject, context, request)) throw refusal('INSUFFICIENT_PERMISSIONS');
    const result = await endpoint.run(request, context, subject);
    const document = endpoint.present(result, context, request);
    if (wire.signal.aborted) throw refusal('SERVICE_UNAVAILABLE');
    return { status: statusOf(document), document, environment: caller.environment.name };
  };
  if (endpoint.method === 'GET' || endpoint.transaction === 'own') return walk(ports.database.db);
  try {
    return await ports.database.db.transaction().execute(walk);
  } catch (error) {
    if (!(error instanceof Postponed)) throw error;
    return postponeEndpoint(endpoint, request, error, ports);
  }
}

/** An endpoint with its place in the published hyperschema. */
export type MountedEndpoint = Endpoint & { pointer: string };

/** Header values are bytes; only printable ones name an environment. */
function readEnvironmentHeader(headers: IncomingHttpHeaders): string | null {
  const name = headers['x-environment'];
  if (name === undefined || name === '') return null;
  if (typeof name !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(name)) throw refusal('INVALID_ENVIRONMENT');
  return name;
}

async function buildContext(db: Db, caller: Caller, ports: Ports, now: Date): Promise<RequestContext> {
  const { site, environment, identity, permissions } = caller;
  return {
    db,
    site,
    environment,
    identity,
    permissions,
    schema: await loadSchema(db, environment),
    registry: ports.registry,
    now,
    newId: ports.newId,
    settings: ports.settings,
    files: ports.files,
    jobs: ports.jobs,
    jobId: null,
    record: (events) => recordEvents(db, { siteId: site.id, environment, now }, events),
  };
}

function statusOf(document: AnswerDocument): number {
  if (document === null) return 204;
  return isJob(document.data) ? 202 : 200;
}

function isJob(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'job';
}

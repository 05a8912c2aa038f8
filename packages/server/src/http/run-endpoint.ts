import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from '@recto/content/refusal';
import { stampAccess } from '#api/access-tokens/table.ts';
import { isRead, scopeOf } from '#api/endpoint-scopes.ts';
import type { Db } from '#db/database.ts';
import { loadSchema } from '#schema/load-schema.ts';
import type { CallerQuery } from './caller-row.ts';
import { bearerToken } from './check-headers.ts';
import type { Environment, RequestContext } from './context.ts';
import type { AnswerDocument, Endpoint } from './endpoint.ts';
import { type Caller, callerFrom, identify } from './identify.ts';
import type { Ports } from './ports.ts';
import { Postponed, postponeEndpoint } from './postpone-endpoint.ts';
import { readRequest, type WireRequest } from './read-request.ts';
import { type Confirmation, type Recalled, recallCaller } from './recalled-caller.ts';
import { recordEvents } from './record-events.ts';
import { refusePlace } from './refuse-place.ts';
import { statusOf } from './status-of.ts';
import { surviveSchemaChange } from './survive-schema-change.ts';

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
 * it was decided with are those it is saved with. A save that is one statement needs no transaction; who asks it
 * may take from memory, if it lets the database confirm that on the way (`recalled-caller.ts`).
 */
export function runEndpoint(endpoint: MountedEndpoint, wire: WireRequest, ports: Ports): Promise<Answer> {
  return surviveSchemaChange(
    (note) => walkEndpoint(endpoint, wire, ports, note),
    { isRead: endpoint.method === 'GET' },
    ports.database.db,
  );
}

async function walkEndpoint(
  endpoint: MountedEndpoint,
  wire: WireRequest,
  ports: Ports,
  note: (environment: Environment) => void,
): Promise<Answer> {
  const token = bearerToken(wire.headers);
  const request = readRequest(endpoint, wire);
  const now = ports.now();
  const environment = readEnvironmentHeader(wire.headers);
  const query = { token, environment, now };
  const walk = async (db: Db, recalled?: Recalled): Promise<Answer> => {
    const caller = recalled ? await callerFrom(db, recalled.row) : await identify(db, query);
    if (!caller.access.cma) throw refusal('INVALID_AUTHORIZATION_HEADER');
    refusePlace({ scope: scopeOf(endpoint), isRead: isRead(endpoint) }, caller);
    if (!recalled) await stampAccess(db, caller, 'cma', now);
    note(caller.environment);
    const confirmation = recalled?.confirmation ?? null;
    const context = await buildContext({ db, confirmation, caller, ports, now });
    const subject = await endpoint.load?.(request, context);
    if (!endpoint.policy(subject, context, request)) throw refusal('INSUFFICIENT_PERMISSIONS');
    const result = await endpoint.run(request, context, subject);
    const document = endpoint.present(result, context, request);
    if (wire.signal.aborted) throw refusal('SERVICE_UNAVAILABLE');
    if (confirmation?.isGiven === false) throw new Error('Nobody confirmed who asks');
    return { status: statusOf(document), document, environment: caller.environment.name };
  };
  if (endpoint.confirmsCaller) return walkFromMemory(walk, query, ports);
  if (endpoint.method === 'GET' || endpoint.transaction === 'own') return walk(ports.database.db);
  try {
    return await ports.database.db.transaction().execute(walk);
  } catch (error) {
    if (!(error instanceof Postponed)) throw error;
    return postponeEndpoint(endpoint, request, error, ports);
  }
}

/** Whatever goes wrong before the caller is confirmed may be wrong only because of what was remembered. */
async function walkFromMemory(
  walk: (db: Db, recalled?: Recalled) => Promise<Answer>,
  query: CallerQuery,
  { database: { db } }: Ports,
): Promise<Answer> {
  const recalled = recallCaller(query);
  if (!recalled) return walk(db);
  try {
    return await walk(db, recalled);
  } catch (error) {
    if (recalled.confirmation.isGiven) throw error;
    return walk(db);
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

async function buildContext({
  db,
  confirmation,
  caller,
  ports,
  now,
}: {
  db: Db;
  confirmation: Confirmation | null;
  caller: Caller;
  ports: Ports;
  now: Date;
}): Promise<RequestContext> {
  const { site, environment, identity, permissions } = caller;
  return {
    db,
    confirmation,
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

import type { Json } from '@recto/content/json';
import type { Static, TSchema } from '@sinclair/typebox';
import type { RequestContext } from './context.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A JSON:API document, or null for 204. */
export type AnswerDocument = { data: Json; included?: Json[]; meta?: { [key: string]: Json } } | null;

export interface EndpointRequest<Body, Query> {
  body: Body;
  query: Query;
  params: Readonly<Record<string, string>>;
  /** What `X-Api-Version` says. Only plugins look different in each. */
  apiVersion: string;
}

/**
 * One endpoint of the Content Management API as data. `run-endpoint.ts` is the only place that knows the order
 * in which its parts are used: contract → who → load → may they → run (in one transaction for a write) →
 * present. An endpoint without a policy does not compile.
 */
export interface Endpoint<
  Body extends TSchema | undefined = TSchema | undefined,
  Query extends TSchema | undefined = TSchema | undefined,
  Subject = unknown,
  Result = unknown,
> {
  /** JSON:API type and link `rel` of the published hyperschema: with them the list of endpoints is checked. */
  resource: string;
  rel: string;
  method: Method;
  /** Fastify form: `/items/:item_id`. */
  path: string;
  body?: Body;
  /** A body that may be missing altogether (publish). */
  bodyOptional?: boolean;
  query?: Query;
  /** The whole answer, for the published `targetSchema`; null: there is none (204). */
  answer?: TSchema | null;
  /** The client's schema calls this endpoint a job: we may answer 202 and later a job result. */
  isJob?: boolean;
  /** Finds what the request is about; throws `NOT_FOUND`. */
  load?(request: EndpointRequest<Of<Body>, Of<Query>>, context: RequestContext): Promise<Subject>;
  /** May they? Pure. `false` becomes `INSUFFICIENT_PERMISSIONS`. */
  policy(subject: Subject, context: RequestContext, request: EndpointRequest<Of<Body>, Of<Query>>): boolean;
  run(
    request: EndpointRequest<Of<Body>, Of<Query>>,
    context: RequestContext,
    subject: Subject,
  ): Promise<Result>;
  present(
    result: Result,
    context: RequestContext,
    request: EndpointRequest<Of<Body>, Of<Query>>,
  ): AnswerDocument;
  /** How a write is kept whole. `request` (default for writes): the walk opens one transaction around load and
   *  run. `own`: run sends one statement, or opens its own transaction after slow work outside of one. */
  transaction?: 'request' | 'own';
  /** The first statement of load or run carries the context's `confirmation`, if there is one. */
  confirmsCaller?: boolean;
}

export type Of<Schema extends TSchema | undefined> = Schema extends TSchema ? Static<Schema> : undefined;

/** Only infers: the endpoint's parts are checked against each other. */
export function endpoint<
  Body extends TSchema | undefined,
  Query extends TSchema | undefined,
  Subject,
  Result,
>(definition: Endpoint<Body, Query, Subject, Result>): Endpoint<Body, Query, Subject, Result> {
  return definition;
}

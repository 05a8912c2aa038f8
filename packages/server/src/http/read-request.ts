import type { IncomingHttpHeaders } from 'node:http';
import { isEntityId } from '@recto/content/id';
import { refusal } from '@recto/content/refusal';
import type { TSchema } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { checkBody, checkQuery } from './check-contract.ts';
import { checkContentType } from './check-headers.ts';
import type { EndpointRequest } from './endpoint.ts';
import { isStorableText, parseJson } from './parse-json.ts';
import { readQuery } from './read-query.ts';

/** A request as it came over the wire. */
export interface WireRequest {
  /** With the query string. */
  url: string;
  headers: IncomingHttpHeaders;
  params: Readonly<Record<string, string>>;
  body: Buffer;
  /** Aborted when the caller was told that it took too long: nothing may be kept then. */
  signal: AbortSignal;
}

/** What may come in, and where that stands in the published hyperschema (`#/definitions/item/links/3`). */
export interface Contract {
  body?: TSchema | undefined;
  bodyOptional?: boolean | undefined;
  query?: TSchema | undefined;
  pointer: string;
  method?: string;
  path?: string;
}

/** Wire → what the contract promises; refuses everything else. */
export function readRequest(contract: Contract, wire: WireRequest): EndpointRequest<unknown, unknown> {
  // No stored id looks like this, and the database could not even be asked.
  if (!Object.values(wire.params).every(isStorableText)) throw refusal('NOT_FOUND');
  return {
    params: wire.params,
    query: contractQuery(contract, wire.url),
    body: refuseOtherId(contract, wire, contractBody(contract, wire)),
    apiVersion: String(wire.headers['x-api-version']),
  };
}

function contractQuery({ query: schema, pointer }: Contract, url: string): unknown {
  const query = readQuery(url, schema);
  if (!schema) return undefined;
  checkQuery(query, schema, `${pointer}/hrefSchema`);
  return query;
}

function contractBody(contract: Contract, wire: WireRequest): unknown {
  if (!contract.body) return undefined;
  checkContentType(wire.headers, wire.body);
  const body = parseJson(wire.body);
  if (contract.bodyOptional && (body === undefined || body === null)) return undefined;
  checkBody(body, contract.body, `${contract.pointer}/schema`);
  return body;
}

/** A body that names another entity than its path was meant for that one. A path may also name an entity by its API
 *  key, which is no id. */
function refuseOtherId({ method, path }: Contract, { params }: WireRequest, body: unknown): unknown {
  const key = method === 'PUT' ? /\/:(\w+)$/.exec(path ?? '')?.[1] : undefined;
  const [asked, sent] = [params[key ?? ''], (body as { data?: { id?: unknown } } | undefined)?.data?.id];
  if (isEntityId(asked) && isEntityId(sent) && asked !== sent) {
    throw refusal('INVALID_REQUEST', { reason: 'other_id', path: asked, body: sent });
  }
  return body;
}

export function wireRequestOf(request: FastifyRequest, signal: AbortSignal): WireRequest {
  return {
    url: request.raw.url ?? '',
    headers: request.headers,
    params: request.params as Record<string, string>, // what the path's `:name` matched
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    signal,
  };
}

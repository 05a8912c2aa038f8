import type { TSchema } from '@sinclair/typebox';
import type { AccountEndpoint } from '#account-api/account-endpoint.ts';
import type { Endpoint } from '#http/endpoint.ts';

/** What a link needs to know about an endpoint, whichever API it belongs to. */
type Described = Pick<
  Endpoint & AccountEndpoint,
  'resource' | 'rel' | 'method' | 'path' | 'body' | 'query' | 'answer'
> & { isJob?: boolean; bodyOptional?: boolean };

type Schema = Record<string, unknown>;

const DRAFT = 'http://json-schema.org/draft-04/hyper-schema';

/**
 * The machine-readable description of an API: JSON Schema with hyper-schema links, made from the very contracts
 * that requests are checked by. A link stands at its endpoint's position, so the pointers of refusals lead here.
 */
export function buildHyperschema(title: string, endpoints: readonly Described[]): Schema {
  const byResource = new Map<string, Described[]>();
  for (const endpoint of endpoints) {
    const links = byResource.get(endpoint.resource);
    if (links) links.push(endpoint);
    else byResource.set(endpoint.resource, [endpoint]);
  }
  const definitions = [...byResource].map(([resource, links]) => [
    resource,
    describeResource(resource, links),
  ]);
  const properties = [...byResource.keys()].map((resource) => [
    resource,
    { $ref: `#/definitions/${resource}` },
  ]);
  return {
    $schema: DRAFT,
    title,
    type: 'object',
    definitions: Object.fromEntries(definitions),
    properties: Object.fromEntries(properties),
  };
}

function describeResource(resource: string, links: readonly Described[]): Schema {
  return {
    $schema: DRAFT,
    title: resource,
    type: 'object',
    definitions: {
      type: { type: 'string', const: resource },
      id: { type: 'string' },
      identity: { $ref: `#/definitions/${resource}/definitions/id` },
    },
    required: ['type', 'id'],
    properties: {
      type: { $ref: `#/definitions/${resource}/definitions/type` },
      id: { $ref: `#/definitions/${resource}/definitions/id` },
      ...(entityOf(resource, links) ?? ANY_ENTITY),
    },
    links: links.map((link) => describeLink(link)),
  };
}

const ANY_ENTITY: Schema = {
  attributes: { type: 'object' },
  relationships: { type: 'object' },
  meta: { type: 'object' },
};

/** What a resource is made of, where an endpoint that answers with one says so. */
function entityOf(resource: string, links: readonly Described[]): Schema | undefined {
  const entities = links.map(({ answer }) => answer?.properties?.data?.properties);
  const entity = entities.find((properties) => properties?.type?.const === resource);
  if (!entity) return undefined;
  const { type: _type, id: _id, ...rest } = entity;
  return rest;
}

function describeLink(link: Described): Schema {
  const target = link.answer ?? documentOf(link);
  return {
    rel: link.rel,
    title: `${link.rel.replaceAll('_', ' ')} ${link.resource.replaceAll('_', ' ')}`,
    href: hrefOf(link.path),
    method: link.method,
    ...describeInput(link.body, link.query),
    ...(link.bodyOptional ? { optionalSchema: true } : {}),
    targetSchema: link.isJob ? { anyOf: [target, JOB_DOCUMENT] } : target,
    ...(link.isJob ? { jobSchema: target } : {}),
  };
}

function describeInput(body: TSchema | undefined, query: TSchema | undefined): Schema {
  return { ...(body ? { schema: body } : {}), ...(query ? { hrefSchema: query } : {}) };
}

/** Where an endpoint does not spell its answer out: one resource, or a list of them. */
function documentOf({ resource, rel }: Described): Schema {
  const entity = { $ref: `#/definitions/${resource}` };
  const data = rel === 'instances' ? { type: 'array', items: entity } : entity;
  return { type: 'object', required: ['data'], properties: { data } };
}

const JOB_DOCUMENT: Schema = {
  type: 'object',
  required: ['data'],
  properties: {
    data: {
      type: 'object',
      required: ['type', 'id'],
      properties: { type: { type: 'string', const: 'job' }, id: { type: 'string' } },
    },
  },
};

/** `/items/:item_id` → `/items/{(%2Fdefinitions%2Fitem%2Fdefinitions%2Fidentity)}`, the hyper-schema way. */
function hrefOf(path: string): string {
  return path.replace(/:(\w+)_id\b|:(\w+)/g, (_, entity: string | undefined, name: string | undefined) => {
    const pointer = `#/definitions/${entity ?? name}/definitions/identity`;
    return `{(${encodeURIComponent(pointer)})}`;
  });
}

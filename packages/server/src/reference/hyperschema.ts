import type { TSchema } from '@sinclair/typebox';
import type { AccountEndpoint } from '#account-api/account-endpoint.ts';
import type { Endpoint } from '#http/endpoint.ts';
import { forGenerators } from './for-generators.ts';
import { groupsOf } from './groups.ts';
import { collectResources, referToResources, type Schema } from './resources.ts';

/** What a link needs to know about an endpoint, whichever API it belongs to. */
type Described = Pick<
  Endpoint & AccountEndpoint,
  'resource' | 'rel' | 'method' | 'path' | 'body' | 'query' | 'answer'
> & { isJob?: boolean; bodyOptional?: boolean };

const DRAFT = 'http://json-schema.org/draft-04/hyper-schema';

/**
 * The machine-readable description of an API: JSON Schema with hyper-schema links, made from the very contracts
 * that requests are checked by. A link stands at its endpoint's position, so the pointers of refusals lead here.
 * The shape is the one that generators of clients read: every resource has its parts under `definitions`.
 */
export function buildHyperschema(title: string, baseUrl: string, endpoints: readonly Described[]): Schema {
  const links = new Map<string, Described[]>();
  for (const endpoint of endpoints) {
    links.set(endpoint.resource, [...(links.get(endpoint.resource) ?? []), endpoint]);
  }
  const resources = collectResources(endpoints.map(({ answer }) => answer ?? {}));
  const names = [...new Set([...links.keys(), ...resources.keys(), 'job'])];
  const definitions = names.map((name) => [
    name,
    {
      ...describeResource(name, resources),
      links: (links.get(name) ?? []).map((link) => describeLink(link, resources)),
    },
  ]);
  return {
    $schema: DRAFT,
    title,
    type: 'object',
    // First, so that generators name types by their resource alone.
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/definitions/${name}` }])),
    definitions: Object.fromEntries(definitions),
    groups: groupsOf([...links.keys()]),
    links: [{ rel: 'self', href: baseUrl }],
  };
}

/** A resource that no endpoint answers with has an identity all the same: paths and links name it. */
function describeResource(name: string, resources: ReadonlyMap<string, Schema>): Schema {
  const here = `#/definitions/${name}/definitions`;
  const type = forGenerators({ type: 'string', const: name });
  const {
    type: _type,
    id = { type: 'string' },
    ...parts
  } = (resources.get(name)?.properties ?? {}) as Schema;
  const identity = {
    type: { $ref: `${here}/type` },
    id: { $ref: `${here}/identity` },
  };
  const references = Object.keys(parts).map((part) => [part, { $ref: `${here}/${part}` }]);
  return {
    $schema: DRAFT,
    title: name,
    type: 'object',
    additionalProperties: false,
    definitions: {
      type,
      identity: id,
      data: { type: 'object', additionalProperties: false, required: ['type', 'id'], properties: identity },
      ...(forGenerators(referToResources(parts, resources)) as Schema),
    },
    required: ['type', 'id', ...Object.keys(parts)],
    properties: { ...identity, ...Object.fromEntries(references) },
  };
}

function describeLink(link: Described, resources: ReadonlyMap<string, Schema>): Schema {
  return {
    rel: link.rel,
    title: `${link.rel.replaceAll('_', ' ')} ${link.resource.replaceAll('_', ' ')}`,
    href: hrefOf(link.path),
    method: link.method,
    ...describeInput(link),
    ...describeAnswer(link, resources),
  };
}

function describeInput({ body, bodyOptional, query }: Described): Schema {
  return {
    ...(body ? { schema: describeBody(body, bodyOptional ?? false) } : {}),
    ...(query ? { hrefSchema: forGenerators(query) } : {}),
  };
}

/** As it is checked: the pointers of refusals lead into it. */
function describeBody(body: TSchema, isOptional: boolean): Schema {
  const described = forGenerators(body) as Schema;
  return isOptional ? { ...described, type: ['object', 'null'] } : described;
}

function describeAnswer({ answer, isJob }: Described, resources: ReadonlyMap<string, Schema>): Schema {
  if (!answer) return {};
  const target = forGenerators(referToResources(answer, resources)) as Schema;
  return isJob ? { targetSchema: orJob(target), jobSchema: target } : { targetSchema: target };
}

/** What an endpoint that may take long answers with: `jobSchema` alone says what comes of it. Readers of this form
 *  expect two resources to choose from, or the job. */
function orJob(target: Schema): Schema {
  const { data } = target.properties as { data: Schema };
  return {
    ...target,
    properties: { ...(target.properties as Schema), data: data.$ref ? { anyOf: [data, JOB] } : JOB },
  };
}

const JOB: Schema = { $ref: '#/definitions/job' };

/** `/items/:item_id` → `/items/{(%2Fdefinitions%2Fitem%2Fdefinitions%2Fidentity)}`, the hyper-schema way. */
function hrefOf(path: string): string {
  return path.replace(/:(\w+)_id\b|:(\w+)/g, (_, entity: string | undefined, name: string | undefined) => {
    const pointer = `#/definitions/${entity ?? name}/definitions/identity`;
    return `{(${encodeURIComponent(pointer)})}`;
  });
}

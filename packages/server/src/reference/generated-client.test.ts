import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_ENDPOINT_STATES } from '#account-api/endpoint-states.ts';
import { accountEndpoints } from '#account-api/routes.ts';
import { ENDPOINT_STATES } from '#api/endpoint-states.ts';
import { endpoints } from '#api/endpoints.ts';
import { buildHyperschema } from './hyperschema.ts';
import { type Hyperschema, readLinks } from './testing/read-links.ts';

/** What the published clients' generator made of the hosted service's hyperschema. */
interface PublishedEndpoint {
  rel: string;
  method: string;
  urlTemplate: string;
  optionalRequestBody: boolean;
  queryParamsType?: string;
  queryParamsRequired: boolean;
  responseType?: string;
  paginatedResponse?: { defaultLimit: number; maxLimit: number };
  requestStructure?: { type: string; attributes: string[] | '*'; relationships: string[] | '*' };
}

function readPublished(client: string): [string, PublishedEndpoint][] {
  const path = fileURLToPath(import.meta.resolve(`${client}/resources.json`));
  const resources: { jsonApiType: string; endpoints: PublishedEndpoint[] }[] = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  return resources.flatMap(({ jsonApiType, endpoints: links }) =>
    links.map((link): [string, PublishedEndpoint] => [`${jsonApiType} ${link.rel}`, link]),
  );
}

type States = Readonly<Record<string, Readonly<Record<string, string>>>>;

function served(states: States): Set<string> {
  return new Set(
    Object.entries(states).flatMap(([resource, rels]) =>
      Object.keys(rels)
        .filter((rel) => rels[rel] === 'served')
        .map((rel) => `${resource} ${rel}`),
    ),
  );
}

const APIS: [string, States, Parameters<typeof buildHyperschema>[2]][] = [
  ['@datocms/cma-client', ENDPOINT_STATES, endpoints],
  ['@datocms/dashboard-client', ACCOUNT_ENDPOINT_STATES, accountEndpoints],
];

describe.each(APIS)('a generator makes of our hyperschema what %s was made from', (client, states, list) => {
  const hyperschema = buildHyperschema('API', 'http://localhost', list) as unknown as Hyperschema;
  const links = new Map(readLinks(hyperschema).map((link) => [`${link.resource} ${link.rel}`, link]));
  const isServed = served(states);
  const published = readPublished(client).filter(([name]) => isServed.has(name));

  it.each(published)('%s', (name, expected) => {
    const link = links.get(name);
    expect(link).toMatchObject({
      method: expected.method,
      urlTemplate: expected.urlTemplate,
      optionalBody: expected.optionalRequestBody,
      isQueryRequired: expected.queryParamsRequired,
      pages: expected.paginatedResponse,
      bodyType: expected.requestStructure?.type,
      hasAnswer: expected.responseType !== undefined,
      isJob: expected.responseType?.endsWith('JobSchema') ?? false,
    });
    // More may be taken than the hosted service takes: read-only attributes that a client sends back.
    for (const part of ['attributes', 'relationships'] as const) {
      const wanted = expected.requestStructure?.[part] ?? [];
      expect(link?.[part]).toEqual(wanted === '*' ? '*' : expect.arrayContaining(wanted));
    }
    if (expected.queryParamsType) expect(link?.hasQuery).toBe(true);
  });
});

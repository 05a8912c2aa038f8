import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '#http/endpoint.ts';
import { knownScopes } from './endpoint-scopes.ts';
import { ENDPOINT_STATES } from './endpoint-states.ts';
import { endpoints } from './endpoints.ts';

interface ClientEndpoint {
  rel: string;
  method: string;
  urlTemplate: string;
}

const resources: { jsonApiType: string; endpoints: ClientEndpoint[] }[] = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@datocms/cma-client/resources.json')), 'utf8'),
);

/** `item.publish` → `PUT /items/:id/publish`; what parameters are called is nobody's business. */
const known = new Map(
  resources.flatMap(({ jsonApiType, endpoints: links }) =>
    links.map(({ rel, method, urlTemplate }): [string, string] => [
      `${jsonApiType}.${rel}`,
      `${method} ${urlTemplate.replace(/\$\{\w+\}/g, ':id')}`,
    ]),
  ),
);
const states = new Map(
  Object.entries(ENDPOINT_STATES).flatMap(([resource, rels]) =>
    Object.entries(rels).map(([rel, state]): [string, string] => [`${resource}.${rel}`, state]),
  ),
);
const nameOf = ({ resource, rel }: Endpoint) => `${resource}.${rel}`;

describe('the list of endpoints', () => {
  it('has a state for each of the 202 that the official client knows, and for no other', () => {
    expect(known.size).toBe(202);
    expect([...states.keys()].sort()).toEqual([...known.keys()].sort());
  });

  it('says what is served: what is mounted, no more and no less', () => {
    const served = [...states].filter(([, state]) => state === 'served').map(([name]) => name);
    expect(endpoints.map(nameOf).sort()).toEqual(served.sort());
  });

  it('says in words why the others are not', () => {
    const others = [...states.values()].filter((state) => state !== 'served');
    expect(others.filter((state) => !/^(planned|not offered): \w/.test(state))).toEqual([]);
  });

  it('has every endpoint where the client looks for it', () => {
    const mounted = endpoints.map((endpoint) => [
      nameOf(endpoint),
      `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':id')}`,
    ]);
    expect(mounted).toEqual(endpoints.map((endpoint) => [nameOf(endpoint), known.get(nameOf(endpoint))]));
  });

  it('says of every resource what it is about, which decides where it may be written', () => {
    expect(knownScopes().sort()).toEqual(Object.keys(ENDPOINT_STATES).sort());
  });
});

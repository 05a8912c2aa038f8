import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AccountEndpoint } from './account-endpoint.ts';
import { ACCOUNT_ENDPOINT_STATES } from './endpoint-states.ts';
import { accountEndpoints } from './routes.ts';

interface ClientEndpoint {
  rel: string;
  method: string;
  urlTemplate: string;
}

const resources: { jsonApiType: string; endpoints: ClientEndpoint[] }[] = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@datocms/dashboard-client/resources.json')), 'utf8'),
);
/** What the admin needs and the client does not know. */
const OURS = ['setup.self', 'session.destroy'];

const known = new Map(
  resources.flatMap(({ jsonApiType, endpoints }) =>
    endpoints.map(({ rel, method, urlTemplate }): [string, string] => [
      `${jsonApiType}.${rel}`,
      `${method} ${urlTemplate.replace(/\$\{\w+\}/g, ':id')}`,
    ]),
  ),
);
const states = new Map(
  Object.entries(ACCOUNT_ENDPOINT_STATES).flatMap(([resource, rels]) =>
    Object.entries(rels).map(([rel, state]): [string, string] => [`${resource}.${rel}`, state]),
  ),
);
const nameOf = ({ resource, rel }: AccountEndpoint) => `${resource}.${rel}`;

describe('the list of endpoints of the account API', () => {
  it('has a state for each of the 93 that the official client knows, and for no other', () => {
    expect(known.size).toBe(93);
    expect([...states.keys()].sort()).toEqual([...known.keys()].sort());
  });

  it('says what is served: what is mounted, no more and no less', () => {
    const served = [...states].filter(([, state]) => state === 'served').map(([name]) => name);
    expect(accountEndpoints.map(nameOf).sort()).toEqual([...served, ...OURS].sort());
  });

  it('has every endpoint where the client looks for it', () => {
    for (const endpoint of accountEndpoints) {
      const place = `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':id')}`;
      expect(known.get(nameOf(endpoint)) ?? place).toBe(place);
    }
  });
});

import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '#api/endpoints.ts';
import { sendRaw } from '#testing/raw-request.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';

interface Link {
  rel: string;
  href: string;
  method: string;
  schema?: object;
  targetSchema?: object;
  jobSchema?: object;
}
interface Hyperschema {
  definitions: Record<string, { links: Link[] }>;
  properties: Record<string, { $ref: string }>;
  groups: { title: string; resources: string[] }[];
}

let server: TestServer;
let hyperschema: Hyperschema;

beforeAll(async () => {
  server = await startTestServer();
  hyperschema = (await read('site-api-hyperschema.json')) as Hyperschema;
});
afterAll(() => server.close());

async function read(name: string): Promise<unknown> {
  const answer = await fetch(`${server.cmaUrl}/docs/${name}`);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return answer.json();
}

describe('the published hyperschema', () => {
  it('has a link for every endpoint', () => {
    const links = Object.values(hyperschema.definitions).flatMap((definition) => definition.links);
    expect(links).toHaveLength(endpoints.length);
    expect(links.every((link) => link.rel && link.method)).toBe(true);
    expect(Object.keys(hyperschema.properties)).toEqual(Object.keys(hyperschema.definitions));
  });

  it('says which endpoints may answer later', () => {
    const jobs = endpoints.filter(({ isJob }) => isJob);
    const links = Object.values(hyperschema.definitions).flatMap((definition) => definition.links);
    expect(links.filter((link) => link.jobSchema)).toHaveLength(jobs.length);
  });

  it('says of every endpoint what it answers with, or that it answers with nothing', () => {
    const silent = endpoints.filter(({ answer }) => answer === undefined);
    expect(silent.map(({ resource, rel }) => `${resource} ${rel}`)).toEqual([]);
    const empty = endpoints
      .filter(({ answer }) => answer === null)
      .map(({ resource, rel }) => [resource, rel]);
    for (const [resource = '', rel] of empty) {
      const link = hyperschema.definitions[resource]?.links.find((candidate) => candidate.rel === rel);
      expect(link).not.toHaveProperty('targetSchema');
    }
  });

  it('says what a resource is made of', () => {
    const of = (part: string) => `#/definitions/access_token/definitions/${part}`;
    expect(hyperschema.definitions.access_token).toMatchObject({
      definitions: {
        attributes: { properties: { can_access_cma: { type: 'boolean' } } },
        relationships: { properties: { role: { type: 'object' } } },
      },
      properties: {
        type: { $ref: of('type') },
        attributes: { $ref: of('attributes') },
        relationships: { $ref: of('relationships') },
      },
    });
  });

  it('lists every resource under one theme', () => {
    const listed = hyperschema.groups.flatMap(({ resources }) => resources);
    expect([...listed].sort()).toEqual([...new Set(endpoints.map(({ resource }) => resource))].sort());
    expect(hyperschema.groups.map(({ title }) => title)).not.toContain('Others');
  });

  it('writes the parameters of a path as references to identities', () => {
    const self = hyperschema.definitions.item_type?.links.find(({ rel }) => rel === 'self');
    const pointer = encodeURIComponent('#/definitions/item_type/definitions/identity');
    expect(self?.href).toBe(`/item-types/{(${pointer})}`);
  });

  it('holds the place that a refusal names', async () => {
    const { fullAccessToken: token } = await server.createProject();
    const body = JSON.stringify({ data: { type: 'item_type', attributes: { nam: 'x' } } });
    const { details } = await sendRaw(`${server.cmaUrl}/item-types`, { method: 'POST', token, body });
    const [message = ''] = details.messages as string[];
    const pointer = /failed schema #(\/\S+):/.exec(message)?.[1] ?? '';
    const place = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], hyperschema);
    expect(place).toMatchObject({ type: 'object' });
  });

  it('is also there for the account API', async () => {
    const { definitions } = (await read('account-api-hyperschema.json')) as Hyperschema;
    expect(definitions.site?.links.map(({ rel }) => rel)).toContain('create');
  });
});

describe('the published schema of structured text', () => {
  const paragraph = (children: object[]) => ({
    schema: 'dast',
    document: { type: 'root', children: [{ type: 'paragraph', children }] },
  });
  const span = { type: 'span', value: 'x' };

  it.each([
    ['text with marks', paragraph([{ ...span, marks: ['strong', 'my-own'] }]), true],
    [
      'a link',
      paragraph([{ type: 'link', url: '/', meta: [{ id: 'rel', value: 'me' }], children: [span] }]),
      true,
    ],
    ['a block by its id', paragraph([{ type: 'inlineBlock', item: 'abc' }]), true],
    ['another schema', { ...paragraph([span]), schema: 'mdast' }, false],
    ['an empty paragraph', paragraph([]), false],
    ['an unknown node', paragraph([{ type: 'image' }]), false],
    ['an unknown attribute', paragraph([{ ...span, color: 'red' }]), false],
  ])('judges %s', async (_, value, expected) => {
    const validate = new Ajv({ strict: false }).compile((await read('dast-schema.json')) as object);
    expect(validate(value)).toBe(expected);
  });
});

it('an error leads to a page with a place for every code', async () => {
  const answer = await fetch(`${server.cmaUrl}/docs/errors`);
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(text).toContain('id="STALE_ITEM_VERSION"');
});

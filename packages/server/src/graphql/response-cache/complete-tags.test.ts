import { rawExecuteQuery } from '@datocms/cda-client';
import type { Client } from '@datocms/cma-client-node';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventTags, type StoredEvent } from '#cache-tags/event-tags.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { Chance } from '../random-queries/chance.ts';
import { LOCALES } from '../random-queries/models.ts';
import { randomQuery } from '../random-queries/random-query.ts';
import { randomValues } from '../random-queries/random-values.ts';
import { buildWorld, modelOf, type World } from '../random-queries/world.ts';
import { askDelivery } from '../testing.ts';

/** Others find what these did not: `RECTO_FUZZ_SEED=$RANDOM RECTO_FUZZ_QUERIES=300 RECTO_FUZZ_WRITES=500`. */
const SEED = Number(process.env.RECTO_FUZZ_SEED ?? 20_261_121);
const QUERIES = Number(process.env.RECTO_FUZZ_QUERIES ?? 12);
const WRITES = Number(process.env.RECTO_FUZZ_WRITES ?? 15);

let server: TestServer;
let project: TestProject;
let world: World;
let questions: Question[];
let lastEvent = '0';
const chance = new Chance(SEED);

interface Question {
  query: string;
  includeDrafts: boolean;
  excludeInvalid: boolean;
}

beforeAll(async () => {
  server = await startTestServer({ maxComplexity: Number.MAX_SAFE_INTEGER, responseCacheBytes: null });
  project = await server.createProject();
  world = await buildWorld(project.client, chance);
  const introspection = await askDelivery(server, project)<IntrospectionQuery>(getIntrospectionQuery());
  const schema = buildClientSchema(introspection);
  const ids = { items: world.current.map(({ id }) => id), uploads: world.uploads.map(({ id }) => id) };
  const random = Array.from({ length: QUERIES }, () => randomQuery(schema, ids, chance));
  questions = [...random, ...FIXED].flatMap((query) => [
    { query, includeDrafts: false, excludeInvalid: false },
    { query, includeDrafts: true, excludeInvalid: false },
    { query, includeDrafts: false, excludeInvalid: true },
  ]);
});
afterAll(() => server.close());

/** What random queries leave out, or seldom ask. */
const FIXED = [
  '{ allPosts { id _updatedAt } _allPostsMeta { count } }',
  '{ allPosts(orderBy: heading_ASC, first: 2) { heading _status _seoMetaTags { tag content } } }',
  '{ post(filter: { heading: { eq: "fox" } }) { id author { name } } }',
  '{ allPosts(filter: { OR: [{ path: { eq: "path-1" } }, { author: { eq: null } }] }) { id } }',
  '{ allPages(filter: { parent: { exists: false } }) { position children { position children { id } } parent { id } } }',
  '{ allAuthors { name _allReferencingPosts { id heading } _allReferencingPostsMeta { count } } }',
  '{ allUploads { filename alt } _allUploadsMeta(filter: { inUse: { eq: true } }) { count } }',
  '{ allPosts { _publicationScheduledAt photo { alt title } gallery { id } } }',
  '{ _site { noIndex globalSeo { siteName } locales } }',
];

async function ask({ query, ...options }: Question): Promise<{ answer: string; tags: string[] }> {
  const [data, response] = await rawExecuteQuery(query, {
    ...options,
    token: project.readOnlyToken,
    graphqlEndpointUrl: server.graphqlUrl,
    returnCacheTags: true,
  }).catch((error) => [error.response.body, error.response] as const);
  const tags = response.headers.get('x-cache-tags');
  return { answer: JSON.stringify(data), tags: tags?.split(' ') ?? [] };
}

async function invalidated(): Promise<Set<string>> {
  const { rows } = await server.ports.database.execute(
    `select seq::text, site_id, environment_id, entity_type, event_type, entity_id, details from event
     where seq > $1::bigint order by seq`,
    [lastEvent],
  );
  const events = rows as (StoredEvent & { seq: string })[];
  lastEvent = events.at(-1)?.seq ?? lastEvent;
  return new Set(events.flatMap(eventTags));
}

async function writeSomething(client: Client): Promise<string> {
  const [name, write] = chance.pick(WRITERS);
  await write(client).catch((error) => {
    // Refused because of what is there by now: nothing was written.
    if (error.response === undefined) throw error;
  });
  return name;
}

function idsByModel(): Record<string, string[]> {
  const known: Record<string, string[]> = { upload: world.uploads.map(({ id }) => id) };
  for (const model of world.models) {
    known[`model ${model.apiKey}`] = [model.id];
    known[model.apiKey] = records(model.apiKey);
  }
  return known;
}

const records = (apiKey: string) =>
  world.current.filter((item) => modelNameOf(item) === apiKey).map(({ id }) => id);
const modelNameOf = (item: World['current'][number]) =>
  modelOf(world.models, item.relationships.item_type.data.id).apiKey;
const anyRecord = () => chance.pick(world.current);

type Writer = (client: Client) => Promise<unknown>;

/** One field, several, or none at all. */
const update: Writer = (client) => {
  const item = anyRecord();
  const model = modelOf(world.models, modelNameOf(item));
  const locales = Object.keys((item.attributes.heading ?? item.attributes.bio ?? {}) as object);
  const values = randomValues(model, locales.length > 0 ? locales : [...LOCALES], idsByModel(), chance);
  const some = chance.some(Object.entries(values), 3);
  return client.items.update(item.id, Object.fromEntries(some));
};

const create: Writer = async (client) => {
  const model = modelOf(world.models, chance.pick(['author', 'page', 'post']));
  const values = randomValues(model, [...LOCALES], idsByModel(), chance);
  const item = await client.items.rawCreate({
    data: {
      type: 'item',
      attributes: values,
      relationships: { item_type: { data: { type: 'item_type', id: model.id } } },
    },
  } as never); // attributes are known to the server only
  world.current.push(item.data as never); // as entities of the world are read
};

const WRITERS: readonly [string, Writer][] = [
  ['update', update],
  ['update again', update],
  ['create', create],
  ['publish', (client) => client.items.publish(anyRecord().id, undefined, { recursive: true })],
  ['unpublish', (client) => client.items.unpublish(anyRecord().id)],
  ['destroy', (client) => client.items.destroy(anyRecord().id)],
  ['move', (client) => client.items.update(chance.pick(records('page')), { position: chance.below(5) })],
  [
    'move below',
    (client) =>
      client.items.update(chance.pick(records('page')), {
        parent_id: chance.pick([null, ...records('page')]),
      }),
  ],
  [
    'describe an asset',
    (client) =>
      client.uploads.update(chance.pick(world.uploads).id, {
        default_field_metadata: {
          en: { alt: `alt ${chance.below(9)}`, title: null, custom_data: {}, focal_point: null },
        },
      } as never), // the other locales are left out
  ],
  [
    'plan',
    (client) =>
      client.scheduledPublication.create(anyRecord().id, {
        publication_scheduled_at: '2032-01-01T00:00:00Z',
      }),
  ],
  ['say something of the site', (client) => client.site.update({ no_index: chance.happens(0.5) })],
];

it('every write that changes an answer invalidates one of its tags', { timeout: 600_000 }, async () => {
  await invalidated();
  let before = await Promise.all(questions.map(ask));
  let [changed, kept] = [0, 0];
  for (let index = 0; index < WRITES; index += 1) {
    const write = await writeSomething(project.client);
    const tags = await invalidated();
    const after = await Promise.all(questions.map(ask));
    for (const [at, { answer }] of after.entries()) {
      const isHit = before[at]?.tags.some((tag) => tags.has(tag)) ?? false;
      if (answer === before[at]?.answer) kept += isHit ? 0 : 1;
      else {
        changed += 1;
        const told = { write, ...questions[at], before: before[at]?.answer, after: answer };
        expect({ ...told, isInvalidated: isHit }).toEqual({ ...told, isInvalidated: true });
      }
    }
    before = after;
  }
  expect(changed).toBeGreaterThan(WRITES);
  // Most answers are about something else.
  expect(kept / (questions.length * WRITES)).toBeGreaterThan(0.5);
});

import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { askDelivery } from '../testing.ts';
import { Chance } from './chance.ts';
import { evaluate } from './evaluate.ts';
import { randomQuery } from './random-query.ts';
import { buildWorld, type World } from './world.ts';

/** Others find what these did not: `RECTO_FUZZ_SEED=$RANDOM RECTO_FUZZ_QUERIES=5000`. */
const SEED = Number(process.env.RECTO_FUZZ_SEED ?? 20_261_121);
const QUERIES = Number(process.env.RECTO_FUZZ_QUERIES ?? 100);

let server: TestServer;
let project: TestProject;
let world: World;
let schema: GraphQLSchema;

beforeAll(async () => {
  server = await startTestServer({ maxComplexity: Number.MAX_SAFE_INTEGER, responseCacheBytes: null });
  project = await server.createProject();
  world = await buildWorld(project.client, new Chance(SEED));
  const introspection = await askDelivery(server, project)<IntrospectionQuery>(getIntrospectionQuery());
  schema = buildClientSchema(introspection);
});
afterAll(() => server.close());

it.each(['current', 'published'] as const)(
  'random queries are answered as by walking over all %s records, by both engines',
  { timeout: 600_000 },
  async (version) => {
    const ask = askDelivery(server, project);
    const ids = { items: world.current.map(({ id }) => id), uploads: world.uploads.map(({ id }) => id) };
    const chance = new Chance(SEED + version.length);
    for (let index = 0; index < QUERIES; index += 1) {
      const query = randomQuery(schema, ids, chance);
      const expected = evaluate(world, query, version);
      const options = { includeDrafts: version === 'current' };
      // The second time, the query is compiled.
      for (const run of [1, 2])
        expect({ query, run, answer: await ask(query, options) }).toEqual({ query, run, answer: expected });
    }
  },
);

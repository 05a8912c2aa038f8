import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINT_STATES } from '#api/endpoint-states.ts';
import { endpoints } from '#api/endpoints.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { buildHyperschema } from './hyperschema.ts';
import { checkBy } from './testing/check-described.ts';
import { type DocumentedAnswer, differences, readDocumented } from './testing/check-documented.ts';
import { type Answered, buildRecordingClient } from './testing/record-answers.ts';
import { visitAssets } from './testing/visit-assets.ts';
import { giveOwner, visitPeople } from './testing/visit-people.ts';
import { visitProject } from './testing/visit-project.ts';
import { visitRecords } from './testing/visit-records.ts';
import { visitSchema } from './testing/visit-schema.ts';

const documented = readDocumented();
/** What cannot answer here, and why. */
const UNSEEN: Record<string, string> = {
  'upload_track generate_subtitles': 'nobody listens to videos: it is refused with MUX_ERROR',
};

let server: TestServer;
let answers: Answered[];

beforeAll(async () => {
  server = await startTestServer();
  const project = await server.createProject();
  const recording = buildRecordingClient(server, project.fullAccessToken);
  const { client } = recording;
  answers = recording.answers;
  await giveOwner(server, project);
  await visitSchema(client);
  await visitRecords(client);
  await visitAssets(client);
  await visitPeople(client, server, project);
  await visitProject(client);
});
afterAll(() => server.close());

const answersOf = (endpoint: string) => answers.filter((answer) => answer.endpoint === endpoint);
const served = endpoints.filter(({ resource, rel }) => ENDPOINT_STATES[resource]?.[rel] === 'served');
const visited = served.map(({ resource, rel }) => `${resource} ${rel}`).filter((name) => !UNSEEN[name]);

const pages = [...documented].flatMap(([resource, { answers: rels, exceptions = {} }]) =>
  Object.entries(rels)
    .filter(([rel, answer]) => answer !== null && ENDPOINT_STATES[resource]?.[rel] === 'served')
    .map(([rel, answer]): [string, DocumentedAnswer] => [
      `${resource} ${rel}`,
      (exceptions[`answers.${rel}`]?.is ?? answer) as DocumentedAnswer,
    ]),
);

describe('an answer has the keys that the reference pages show, and no others', () => {
  it.each(pages)('%s', (endpoint, expected) => {
    const found = answersOf(endpoint).filter(({ status }) => status === 200);
    expect(found).not.toEqual([]);
    for (const { document } of found) {
      expect(document && differences(expected, document, documented)).toEqual([]);
    }
  });

  it('every exception has a reason and is one', () => {
    for (const [resource, { keys, exceptions = {} }] of documented) {
      for (const [key, { is, because }] of Object.entries(exceptions)) {
        expect(because, `${resource}.${key}`).toMatch(/^.{15,}$/);
        expect(is, `${resource}.${key}`).not.toEqual(keys[key]);
      }
    }
  });
});

describe('an answer is what the hyperschema says', () => {
  const check = checkBy(buildHyperschema('API', 'http://localhost', endpoints));

  it.each(visited)('%s', (endpoint) => {
    const found = answersOf(endpoint);
    expect(found).not.toEqual([]);
    for (const answer of found) expect(check(answer)).toEqual([]);
  });
});

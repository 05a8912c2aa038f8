import { afterAll, beforeAll, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let client: TestProject['client'];

beforeAll(async () => {
  server = await startTestServer();
  client = (await server.createProject()).client;
});
afterAll(() => server.close());

it('a term brings the emojis that go with it', async () => {
  const { type, emojis } = await client.emojiSuggestions.find({ term: 'rocket' });
  expect([type, emojis[0]]).toEqual(['emoji_suggestions', '🚀']);
});

it('no term brings none, and a whole text is not a term', async () => {
  expect((await client.emojiSuggestions.find()).emojis).toEqual([]);
  expect(await codesOf(client.emojiSuggestions.find({ term: 'x'.repeat(101) }))).toEqual(['INVALID_PARAMS']);
});

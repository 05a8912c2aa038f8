import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '@datocms/cma-client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../../../packages/server/src/testing/test-server.ts';
import { importFolder } from './import-folder.mjs';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const FILES = {
  'index.md': '# Welcome\n\nStart with the [guide](guide/start.md).\n',
  'guide/start.md': [
    '---',
    'title: Getting started',
    'description: The first five minutes.',
    '---',
    '',
    '## Install',
    '',
    'Back to the [front page](../index.md), or [elsewhere](https://example.com).',
    '',
    '![A dot](dot.png)',
    '',
    '```js',
    'run();',
    '```',
    '',
    '| a | b |',
    '| - | - |',
    '| 1 | 2 |',
    '',
  ].join('\n'),
};

let server;
let project;
let client;
let folder;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = buildClient({ apiToken: project.fullAccessToken, baseUrl: server.cmaUrl });
  folder = await mkdtemp(join(tmpdir(), 'import-markdown-'));
  await mkdir(join(folder, 'guide'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'guide', 'dot.png'), Buffer.from(PIXEL, 'base64'));
});

afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true });
});

test('a folder of Markdown becomes published pages that link to each other', async () => {
  const result = await importFolder({ client, folder });

  expect(result.failures).toEqual([]);
  const { data } = await query(`{
    page(filter: { path: { eq: "guide/start" } }) {
      title description section { path }
      content { value links { title } blocks { __typename ... on ImageBlockRecord { image { width } } ... on TableBlockRecord { html } } }
    }
  }`);
  expect(data.page).toMatchObject({
    title: 'Getting started',
    description: 'The first five minutes.',
    section: { path: 'guide' },
    content: {
      links: [{ title: 'Welcome' }],
      blocks: [
        { __typename: 'ImageBlockRecord', image: { width: 1 } },
        { __typename: 'TableBlockRecord', html: expect.stringContaining('<td>2</td>') },
      ],
    },
  });
  const types = data.page.content.value.document.children.map((node) => node.type);
  expect(types).toEqual(['heading', 'paragraph', 'block', 'code', 'block']);
});

test('a second run doubles nothing, and a changed file changes its page only', async () => {
  await writeFile(join(folder, 'index.md'), '# Welcome back\n\nText.\n');

  const result = await importFolder({ client, folder });

  expect(result).toMatchObject({ pages: 2, created: 0, changed: 1, published: 1, failures: [] });
  const { data } = await query('{ allPages(orderBy: title_ASC) { title } _allUploadsMeta { count } }');
  expect(data).toEqual({
    allPages: [{ title: 'Getting started' }, { title: 'Welcome back' }],
    _allUploadsMeta: { count: 1 },
  });
});

test('another base makes links of what were addresses', async () => {
  const bases = ['https://docs.example'];
  await writeFile(join(folder, 'index.md'), '# Welcome\n\n[Start](https://docs.example/guide/start)\n');
  await importFolder({ client, folder });
  expect(await linksOfIndex()).toEqual([]);

  expect(await importFolder({ client, folder, bases })).toMatchObject({ created: 0, changed: 2 });

  expect(await linksOfIndex()).toEqual([{ title: 'Getting started' }]);
  expect(await importFolder({ client, folder, bases })).toMatchObject({ changed: 0, published: 0 });
});

async function linksOfIndex() {
  const { data } = await query('{ page(filter: { path: { eq: "index" } }) { content { links { title } } } }');
  return data.page.content.links;
}

async function query(text) {
  const response = await fetch(server.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${project.readOnlyToken}` },
    body: JSON.stringify({ query: text }),
  });
  return response.json();
}

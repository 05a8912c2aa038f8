import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

const run = promisify(execFile);
const NODE_MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

let server: TestServer;
let project: TestProject;
/** A website's own folder. */
let website: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  await createModels();
  website = await mkdtemp(join(tmpdir(), 'recto-website-'));
  await symlink(NODE_MODULES, join(website, 'node_modules'));
  await write('tsconfig.json', JSON.stringify(TSCONFIG));
});
afterAll(async () => {
  await server.close();
  await rm(website, { recursive: true });
});

async function createModels(): Promise<void> {
  const { itemTypes, fields } = project.client;
  const quote = await itemTypes.create({ name: 'Quote', api_key: 'quote', modular_block: true });
  const words = {
    label: 'Words',
    api_key: 'words',
    field_type: 'string',
    validators: { required: {} },
  } as const;
  await fields.create(quote.id, words);
  const post = await itemTypes.create({ name: 'Post', api_key: 'post' });
  await fields.create(post.id, { ...words, label: 'Title', api_key: 'title', localized: true });
  const blocks = { rich_text_blocks: { item_types: [quote.id] } };
  await fields.create(post.id, {
    label: 'Body',
    api_key: 'body',
    field_type: 'rich_text',
    validators: blocks,
  });
  await fields.create(post.id, { label: 'Rank', api_key: 'rank', field_type: 'integer' });
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(website, name), text);
}

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    types: [],
    allowImportingTsExtensions: true,
  },
  include: ['*.ts'],
};

/** What a website writes: the first assignments are right, those after `expect-error` are mistakes. */
const PAGE = `
import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { IntType: number; BooleanType: boolean; ItemId: string; SiteLocale: 'en' | 'it' };
}>();
const query = graphql(\`query Posts($first: IntType, $locale: SiteLocale) {
  allPosts(first: $first, locale: $locale, filter: { rank: { gt: 3 } }, orderBy: [title_ASC]) {
    id title rank body { __typename words }
  }
  _allPostsMeta { count }
}\`);
type Post = ResultOf<typeof query>['allPosts'][number];

export const variables: VariablesOf<typeof query> = { first: 5, locale: 'it' };
export const title = (post: Post): string => post.title;
export const words = (post: Post): string[] => post.body.map((block) => block.words);
// @ts-expect-error a rank may be absent
export const rank = (post: Post): number => post.rank;
// @ts-expect-error there is no such locale
export const wrong: VariablesOf<typeof query> = { locale: 'fr' };
`;

it('a website generates its types from the schema, with the tools it always used', async () => {
  const tada = (...args: string[]) => run('npx', ['--no-install', 'gql.tada', ...args], { cwd: website });
  const headers = [
    '--header',
    `Authorization: ${project.readOnlyToken}`,
    '--header',
    'X-Exclude-Invalid: true',
  ];
  await tada('generate-schema', server.graphqlUrl, ...headers, '--output', 'schema.graphql');
  const schema = buildSchema(await readFile(join(website, 'schema.graphql'), 'utf8'));
  const introspection = minifyIntrospection(introspectionFromSchema(schema));
  await write('graphql-env.d.ts', outputIntrospectionFile(introspection, { fileType: '.d.ts' }));
  await write('page.ts', PAGE);
  const checked = run('npx', ['--no-install', 'tsc', '-p', '.'], { cwd: website });
  expect(await checked.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({ stdout: '' });
});

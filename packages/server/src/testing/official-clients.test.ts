import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executeQuery } from '@datocms/cda-client';
import { buildBlockRecord, buildClient as buildCmaClient, type Client } from '@datocms/cma-client-node';
import { buildClient as buildDashboardClient } from '@datocms/dashboard-client';
import { FIELD_TYPE_NAMES } from '@recto/content/field-type-names';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server.ts';

/** The journey of somebody who comes from elsewhere: the three published packages, with nothing but another
 *  URL, from an empty server to content on a website. The tests build on each other. */
let server: TestServer;
let folder: string;
let client: Client;
let deliveryToken: string;
let articleId: string;
const models: Record<'author' | 'note' | 'article', string> = { author: '', note: '', article: '' };

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'recto-clients-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** The client has a type for each type of field; a loop over all of them has none. */
type FieldCreateSchema = Parameters<Client['fields']['create']>[1];

const ref = (model: keyof typeof models) => ({ type: 'item_type' as const, id: models[model] });
const only = (model: keyof typeof models) => ({ item_types: [models[model]] });

it('an account, a project and a token for scripts are made through the dashboard and management clients', async () => {
  const visitor = buildDashboardClient({ apiToken: null, baseUrl: server.accountUrl });
  const session = await visitor.account.rawCreate({
    data: { type: 'account', attributes: { email: 'ada@example.com', password: 'a long password' } },
  });
  const dashboard = buildDashboardClient({ apiToken: session.data.id, baseUrl: server.accountUrl });
  const site = await dashboard.sites.create({ name: 'Journal', main_locale: 'en' });
  const owner = buildCmaClient({ apiToken: site.access_token, baseUrl: server.cmaUrl });
  const admin = (await owner.roles.list()).find(({ name }) => name === 'Admin');
  const script = await owner.accessTokens.create({
    name: 'Scripts',
    can_access_cma: true,
    can_access_cda: true,
    can_access_cda_preview: true,
    role: { type: 'role', id: admin?.id ?? '' },
  });
  deliveryToken = site.readonly_token ?? '';
  client = buildCmaClient({ apiToken: script.token ?? null, baseUrl: server.cmaUrl, autoRetry: false });
  expect((await client.users.findMe()).id).toBe(script.id);
});

it('models are made, with a field of every type and two locales', async () => {
  await client.site.update({ locales: ['en', 'it'] });
  const author = await client.itemTypes.create({ name: 'Author', api_key: 'author' });
  const note = await client.itemTypes.create({ name: 'Note', api_key: 'note', modular_block: true });
  const article = await client.itemTypes.create({
    name: 'Article',
    api_key: 'article',
    draft_mode_active: true,
    all_locales_required: true,
  });
  Object.assign(models, { author: author.id, note: note.id, article: article.id });
  await client.fields.create(author.id, { label: 'Name', api_key: 'name', field_type: 'string' });
  await client.fields.create(note.id, { label: 'Text', api_key: 'text', field_type: 'text' });
  const validators: Record<string, object> = {
    link: { item_item_type: only('author') },
    links: { items_item_type: only('author') },
    rich_text: { rich_text_blocks: only('note') },
    single_block: { single_block_blocks: only('note') },
    structured_text: { structured_text_blocks: only('note'), structured_text_links: only('author') },
  };
  for (const field_type of FIELD_TYPE_NAMES) {
    await client.fields.create(article.id, {
      label: `The ${field_type}`,
      api_key: `the_${field_type}`,
      field_type,
      localized: field_type === 'string',
      validators: validators[field_type] ?? {},
    } as FieldCreateSchema);
  }
  const fields = await client.fields.list(article.id);
  expect(fields.map((field) => field.field_type).sort()).toEqual([...FIELD_TYPE_NAMES].sort());
});

it('a record with a value in every field is written and published', async () => {
  const author = await client.items.create({ item_type: ref('author'), name: 'Ada' });
  const localPath = join(folder, 'dot.svg');
  await writeFile(localPath, '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>');
  const upload = await client.uploads.createFromLocalFile({ localPath });
  const note = () => buildBlockRecord({ item_type: ref('note'), text: 'Mind this' });
  const article = await client.items.create({
    item_type: ref('article'),
    the_boolean: true,
    the_color: { red: 1, green: 2, blue: 3, alpha: 255 },
    the_date: '2026-02-03',
    the_date_time: '2026-02-03T04:05:06+00:00',
    the_file: { upload_id: upload.id },
    the_float: 1.5,
    the_gallery: [{ upload_id: upload.id }],
    the_integer: 7,
    the_json: '{"a":[1]}',
    the_lat_lon: { latitude: 45.4, longitude: 9.2 },
    the_link: author.id,
    the_links: [author.id],
    the_rich_text: [note()],
    the_seo: { title: 'Title', description: 'Description', image: null, twitter_card: null },
    the_single_block: note(),
    the_slug: 'a-slug',
    the_string: { en: 'Hello', it: 'Ciao' },
    the_structured_text: {
      schema: 'dast',
      document: {
        type: 'root',
        children: [
          { type: 'heading', level: 1, children: [{ type: 'span', value: 'Structured' }] },
          { type: 'block', item: note() },
        ],
      },
    },
    the_text: 'Long\ntext',
    the_video: null,
  });
  articleId = article.id;
  expect(article.meta.status).toBe('draft');
  expect((await client.items.publish(articleId)).meta.status).toBe('published');
});

const QUERY = `query Article($locale: SiteLocale) {
  article(locale: $locale, filter: { theSlug: { eq: "a-slug" } }) {
    id _status theBoolean theColor { hex } theDate theDateTime theFile { url width } theFloat
    theGallery { filename } theInteger theJson theLatLon { latitude } theLink { name } theLinks { name }
    theRichText { text } theSeo { title } theSingleBlock { text } theSlug theString
    theStructuredText { value blocks { id text } } theText theVideo { url }
  }
  _allArticlesMeta { count }
}`;

function ask(variables: Record<string, unknown> = {}, options: { includeDrafts?: boolean } = {}) {
  return executeQuery<{ article: Record<string, unknown>; _allArticlesMeta: { count: number } }>(QUERY, {
    token: deliveryToken,
    graphqlEndpointUrl: server.graphqlUrl,
    variables,
    ...options,
  });
}

it('a website reads it with the read-only token that came with the project', async () => {
  const { article, _allArticlesMeta } = await ask();
  expect(_allArticlesMeta.count).toBe(1);
  expect(article).toMatchObject({
    id: articleId,
    _status: 'published',
    theBoolean: true,
    theColor: { hex: '#010203FF' },
    theDate: '2026-02-03',
    theFile: { url: expect.stringMatching(/^http.*dot\.svg$/), width: 2 },
    theFloat: 1.5,
    theGallery: [{ filename: 'dot.svg' }],
    theInteger: 7,
    theJson: { a: [1] },
    theLatLon: { latitude: 45.4 },
    theLink: { name: 'Ada' },
    theLinks: [{ name: 'Ada' }],
    theRichText: [{ text: 'Mind this' }],
    theSeo: { title: 'Title' },
    theSingleBlock: { text: 'Mind this' },
    theSlug: 'a-slug',
    theString: 'Hello',
    theStructuredText: { value: { schema: 'dast' }, blocks: [{ text: 'Mind this' }] },
    theText: 'Long\ntext',
    theVideo: null,
  });
  expect((await ask({ locale: 'it' })).article).toMatchObject({ theString: 'Ciao' });
});

it('a draft shows to whoever asks for drafts, and to nobody else', async () => {
  await client.items.update(articleId, { the_integer: 8 });
  expect((await ask()).article).toMatchObject({ theInteger: 7, _status: 'updated' });
  expect((await ask({}, { includeDrafts: true })).article).toMatchObject({ theInteger: 8 });
});

it('the file is served where the website was told it is', async () => {
  const { article } = await ask();
  const { url } = article.theFile as { url: string };
  expect((await fetch(url)).headers.get('content-type')).toContain('image/svg+xml');
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { executeQuery } from '@datocms/cda-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let page: string;
let record: string;
let upload: string;

const base = 'https://example.admin.datocms.com';
const of = (id: string) => ({ type: 'item_type' as const, id });

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  const { client } = project;
  const quote = (await client.itemTypes.create({ name: 'Quote', api_key: 'quote', modular_block: true })).id;
  await client.fields.create(quote, { label: 'Words', api_key: 'words', field_type: 'string' });
  page = (await client.itemTypes.create({ name: 'Page', api_key: 'page', all_locales_required: false })).id;
  const title = { label: 'Title', api_key: 'title', field_type: 'string' as const, localized: true };
  await client.fields.create(page, title);
  await client.fields.create(page, { label: 'Slug', api_key: 'slug', field_type: 'slug' });
  await client.fields.create(page, {
    label: 'Mail',
    api_key: 'mail',
    field_type: 'string',
    validators: { format: { predefined_pattern: 'email' } },
  });
  await client.fields.create(page, { label: 'Body', api_key: 'body', field_type: 'text' });
  await client.fields.create(page, {
    label: 'Sections',
    api_key: 'sections',
    field_type: 'rich_text',
    localized: true,
    validators: { rich_text_blocks: { item_types: [quote] } },
  });
  await client.fields.create(page, {
    label: 'Content',
    api_key: 'content',
    field_type: 'structured_text',
    validators: {
      structured_text_blocks: { item_types: [quote] },
      structured_text_links: { item_types: [page] },
    },
  });
  await client.fields.create(page, { label: 'Shots', api_key: 'shots', field_type: 'gallery' });
  const localPath = join(server.ports.settings.dataDir, 'a.txt');
  await writeFile(localPath, 'Text');
  const texts = { alt: 'A file', title: 'Its title', custom_data: {} };
  // The client's type knows a shape of one locale only.
  const metadata = { en: texts, it: texts } as object;
  upload = (
    await client.uploads.createFromLocalFile({
      localPath,
      default_field_metadata: metadata,
    })
  ).id;
  const said = (words: string) => ({
    type: 'item' as const,
    attributes: { words },
    relationships: { item_type: { data: of(quote) } },
  });
  const paragraph = (...values: string[]) => ({
    type: 'paragraph',
    children: values.map((value) => ({ type: 'span', value })),
  });
  const made = await client.items.create({
    item_type: of(page),
    title: { en: 'Title', it: '' },
    slug: 'title',
    mail: 'a@example.com',
    body: 'Some **text**',
    sections: { en: [said('first'), said('second')], it: [] },
    content: {
      schema: 'dast',
      document: {
        type: 'root',
        children: [paragraph('one', 'two'), { type: 'block', item: said('in text') }],
      },
    },
    shots: [{ upload_id: upload }],
  });
  record = made.id;
});
afterAll(() => server.close());

/** Every text of an answer, with the path that it carries in the place of what nobody sees. */
function readable(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer).replaceAll(/\u200b{4}([\u200b-\u200d\ufeff]+)/g, (_match, digits: string) => {
      const bits = [...digits].map((digit) => ['\u200b', '\u200c', '\u200d', '\ufeff'].indexOf(digit));
      const bytes = Array.from({ length: bits.length / 4 }, (_, at) =>
        bits.slice(at * 4, at * 4 + 4).reduce((byte, two) => byte * 4 + two, 0),
      );
      const { href } = JSON.parse(Buffer.from(bytes).toString());
      return ` @${href.replace(`${base}/editor/item_types/${page}/items/${record}/edit#fieldPath=`, '')}`;
    }),
  );
}

const ask = async (query: string, options = {}) => {
  const where = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl };
  const link = { contentLink: 'v1' as const, baseEditingUrl: base };
  return readable(await executeQuery(query, { ...where, ...link, ...options }));
};

it('marks texts with the field and locale they come from, and nothing that is more than text', async () => {
  expect(await ask('{ page { id title slug mail body html: body(markdown: true) _modelApiKey } }')).toEqual({
    page: {
      id: record,
      title: 'Title @title.en',
      slug: 'title',
      mail: 'a@example.com',
      body: 'Some **text** @body',
      html: '<p>Some <strong>text</strong></p> @body',
      _modelApiKey: 'page',
    },
  });
  expect(await ask('{ page(locale: it, fallbackLocales: [en]) { title } }')).toEqual({
    page: { title: 'Title @title.en' },
  });
});

it('marks texts of blocks by the way to them, and the last text of a document', async () => {
  const query = `{ page {
    sections { words } content { value blocks { words } } _allTitleLocales { value }
  } }`;
  expect(await ask(query)).toEqual({
    page: {
      sections: [{ words: 'first @sections.en.0.words' }, { words: 'second @sections.en.1.words' }],
      content: {
        value: {
          schema: 'dast',
          document: {
            type: 'root',
            children: [
              {
                type: 'paragraph',
                children: [
                  { type: 'span', value: 'one' },
                  { type: 'span', value: 'two @content' },
                ],
              },
              { type: 'block', item: expect.any(String) },
            ],
          },
        },
        blocks: [{ words: 'in text @content.0.words' }],
      },
      _allTitleLocales: [{ value: 'Title @title.en' }, { value: '' }],
    },
  });
});

it('marks the alternative text of assets, and not their titles', async () => {
  expect(await ask('{ page { shots { alt title filename } } upload { alt } }')).toEqual({
    page: { shots: [{ alt: 'A file @shots.0', title: 'Its title', filename: 'a.txt' }] },
    upload: { alt: `A file @${base}/media/assets/${upload}` },
  });
});

it('leaves filters and orders to the text as it is', async () => {
  const query = '{ allPages(filter: { title: { eq: "Title" } }, orderBy: title_ASC) { title } }';
  expect(await ask(query)).toEqual({ allPages: [{ title: 'Title @title.en' }] });
});

it('names a sandbox once, whether the address given names it or not', async () => {
  await project.client.environments.fork('main', { id: 'sandbox' });
  for (const baseEditingUrl of [base, `${base}/environments/sandbox`]) {
    const options = { environment: 'sandbox', baseEditingUrl };
    expect(await ask('{ page { title } }', options)).toEqual({
      page: {
        title: `Title @${base}/environments/sandbox/editor/item_types/${page}/items/${record}/edit#fieldPath=title.en`,
      },
    });
  }
});

it('leaves alone the fields that editors have taken out', async () => {
  const fields = await project.client.fields.list(page);
  const marked = fields.filter(({ api_key }) => ['body', 'content'].includes(api_key));
  for (const { id } of marked) await project.client.fields.update(id, { content_link_enabled: false });
  const answer = await ask('{ page { body content { value } } }');
  for (const { id } of marked) await project.client.fields.update(id, { content_link_enabled: true });
  expect(JSON.stringify(answer)).not.toContain('@');
});

it('tells only where a record is edited when texts are to stay clean', async () => {
  const query = '{ page { title _editingUrl sections { _editingUrl } } upload { alt _editingUrl } }';
  const url = `${base}/editor/item_types/${page}/items/${record}/edit#fieldPath=`;
  const sections = [0, 1].map((index) => ({ _editingUrl: `${url}sections.en.${index}` }));
  expect(await ask(query, { contentLink: undefined })).toEqual({
    page: { title: 'Title', _editingUrl: `${url}title.en`, sections },
    upload: { alt: 'A file', _editingUrl: `${base}/media/assets/${upload}` },
  });
});

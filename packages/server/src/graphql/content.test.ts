import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { askDelivery, countStatements } from './testing.ts';

let server: TestServer;
let ask: ReturnType<typeof askDelivery>;

const span = (value: string) => ({ type: 'span', value });

beforeAll(async () => {
  server = await startTestServer({ responseCacheBytes: null });
  const project = await server.createProject({ locales: ['en', 'it'] });
  ask = askDelivery(server, project);
  const { client } = project;
  const model = async (name: string, settings = {}) =>
    (await client.itemTypes.create({ name, api_key: name.toLowerCase(), ...settings })).id;
  const of = (id: string) => ({ type: 'item_type' as const, id });

  const person = await model('Person', { draft_mode_active: true });
  await client.fields.create(person, { label: 'Name', api_key: 'name', field_type: 'string' });
  const quote = await model('Quote', { modular_block: true });
  await client.fields.create(quote, { label: 'Words', api_key: 'words', field_type: 'string' });
  const people = { item_item_type: { item_types: [person] } };
  await client.fields.create(quote, { label: 'By', api_key: 'by', field_type: 'link', validators: people });

  const page = await model('Page', { all_locales_required: false });
  const localized = { localized: true };
  await client.fields.create(page, { label: 'Title', api_key: 'title', field_type: 'string', ...localized });
  await client.fields.create(page, { label: 'Number', api_key: 'number', field_type: 'integer' });
  await client.fields.create(page, {
    label: 'People',
    api_key: 'people',
    field_type: 'links',
    validators: { items_item_type: { item_types: [person] } },
  });
  await client.fields.create(page, {
    label: 'Sections',
    api_key: 'sections',
    field_type: 'rich_text',
    validators: { rich_text_blocks: { item_types: [quote] } },
  });
  await client.fields.create(page, {
    label: 'Content',
    api_key: 'content',
    field_type: 'structured_text',
    validators: {
      structured_text_blocks: { item_types: [quote] },
      structured_text_links: { item_types: [person] },
    },
  });

  const ada = await client.items.create({ item_type: of(person), name: 'Ada' });
  const bob = await client.items.create({ item_type: of(person), name: 'Bob' });
  await client.items.publish(ada.id);
  await client.items.publish(bob.id);
  const said = (words: string, by: string) => ({
    type: 'item' as const,
    attributes: { words, by },
    relationships: { item_type: { data: of(quote) } },
  });
  for (const number of [1, 2, 3]) {
    await client.items.create({
      item_type: of(page),
      title: number === 3 ? { en: 'Page 3' } : { en: `Page ${number}`, it: number === 2 ? '' : 'Pagina 1' },
      number,
      people: [bob.id, ada.id],
      sections: [said(`s${number}`, ada.id), said('t', bob.id)],
      content: {
        schema: 'dast',
        document: {
          type: 'root',
          children: [
            {
              type: 'paragraph',
              children: [span('By '), { type: 'itemLink', item: ada.id, children: [span('her')] }],
            },
            { type: 'block', item: said(`c${number}`, ada.id) },
          ],
        },
      },
    });
  }
  // The API keeps published links whole; a link to a draft comes from elsewhere (an import, an older rule).
  await sql`update item set published = null, published_version_id = null, is_published_valid = null
    where id = ${bob.id}`.execute(server.ports.database.db);
});
afterAll(() => server.close());

const PAGES = `query ($first: IntType) {
  allPages(first: $first, orderBy: number_ASC) {
    number people { name } sections { words by { name } }
    content { value blocks { id words by { name } } links { id name } }
  }
}`;

interface Pages {
  allPages: {
    people: { name: string }[];
    sections: { words: string; by: { name: string } | null }[];
    content: {
      value: { document: { children: Record<string, unknown>[] } };
      blocks: { id: string; words: string; by: { name: string } }[];
      links: { id: string; name: string }[];
    };
  }[];
}

describe('links and blocks', () => {
  it('show what is published', async () => {
    const { allPages } = await ask<Pages>(PAGES, { variables: { first: 1 } });
    const [page] = allPages;
    expect(page?.people).toEqual([{ name: 'Ada' }]);
    expect(page?.sections).toEqual([
      { words: 's1', by: { name: 'Ada' } },
      { words: 't', by: null },
    ]);
  });

  it('show drafts in the order of the editor when asked', async () => {
    const { allPages } = await ask<Pages>(PAGES, { variables: { first: 1 }, includeDrafts: true });
    expect(allPages[0]?.people).toEqual([{ name: 'Bob' }, { name: 'Ada' }]);
    expect(allPages[0]?.sections[1]).toEqual({ words: 't', by: { name: 'Bob' } });
  });

  it('of structured text have the ids that the document names', async () => {
    const { allPages } = await ask<Pages>(PAGES, { variables: { first: 1 } });
    const content = allPages[0]?.content;
    const [paragraph, block] = content?.value.document.children ?? [];
    expect(block).toEqual({ type: 'block', item: content?.blocks[0]?.id });
    expect(paragraph).toMatchObject({ children: [{}, { type: 'itemLink', item: content?.links[0]?.id }] });
    expect(content?.blocks).toMatchObject([{ words: 'c1', by: { name: 'Ada' } }]);
  });

  it('cost a statement by level, not by record', async () => {
    const nothingIsKept = () => server.ports.database.db.updateTable('item').set({ stage: null }).execute();
    await nothingIsKept();
    const few = await countStatements(server, () => ask(PAGES, { variables: { first: 1 } }));
    await nothingIsKept();
    const many = await countStatements(server, () => ask(PAGES, { variables: { first: 3 } }));
    expect(many).toBe(few);
    // Who asks, the list, what its records say, and what these and their blocks point at.
    expect(many).toBeLessThanOrEqual(5);
  });

  it('cost a statement for lists side by side', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, n) => `a${n}: allPages(first: 1, skip: ${n}) { number } c${n}: _allPagesMeta { count }`).join(' ')} }`;
    await ask(aliases(8));
    await ask(aliases(1));
    const one = await countStatements(server, () => ask(aliases(1)));
    expect(await countStatements(server, () => ask(aliases(8)))).toBe(one);
    expect(
      await ask(
        '{ a: allPages(first: 1, orderBy: number_ASC) { number } b: allPages(skip: 1, orderBy: number_DESC) { number } }',
      ),
    ).toEqual({
      a: [{ number: 1 }],
      b: [{ number: 2 }, { number: 1 }],
    });
  });
});

describe('locales', () => {
  it('fall back where a value is missing or empty', async () => {
    const query = `{ allPages(locale: it, fallbackLocales: [en], orderBy: number_ASC) { title } }`;
    expect(await ask(query)).toEqual({
      allPages: [{ title: 'Pagina 1' }, { title: 'Page 2' }, { title: 'Page 3' }],
    });
  });

  it('can be named by a field against its query', async () => {
    const query =
      '{ page(locale: it, filter: { number: { eq: 1 } }) { title other: title(locale: en) _locales } }';
    expect(await ask(query)).toEqual({
      page: { title: 'Pagina 1', other: 'Page 1', _locales: ['en', 'it'] },
    });
  });

  it('are what filters and orders look at', async () => {
    const filter = '{ title: { matches: { pattern: "^pag" } } }';
    const query = `{ it: allPages(locale: it, filter: ${filter}) { number } en: _allPagesMeta(filter: ${filter}) { count } }`;
    expect(await ask(query)).toEqual({ it: [{ number: 1 }], en: { count: 3 } });
    const byLocale = '{ allPages(filter: { _locales: { allIn: [it] } }, orderBy: number_ASC) { number } }';
    expect(await ask(byLocale)).toEqual({ allPages: [{ number: 1 }, { number: 2 }] });
  });
});

describe('pages', () => {
  it('answer what there is', async () => {
    expect(await ask('{ allPages(first: 500, skip: 2, orderBy: number_ASC) { number } }')).toEqual({
      allPages: [{ number: 3 }],
    });
  });

  it('do not overlap where records are alike', async () => {
    const pages = [0, 1, 2].map(
      (skip) => `p${skip}: allPages(first: 1, skip: ${skip}, orderBy: _isValid_ASC) { number }`,
    );
    const answer = await ask<Record<string, { number: number }[]>>(`{ ${pages.join(' ')} }`);
    const numbers = Object.values(answer)
      .flat()
      .map(({ number }) => number);
    expect(numbers.sort()).toEqual([1, 2, 3]);
  });

  it('find the neighbour of a record', async () => {
    const { page } = await ask<{ page: { _createdAt: string } }>(
      '{ page(filter: { number: { eq: 1 } }) { _createdAt } }',
    );
    const query = `query ($when: DateTime) {
      page(orderBy: _createdAt_ASC, filter: { _createdAt: { gt: $when }, number: { neq: 1 } }) { number } }`;
    expect(await ask(query, { variables: { when: page._createdAt } })).toEqual({ page: { number: 2 } });
  });
});

describe('one response key', () => {
  it('may be different fields on different types of a union', async () => {
    const query = `{ allPages(first: 1, orderBy: number_ASC) { ...P ... on RecordInterface { id } } }
      fragment P on PageRecord { x: title sections { ... on QuoteRecord { x: words } ... on RecordInterface { _modelApiKey } } }`;
    const answer = {
      allPages: [
        {
          x: 'Page 1',
          sections: [
            { x: 's1', _modelApiKey: 'quote' },
            { x: 't', _modelApiKey: 'quote' },
          ],
          id: expect.any(String),
        },
      ],
    };
    expect(await ask(query)).toEqual(answer);
    await ask(query);
    expect(await ask(query)).toEqual(answer);
  });
});

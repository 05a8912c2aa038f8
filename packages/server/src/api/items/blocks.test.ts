import { buildBlockRecord, duplicateBlockRecord, SchemaRepository } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { blocksOf, buildBlockModel, buildModel, type TestModel } from './testing.ts';

let server: TestServer;
let client: TestProject['client'];
let cta: TestModel;
let hero: TestModel;
let page: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject({ locales: ['en', 'it'] }));
  cta = await buildBlockModel(client, { label: 'string', url: 'string' });
  hero = await buildBlockModel(client, { heading: 'string', ctas: blocksOf([cta]) });
  page = await buildModel(client, {
    title: 'string',
    sections: blocksOf([hero, cta]),
    one: {
      field_type: 'single_block',
      validators: { single_block_blocks: { item_types: [hero.id, cta.id] } },
    },
    body: {
      field_type: 'structured_text',
      validators: {
        structured_text_blocks: { item_types: [cta.id] },
        structured_text_inline_blocks: { item_types: [cta.id] },
        structured_text_links: { item_types: [] },
      },
    },
    asides: { ...blocksOf([cta]), localized: true },
  });
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noExplicitAny: values of models that only exist here have no types
type Loose = any;

const newCta = (label: string, url = '/') => buildBlockRecord({ item_type: cta.ref, label, url });
const create = (values: Record<string, unknown>) =>
  client.items.create({ item_type: page.ref, asides: { en: [] }, ...values });
const nested = (id: string): Promise<Loose> => client.items.find(id, { nested: true });
const labels = (blocks: Loose[]) => blocks.map(({ attributes }) => attributes.label ?? attributes.heading);

describe('modular content', () => {
  it('keeps, edits, creates, clones, deletes and reorders in one update', async () => {
    const inner = [newCta('inner one', '/1'), newCta('inner two', '/2')];
    const { id } = await create({
      sections: [
        newCta('keep'),
        newCta('edit', '/old'),
        newCta('delete'),
        buildBlockRecord({ item_type: hero.ref, heading: 'hero', ctas: inner }),
      ],
    });
    const [keep, edit, , deep] = (await nested(id)).sections;
    const [first, second] = deep.attributes.ctas;
    const repository = new SchemaRepository(client);
    await client.items.update(id, {
      sections: [
        buildBlockRecord({
          id: deep.id,
          ctas: [second.id, buildBlockRecord({ id: first.id, label: 'changed' })],
        }),
        await duplicateBlockRecord(deep, repository),
        newCta('new'),
        buildBlockRecord({ id: edit.id, label: 'edited' }),
        keep.id,
      ],
    });
    const { sections } = await nested(id);
    expect(labels(sections)).toEqual(['hero', 'hero', 'new', 'edited', 'keep']);
    expect(sections[0].id).toBe(deep.id);
    expect(labels(sections[0].attributes.ctas)).toEqual(['inner two', 'changed']);
    expect(sections[0].attributes.ctas[1].attributes.url).toBe('/1');
    expect(sections[1].id).not.toBe(deep.id);
    expect(labels(sections[1].attributes.ctas)).toEqual(['inner one', 'inner two']);
    expect(sections[3]).toMatchObject({ id: edit.id, attributes: { label: 'edited', url: '/old' } });
    expect(sections[4].id).toBe(keep.id);
  });

  it('answers with ids, or with whole blocks that know their model', async () => {
    const record = await create({ sections: [newCta('a')] });
    const [block] = (await nested(record.id)).sections;
    expect(record.sections).toEqual([block.id]);
    expect(block).toEqual({
      __itemTypeId: cta.id,
      id: block.id,
      type: 'item',
      attributes: { label: 'a', url: '/' },
      relationships: { item_type: { data: cta.ref } },
    });
  });

  it('refuses blocks of other records and of models that the field does not name', async () => {
    const other = await create({ sections: [newCta('theirs')] });
    const { id } = await create({});
    const theirs = (other.sections as string[])[0];
    expect(await codesOf(client.items.update(id, { sections: [theirs] }))).toEqual([
      'sections VALIDATION_INVALID',
    ]);
    const wrong = { asides: { en: [buildBlockRecord({ item_type: hero.ref })] } };
    expect(await codesOf(client.items.update(id, wrong))).toEqual([
      expect.stringMatching(/^asides VALIDATION_/),
    ]);
  });
});

describe('a single block', () => {
  it('is edited, replaced by a copy, replaced by another model and deleted', async () => {
    const { id, one } = await create({ one: newCta('a', '/kept') });
    await client.items.update(id, { one: buildBlockRecord({ id: one as string, label: 'b' }) });
    const edited = (await nested(id)).one;
    expect(edited).toMatchObject({ id: one, attributes: { label: 'b', url: '/kept' } });
    await client.items.update(id, { one: await duplicateBlockRecord(edited, new SchemaRepository(client)) });
    const copy = (await nested(id)).one;
    expect(copy).toMatchObject({ attributes: { label: 'b' } });
    expect(copy.id).not.toBe(one);
    await client.items.update(id, { one: buildBlockRecord({ item_type: hero.ref, heading: 'h' }) });
    expect((await nested(id)).one).toMatchObject({ attributes: { heading: 'h', ctas: [] } });
    expect(await client.items.update(id, { one: null })).toMatchObject({ one: null });
  });
});

describe('structured text', () => {
  const document = (...children: unknown[]) => ({ schema: 'dast', document: { type: 'root', children } });
  const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
  const span = (value: string, marks?: string[]) => ({ type: 'span', value, ...(marks && { marks }) });

  it('holds blocks and inline blocks, kept by id and edited in place', async () => {
    const { id } = await create({
      body: document(paragraph(span('see '), { type: 'inlineBlock', item: newCta('inline') }), {
        type: 'block',
        item: newCta('block', '/kept'),
      }),
    });
    const { body } = await nested(id);
    const [text, block] = body.document.children;
    const changed = buildBlockRecord({ id: block.item.id, label: 'changed' });
    await client.items.update(id, { body: document({ type: 'block', item: changed }, text) });
    const after = (await nested(id)).body.document.children;
    expect(after[0].item).toMatchObject({
      id: block.item.id,
      attributes: { label: 'changed', url: '/kept' },
    });
    expect(after[1]).toEqual(text);
  });

  it('comes back as it was sent', async () => {
    const link = {
      type: 'link',
      url: 'https://example.com',
      meta: [{ id: 'target', value: '_blank' }],
      children: [span('x')],
    };
    const body = document(
      { type: 'heading', level: 2, children: [span('Title', ['strong', 'highlight'])] },
      paragraph(link, span(' and more', ['emphasis', 'underline', 'strikethrough', 'code'])),
      { type: 'blockquote', attribution: 'Ann', children: [paragraph(span('q'))] },
    );
    expect(await create({ body })).toMatchObject({ body });
  });
});

describe('blocks by locale', () => {
  it('are changed in one locale while the others keep theirs by id', async () => {
    const { id, asides } = await create({ asides: { en: [newCta('en')], it: [newCta('it')] } });
    const [en, it] = [(asides as Loose).en[0], (asides as Loose).it[0]];
    await client.items.update(id, {
      asides: { en: [buildBlockRecord({ id: en, label: 'EN' }), newCta('more')], it: [it] },
    });
    const after = (await nested(id)).asides;
    expect(labels(after.en)).toEqual(['EN', 'more']);
    expect(after.it[0].id).toBe(it);
  });
});

describe('blocks read by themselves', () => {
  it('are found and listed with their own values, and follow their record', async () => {
    const record = await create({
      sections: [buildBlockRecord({ item_type: hero.ref, heading: 'alone', ctas: [newCta('x')] })],
    });
    const blockId = (record.sections as string[])[0] ?? '';
    const found = await client.items.find(blockId);
    expect(found).toMatchObject({
      id: blockId,
      heading: 'alone',
      item_type: hero.ref,
      ctas: [expect.any(String)],
    });
    expect(
      (await client.items.list({ filter: { ids: `${blockId},${record.id}` } })).map(({ id }) => id),
    ).toEqual([record.id, blockId]);
    const listed = await client.items.list({ filter: { type: hero.apiKey }, page: { limit: 500 } });
    expect(listed.map(({ id }) => id)).toContain(blockId);
    await client.items.update(record.id, { sections: [] });
    expect(await codesOf(client.items.find(blockId))).toEqual(['NOT_FOUND']);
  });

  it('cannot be changed, copied, published or destroyed by themselves', async () => {
    const { sections } = await create({ sections: [newCta('x')] });
    const id = (sections as string[])[0] ?? '';
    for (const call of [
      () => client.items.update(id, { label: 'y' }),
      () => client.items.duplicate(id),
      () => client.items.publish(id),
      () => client.items.destroy(id),
    ]) {
      expect(await codesOf(call())).toEqual(['NOT_FOUND']);
    }
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

type Client = TestProject['client'];
type Attributes = Record<string, unknown>;

let server: TestServer;
let project: TestProject;
let client: Client;
let modelId: string;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it', 'de'] });
  client = project.client;
});
beforeEach(async () => {
  modelId = await buildModel({ draft_mode_active: true });
});
afterAll(() => server.close());

async function buildModel(overrides: Attributes = {}): Promise<string> {
  count += 1;
  const model = { name: `Model ${count}`, api_key: `model_number_${count}`, ...overrides };
  return (await client.itemTypes.create(model)).id;
}

function buildField(overrides: Attributes, itemTypeId = modelId) {
  const field = { label: String(overrides.api_key), field_type: 'string', ...overrides };
  return client.fields.create(itemTypeId, field as Parameters<Client['fields']['create']>[1]);
}

const ofModel = (id: string) => ({ item_type: { type: 'item_type' as const, id } });
function buildBlock(itemTypeId: string, attributes: Attributes) {
  return {
    type: 'item',
    attributes,
    relationships: { item_type: { data: { type: 'item_type', id: itemTypeId } } },
  };
}

/** A record with three versions: an old one, the published one and the current one. */
async function buildHistory([old, published, current]: [
  Attributes,
  Attributes,
  Attributes,
]): Promise<string> {
  const { id } = await client.items.create({ ...ofModel(modelId), ...old });
  await client.items.update(id, published);
  await client.items.publish(id);
  await client.items.update(id, current);
  return id;
}

/** One field in every version, newest first as the history lists them; the records' own two are compared. */
async function valuesOf(id: string, apiKey: string, nested = false): Promise<unknown[]> {
  const history = (
    nested ? await client.itemVersions.list(id, { nested: true }) : await client.itemVersions.list(id)
  ).map((version: Attributes) => version[apiKey]);
  for (const [index, version] of (['current', 'published'] as const).entries()) {
    const item: Attributes = nested
      ? await client.items.find(id, { version, nested: true })
      : await client.items.find(id, { version });
    expect({ [version]: item[apiKey] }).toMatchObject({
      [version]: history[Math.min(index, history.length - 1)],
    });
  }
  return history;
}

const writeField = (id: string, change: Attributes) =>
  client.fields.update(id, change as Parameters<Client['fields']['update']>[1]);

describe('a new field', () => {
  it('stands empty in every version', async () => {
    await buildField({ api_key: 'title' });
    const id = await buildHistory([{ title: 'a' }, { title: 'b' }, { title: 'c' }]);
    await buildField({ api_key: 'flag', field_type: 'boolean' });
    await buildField({ api_key: 'note', default_value: 'for new records only' });
    expect(await valuesOf(id, 'flag')).toEqual([false, false, false]);
    expect(await valuesOf(id, 'note')).toEqual([null, null, null]);
  });

  it('that is localized takes the locales of the record', async () => {
    await buildField({ api_key: 'title', localized: true });
    const both = (text: string) => ({ title: { en: text, it: text } });
    const id = await buildHistory([{ title: { en: 'a' } }, both('b'), both('c')]);
    await buildField({ api_key: 'note', localized: true });
    expect(await valuesOf(id, 'note')).toEqual([
      { en: null, it: null },
      { en: null, it: null },
      { en: null },
    ]);
  });

  it('that is required makes what is there invalid', async () => {
    await buildField({ api_key: 'title' });
    const id = await buildHistory([{ title: 'a' }, { title: 'b' }, { title: 'c' }]);
    await buildField({ api_key: 'must', validators: { required: {} } });
    expect((await client.items.find(id)).meta).toMatchObject({
      is_current_version_valid: false,
      is_published_version_valid: false,
    });
  });
});

describe('a field that goes', () => {
  it('takes its values out of every version', async () => {
    await buildField({ api_key: 'title' });
    const gone = await buildField({ api_key: 'gone' });
    const id = await buildHistory([{ gone: 'a' }, { gone: 'b' }, { gone: 'c' }]);
    await client.fields.destroy(gone.id);
    await buildField({ api_key: 'gone' });
    expect(await valuesOf(id, 'gone')).toEqual([null, null, null]);
  });
});

describe('a field that is renamed', () => {
  it('keeps its values', async () => {
    const { id: fieldId } = await buildField({ api_key: 'old_name' });
    const id = await buildHistory([{ old_name: 'a' }, { old_name: 'b' }, { old_name: 'c' }]);
    await writeField(fieldId, { api_key: 'new_name' });
    expect(await valuesOf(id, 'new_name')).toEqual(['c', 'b', 'a']);
  });
});

describe('a field that becomes localized', () => {
  it('has its value in all locales of the record, and gives one back', async () => {
    await buildField({ api_key: 'title', localized: true });
    const { id: fieldId } = await buildField({ api_key: 'note' });
    const both = { en: 'x', it: 'y' };
    const id = await buildHistory([
      { title: { it: 'y' }, note: 'a' },
      { title: both, note: 'b' },
      { note: 'c' },
    ]);
    await writeField(fieldId, { localized: true });
    expect(await valuesOf(id, 'note')).toEqual([{ en: 'c', it: 'c' }, { en: 'b', it: 'b' }, { it: 'a' }]);
    await client.items.update(id, { note: { en: 'd', it: 'e' } });
    await writeField(fieldId, { localized: false });
    expect((await client.items.find(id)).note).toBe('d');
    expect((await client.itemVersions.list(id)).at(-1)?.note).toBe('a');
  });

  it('has the main locale where the record has none, and all where all are required', async () => {
    const { id: fieldId } = await buildField({ api_key: 'note' });
    const { id } = await client.items.create({ ...ofModel(modelId), note: 'a' });
    await writeField(fieldId, { localized: true });
    expect((await client.items.find(id)).note).toEqual({ en: 'a' });
    await client.itemTypes.update(modelId, { all_locales_required: true });
    expect((await client.items.find(id)).note).toEqual({ en: 'a', it: null, de: null });
  });

  it('copies blocks into blocks of their own, the same in every version', async () => {
    const blockId = await buildModel({ modular_block: true });
    await buildField({ api_key: 'text' }, blockId);
    await buildField({ api_key: 'title', localized: true });
    const validators = { rich_text_blocks: { item_types: [blockId] } };
    const { id: fieldId } = await buildField({ api_key: 'body', field_type: 'rich_text', validators });
    const { id } = await client.items.create({
      ...ofModel(modelId),
      title: { en: 'x', it: 'y' },
      body: [buildBlock(blockId, { text: 'hello' })],
    });
    await client.items.publish(id);
    const before = (await client.items.find(id)).body as string[];
    await writeField(fieldId, { localized: true });
    const { body } = (await client.items.find(id)) as { body?: Record<string, string[]> };
    expect(body?.en).toEqual(before);
    expect(body?.it).not.toEqual(before);
    expect(await valuesOf(id, 'body')).toEqual([body]);
    const copy = body?.it?.[0] ?? '';
    expect(await client.items.find(copy)).toMatchObject({ text: 'hello' });
  });
});

describe('a field of another type', () => {
  it('keeps what can be kept without loss', async () => {
    const { id: fieldId } = await buildField({ api_key: 'n', field_type: 'integer' });
    const id = await buildHistory([{ n: 1 }, { n: 2 }, { n: null }]);
    await writeField(fieldId, { field_type: 'float' });
    expect(await valuesOf(id, 'n')).toEqual([null, 2, 1]);
    await writeField(fieldId, { field_type: 'string' });
    expect(await valuesOf(id, 'n')).toEqual([null, '2', '1']);
    await writeField(fieldId, { field_type: 'boolean' });
    expect(await valuesOf(id, 'n')).toEqual([false, false, false]);
  });

  it('keeps blocks and links, with their indexes', async () => {
    const blockId = await buildModel({ modular_block: true });
    await buildField({ api_key: 'text' }, blockId);
    const validators = { single_block_blocks: { item_types: [blockId] } };
    const { id: fieldId } = await buildField({ api_key: 'b', field_type: 'single_block', validators });
    const id = await buildHistory([
      { b: buildBlock(blockId, { text: '1' }) },
      { b: buildBlock(blockId, { text: '2' }) },
      { b: buildBlock(blockId, { text: '3' }) },
    ]);
    await writeField(fieldId, { field_type: 'rich_text' });
    expect(await valuesOf(id, 'b', true)).toMatchObject([
      [{ attributes: { text: '3' } }],
      [{ attributes: { text: '2' } }],
      [{ attributes: { text: '1' } }],
    ]);
  });
});

describe('rules that change', () => {
  it('take blocks of a model that is not admitted any more out of every version', async () => {
    const [kept, gone] = [
      await buildModel({ modular_block: true }),
      await buildModel({ modular_block: true }),
    ];
    const admit = (...ids: string[]) => ({ validators: { rich_text_blocks: { item_types: ids } } });
    const { id: fieldId } = await buildField({
      api_key: 'body',
      field_type: 'rich_text',
      ...admit(kept, gone),
    });
    const body = () => ({ body: [buildBlock(gone, {}), buildBlock(kept, {})] });
    const id = await buildHistory([body(), body(), body()]);
    const [lost = ''] = (await client.items.find(id)).body as string[];
    await writeField(fieldId, admit(kept));
    const lists = (await valuesOf(id, 'body')) as string[][];
    expect(lists.map((list) => list.length)).toEqual([1, 1, 1]);
    await expect(client.items.find(lost)).rejects.toThrow('NOT_FOUND');
  });

  it('take links to a model that is not admitted any more out of every version, in blocks too', async () => {
    const [a, b, block] = [await buildModel(), await buildModel(), await buildModel({ modular_block: true })];
    const admit = (...ids: string[]) => ({ validators: { items_item_type: { item_types: ids } } });
    const { id: fieldId } = await buildField(
      { api_key: 'links', field_type: 'links', ...admit(a, b) },
      block,
    );
    const validators = { rich_text_blocks: { item_types: [block] } };
    await buildField({ api_key: 'body', field_type: 'rich_text', validators });
    const [toA, toB] = [await client.items.create(ofModel(a)), await client.items.create(ofModel(b))];
    const body = () => ({ body: [buildBlock(block, { links: [toA.id, toB.id] })] });
    const id = await buildHistory([body(), body(), body()]);
    await writeField(fieldId, admit(a));
    for (const value of await valuesOf(id, 'body', true)) {
      expect(value).toMatchObject([{ attributes: { links: [toA.id] } }]);
    }
    expect(await client.items.references(toB.id)).toEqual([]);
    expect((await client.items.references(toA.id)).map((item) => item.id)).toEqual([id]);
  });

  it('check what is there again', async () => {
    const { id: fieldId } = await buildField({ api_key: 'title' });
    const id = await buildHistory([{ title: 'a' }, { title: 'long enough' }, { title: 'b' }]);
    await writeField(fieldId, { validators: { length: { min: 5 } } });
    expect((await client.items.find(id)).meta).toMatchObject({
      is_current_version_valid: false,
      is_published_version_valid: true,
    });
    await writeField(fieldId, { validators: {} });
    expect((await client.items.find(id)).meta.is_current_version_valid).toBe(true);
  });

  it('that make values unique leave the second of two records invalid', async () => {
    const { id: fieldId } = await buildField({ api_key: 'title' });
    for (const title of ['same', 'same', 'other']) await client.items.create({ ...ofModel(modelId), title });
    await writeField(fieldId, { validators: { unique: {} } });
    const items = await client.items.list({ filter: { type: modelId }, version: 'current' });
    expect(items.filter((item) => item.meta.is_current_version_valid)).toHaveLength(2);
    await expect(client.items.create({ ...ofModel(modelId), title: 'other' })).rejects.toThrow(
      'VALIDATION_UNIQUENESS',
    );
  });
});

describe('structured text', () => {
  const text = (children: unknown[]) => ({
    schema: 'dast',
    document: { type: 'root', children: [...children, { type: 'paragraph', children: [span('end')] }] },
  });
  const span = (value: string) => ({ type: 'span', value });

  it('loses blocks, inline blocks and links that are not admitted any more, and nothing else', async () => {
    const [block, target] = [await buildModel({ modular_block: true }), await buildModel()];
    const admit = (blocks: string[], inline: string[], links: string[]) => ({
      validators: {
        structured_text_blocks: { item_types: blocks },
        structured_text_inline_blocks: { item_types: inline },
        structured_text_links: { item_types: links },
      },
    });
    const { id: fieldId } = await buildField({
      api_key: 'text',
      field_type: 'structured_text',
      ...admit([block], [block], [target, modelId]),
    });
    const { id: targetId } = await client.items.create(ofModel(target));
    const value = () =>
      text([
        { type: 'block', item: buildBlock(block, {}) },
        {
          type: 'paragraph',
          children: [
            span('see '),
            { type: 'itemLink', item: targetId, children: [span('this')] },
            { type: 'inlineBlock', item: buildBlock(block, {}) },
          ],
        },
      ]);
    const id = await buildHistory([{ text: value() }, { text: value() }, { text: value() }]);
    const typesOf = (document: unknown) =>
      JSON.stringify(document).match(/"(block|inlineBlock|itemLink)"/g) ?? [];

    await writeField(fieldId, admit([block], [], [target, modelId]));
    for (const left of await valuesOf(id, 'text')) expect(typesOf(left)).toEqual(['"block"', '"itemLink"']);
    await writeField(fieldId, admit([block], [], [modelId]));
    for (const left of await valuesOf(id, 'text')) {
      expect(typesOf(left)).toEqual(['"block"']);
      expect(JSON.stringify(left)).toContain('this');
    }
    await writeField(fieldId, admit([], [], [modelId]));
    for (const left of await valuesOf(id, 'text')) expect(typesOf(left)).toEqual([]);
    expect((await client.items.find(id)).meta.is_current_version_valid).toBe(true);
  });
});

describe('changes in the middle of nested blocks', () => {
  it('reach every version of every record that holds them', async () => {
    const [inner, outer] = [
      await buildModel({ modular_block: true }),
      await buildModel({ modular_block: true }),
    ];
    const { id: fieldId } = await buildField({ api_key: 'n', field_type: 'integer' }, inner);
    const holds = (id: string) => ({ single_block_blocks: { item_types: [id] } });
    await buildField({ api_key: 'in', field_type: 'single_block', validators: holds(inner) }, outer);
    await buildField({
      api_key: 'out',
      field_type: 'single_block',
      validators: holds(outer),
      localized: true,
    });
    const version = (n: number) => ({
      out: { en: buildBlock(outer, { in: buildBlock(inner, { n }) }), it: null },
    });
    const id = await buildHistory([version(1), version(2), version(3)]);
    await writeField(fieldId, { field_type: 'string' });
    await buildField({ api_key: 'more', field_type: 'boolean' }, inner);
    const values = await valuesOf(id, 'out', true);
    expect(values).toMatchObject(
      ['3', '2', '1'].map((n) => ({
        en: { attributes: { in: { attributes: { n, more: false } } } },
        it: null,
      })),
    );
  });
});

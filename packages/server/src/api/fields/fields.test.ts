import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '#schema/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

type Client = TestProject['client'];
type NewField = Parameters<Client['fields']['create']>[1];
type Model = Awaited<ReturnType<Client['itemTypes']['create']>>;

let server: TestServer;
let client: Client;
let model: Model;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  client = (await server.createProject({ locales: ['en', 'it'] })).client;
});
beforeEach(async () => {
  count += 1;
  model = await client.itemTypes.create({ name: `Model ${count}`, api_key: `model_number_${count}` });
});
afterAll(() => server.close());

function buildField(overrides: Partial<NewField> = {}) {
  const field = { label: 'Title', api_key: 'title', field_type: 'string', ...overrides };
  return client.fields.create(model.id, field as NewField);
}

describe('a field', () => {
  it('has the default editor of its type and defaults for the rest', async () => {
    expect(await buildField()).toMatchObject({
      label: 'Title',
      api_key: 'title',
      field_type: 'string',
      localized: false,
      validators: {},
      appearance: { editor: 'single_line', parameters: { heading: false }, addons: [] },
      appeareance: { editor: 'single_line', parameters: { heading: false } },
      position: 1,
      hint: null,
      default_value: null,
      deep_filtering_enabled: false,
      content_link_enabled: true,
      item_type: { type: 'item_type', id: model.id },
      fieldset: null,
    });
  });

  it('is found by id and by the API keys of model and field', async () => {
    const made = await buildField();
    expect(await client.fields.find(made.id)).toEqual(made);
    expect(await client.fields.find(`${model.api_key}::title`)).toEqual(made);
    expect(await client.fields.list(model.api_key)).toEqual([made]);
    expect(await codesOf(client.fields.find(`${model.api_key}::body`))).toEqual(['NOT_FOUND']);
  });

  it('is taken back as it was read', async () => {
    const made = await buildField({ validators: { required: {} } });
    const update = { ...made, hint: 'Short' } as Parameters<Client['fields']['update']>[1];
    expect(await client.fields.update(`${model.api_key}::title`, update)).toEqual({ ...made, hint: 'Short' });
  });

  it('may bring its id, a misspelt appearance and keys of older tools', async () => {
    const id = newId();
    const appearance = { editor: 'single_line', parameters: {}, addons: [], type: 'title' };
    expect((await buildField({ id, appearance } as Partial<NewField>)).id).toBe(id);
    const twin = { editor: 'string_select', parameters: { options: [{ label: 'A', value: 'a' }] } };
    const other = await buildField({ label: 'B', api_key: 'b', appeareance: twin } as Partial<NewField>);
    expect(other.appearance.editor).toBe('string_select');
    expect(await codesOf(buildField({ id, label: 'C', api_key: 'c' }))).toEqual(['id VALIDATION_UNIQUENESS']);
  });

  it('may be edited by a plugin', async () => {
    const plugin = await client.plugins.create({ name: 'Stars', url: 'https://plugins.example.com/' });
    const appearance = { editor: plugin.id, field_extension: 'stars', parameters: { max: 5 }, addons: [] };
    expect((await buildField({ appearance })).appearance).toEqual(appearance);
  });

  it.each([
    ['a key in capitals', { api_key: 'Title' }, ['api_key VALIDATION_INVALID']],
    ['a key with another meaning', { api_key: 'item_type' }, ['api_key VALIDATION_INVALID']],
    ['no label', { label: '' }, ['label VALIDATION_REQUIRED']],
    [
      'a validator of another type',
      { validators: { number_range: { min: 1 } } },
      ['validators VALIDATION_INVALID'],
    ],
    [
      'an editor of another type',
      { appearance: { editor: 'map', parameters: {}, addons: [] } },
      ['appearance VALIDATION_INVALID'],
    ],
    [
      'a default of another type',
      { field_type: 'integer', default_value: 'one' },
      ['default_value INVALID_FORMAT'],
    ],
    [
      'a default in an unknown locale',
      { localized: true, default_value: { de: 'Titel' } },
      ['default_value VALIDATION_INVALID'],
    ],
    ['a missing rule', { field_type: 'link' }, ['validators VALIDATION_REQUIRED']],
    [
      'a link to no model',
      { field_type: 'link', validators: { item_item_type: { item_types: [newId()] } } },
      ['validators VALIDATION_INVALID'],
    ],
    [
      'filters on blocks that it has not',
      { deep_filtering_enabled: true },
      ['deep_filtering_enabled VALIDATION_INVALID'],
    ],
    [
      'links in a number',
      { field_type: 'integer', content_link_enabled: false },
      ['content_link_enabled VALIDATION_INVALID'],
    ],
    ['an unknown fieldset', { fieldset: { type: 'fieldset', id: newId() } }, ['fieldset VALIDATION_INVALID']],
    [
      'a slug of nothing',
      { field_type: 'slug', validators: { slug_title_field: { title_field_id: newId() } } },
      ['validators VALIDATION_INVALID'],
    ],
  ] as unknown as [string, Partial<NewField>, string[]][])(
    'is refused with %s',
    async (_title, overrides, codes) => {
      expect(await codesOf(buildField(overrides))).toEqual(codes);
    },
  );

  it('shares neither key nor, within its group, label with another', async () => {
    await buildField();
    expect(await codesOf(buildField())).toEqual([
      'label VALIDATION_UNIQUENESS',
      'api_key VALIDATION_UNIQUENESS',
    ]);
    const { id } = await client.fieldsets.create(model.id, { title: 'Group' });
    const inGroup = await buildField({ api_key: 'other', fieldset: { type: 'fieldset', id } });
    expect(inGroup.position).toBe(1);
  });

  it('of a block model is never localized, and links to models only', async () => {
    await client.itemTypes.update(model.id, { modular_block: true });
    expect(await codesOf(buildField({ localized: true }))).toEqual(['localized VALIDATION_INVALID']);
    const toBlock = { item_item_type: { item_types: [model.id] } };
    expect(await codesOf(buildField({ field_type: 'link', validators: toBlock }))).toEqual([
      'validators VALIDATION_INVALID',
    ]);
  });
});

describe('a default value', () => {
  it('of a localized field stands in every locale', async () => {
    const made = await buildField({ localized: true, default_value: { en: 'Untitled' } });
    expect(made.default_value).toEqual({ en: 'Untitled', it: null });
  });

  it('follows when the field becomes localized and when it ceases to be', async () => {
    const made = await buildField({ default_value: 'Untitled' });
    const localized = await client.fields.update(made.id, { localized: true });
    expect(localized.default_value).toEqual({ en: 'Untitled', it: 'Untitled' });
    expect((await client.fields.update(made.id, { localized: false })).default_value).toBe('Untitled');
  });
});

describe('a new type', () => {
  it('keeps what both types know and takes defaults for the rest', async () => {
    const made = await buildField({
      validators: { required: {}, unique: {} },
      default_value: 'Untitled',
    });
    expect(await client.fields.update(made.id, { field_type: 'text' })).toMatchObject({
      field_type: 'text',
      validators: { required: {} },
      appearance: { editor: 'markdown' },
      default_value: 'Untitled',
    });
    expect(await client.fields.update(made.id, { field_type: 'integer' })).toMatchObject({
      default_value: null,
      appearance: { editor: 'integer' },
    });
  });

  it('of a link keeps the models it admits', async () => {
    const validators = { item_item_type: { item_types: [model.id] } };
    const made = await buildField({ field_type: 'link', validators });
    const changed = await client.fields.update(made.id, { field_type: 'links' });
    expect(changed.validators).toMatchObject({ items_item_type: { item_types: [model.id] } });
  });
});

describe('the source of a slug', () => {
  it('stays what it is as long as the slug needs it', async () => {
    const title = await buildField();
    const slug = await buildField({
      label: 'Slug',
      api_key: 'slug',
      field_type: 'slug',
      validators: { slug_title_field: { title_field_id: title.id } },
    });
    expect(await codesOf(client.fields.destroy(title.id))).toEqual(['USED_AS_SLUG_SOURCE']);
    expect(await codesOf(client.fields.update(title.id, { field_type: 'integer' }))).toEqual([
      'USED_AS_SLUG_SOURCE',
    ]);
    await client.fields.destroy(slug.id);
    expect(await client.fields.destroy(title.id)).toEqual(title);
  });
});

describe('a copy of a field', () => {
  it('comes last and has a name of its own', async () => {
    const made = await buildField({ validators: { required: {} } });
    await buildField({ label: 'Other', api_key: 'other' });
    expect(await client.fields.duplicate(made.id)).toMatchObject({
      label: 'Title (copy #1)',
      api_key: 'title_copy_1',
      validators: { required: {} },
      position: 3,
    });
    expect((await client.fields.duplicate(made.id)).label).toBe('Title (copy #2)');
  });
});

describe('an answer about a field', () => {
  it('brings along the model and the fields that moved', async () => {
    const other = await buildField();
    const { data, included } = await client.fields.rawCreate(model.id, {
      data: {
        type: 'field',
        attributes: { label: 'First', api_key: 'first', field_type: 'string', position: 1 },
      },
    });
    expect(data.attributes.position).toBe(1);
    expect(included).toMatchObject([
      {
        type: 'item_type',
        id: model.id,
        relationships: { fields: { data: [{ id: data.id }, { id: other.id }] } },
      },
      { type: 'field', id: other.id, attributes: { position: 2 } },
    ]);
  });
});

describe('fields that are made at the same time', () => {
  it('are made one after the other', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(keys.map((key) => buildField({ label: key, api_key: key })));
    const fields = await client.fields.list(model.id);
    expect(fields.map((field) => field.position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(fields.map((field) => field.api_key).sort()).toEqual(keys);
  });

  it('have one key once', async () => {
    const attempts = await Promise.allSettled([1, 2, 3].map((label) => buildField({ label: `${label}` })));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await client.fields.list(model.id)).toHaveLength(1);
  });
});

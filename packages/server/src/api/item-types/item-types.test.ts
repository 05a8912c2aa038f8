import { buildClient } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#schema/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
});
afterAll(() => server.close());

type NewField = Parameters<TestProject['client']['fields']['create']>[1];
type NewModel = Partial<Parameters<TestProject['client']['itemTypes']['create']>[0]>;
function buildModel(overrides: NewModel = {}) {
  count += 1;
  return client.itemTypes.create({ name: `Model ${count}`, api_key: `model_number_${count}`, ...overrides });
}

describe('a model', () => {
  it('has defaults for what was not said', async () => {
    expect(await client.itemTypes.create({ name: 'Blog post', api_key: 'blog_post' })).toMatchObject({
      name: 'Blog post',
      api_key: 'blog_post',
      singleton: false,
      modular_block: false,
      draft_mode_active: false,
      draft_saving_active: false,
      all_locales_required: false,
      collection_appearance: 'compact',
      collection_appeareance: 'compact',
      ordering_meta: null,
      ordering_direction: null,
      hint: null,
      fields: [],
      fieldsets: [],
      title_field: null,
      workflow: null,
      singleton_item: null,
      has_singleton_item: false,
      meta: { has_singleton_item: false },
    });
  });

  it('is found by id and by API key', async () => {
    const made = await client.itemTypes.create({ name: 'Author', api_key: 'author' });
    expect(await client.itemTypes.find('author')).toEqual(made);
    expect(await client.itemTypes.find(made.id)).toEqual(made);
    expect(await codesOf(client.itemTypes.find('nobody'))).toEqual(['NOT_FOUND']);
  });

  it('may bring its id, and menu items that do not exist yet are taken note of', async () => {
    const id = newId();
    const menu = { skip_menu_item_creation: true, menu_item_id: newId(), schema_menu_item_id: newId() };
    const made = await client.itemTypes.create({ id, name: 'Mine', api_key: 'mine' }, menu);
    expect(made.id).toBe(id);
    expect(await codesOf(buildModel({ id }))).toEqual(['id VALIDATION_UNIQUENESS']);
    expect(await codesOf(buildModel({ id: 'mine' }))).toEqual(['INVALID_ENTITY_ID']);
  });

  it('is taken back as it was read', async () => {
    const made = await buildModel({ collection_appearance: 'table' });
    const changed = await client.itemTypes.update(made.id, { ...made, hint: 'Short' });
    expect(changed).toEqual({ ...made, hint: 'Short' });
    expect(await client.itemTypes.update(made.id, {})).toEqual(changed);
  });

  it('takes the misspelt twin of its appearance', async () => {
    const made = await buildModel({ collection_appeareance: 'table' });
    expect(made.collection_appearance).toBe('table');
  });

  it('answers to its new API key after a rename', async () => {
    const made = await buildModel();
    await client.itemTypes.update(made.id, { api_key: 'renamed' });
    expect((await client.itemTypes.find('renamed')).id).toBe(made.id);
  });

  it('is gone after it was destroyed, which answers what it was', async () => {
    const made = await buildModel();
    expect(await client.itemTypes.destroy(made.id, { skip_menu_items_deletion: true })).toEqual(made);
    expect(await codesOf(client.itemTypes.find(made.id))).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['a key in capitals', { api_key: 'Post' }, ['api_key VALIDATION_INVALID']],
    ['a key that starts with a digit', { api_key: '1st' }, ['api_key VALIDATION_INVALID']],
    ['no key at all', { api_key: '' }, ['api_key VALIDATION_REQUIRED']],
    ['a key with another meaning', { api_key: 'upload' }, ['api_key VALIDATION_INVALID']],
    ['a taken key', { api_key: 'blog_post' }, ['api_key VALIDATION_UNIQUENESS']],
    ['a key that reads like a taken one', { api_key: 'blog__post' }, ['api_key VALIDATION_UNIQUENESS']],
    ['no name', { name: ' ' }, ['name VALIDATION_REQUIRED']],
    [
      'two orderings',
      { ordering_meta: 'created_at', sortable: true },
      ['INVALID_ORDERING_FOR_SORTABLE_ITEM_TYPE'],
    ],
    [
      'an ordered singleton',
      { ordering_meta: 'created_at', singleton: true },
      ['INVALID_ORDERING_FOR_SINGLETON_ITEM_TYPE'],
    ],
    ['a sorted tree', { sortable: true, tree: true }, ['tree VALIDATION_INVALID']],
    [
      'invalid drafts without drafts',
      { draft_saving_active: true },
      ['draft_saving_active VALIDATION_INVALID'],
    ],
    [
      'a block model that is sorted',
      { modular_block: true, sortable: true },
      ['sortable VALIDATION_INVALID'],
    ],
    [
      'a block model with drafts',
      { modular_block: true, draft_mode_active: true },
      ['draft_mode_active VALIDATION_INVALID'],
    ],
    ['an unknown workflow', { workflow: { type: 'workflow', id: newId() } }, ['workflow VALIDATION_INVALID']],
  ] as [string, NewModel, string[]][])('is refused with %s', async (_title, overrides, codes) => {
    expect(await codesOf(buildModel(overrides))).toEqual(codes);
  });

  it('reports all its problems at once', async () => {
    const wrong = { name: '', api_key: 'Post', sortable: true, tree: true };
    expect(await codesOf(client.itemTypes.create(wrong))).toEqual([
      'name VALIDATION_REQUIRED',
      'api_key VALIDATION_INVALID',
      'tree VALIDATION_INVALID',
    ]);
  });

  it('refuses attributes that nobody knows', async () => {
    const answer = await fetch(`${server.cmaUrl}/item-types`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${project.fullAccessToken}`,
        'x-api-version': '3',
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        data: { type: 'item_type', attributes: { name: 'A', api_key: 'a', colour: 'red' } },
      }),
    });
    expect(answer.status).toBe(422);
    const messages = (await answer.json()).data[0].attributes.details.messages;
    expect(messages.join()).toContain('"colour" is not a permitted key');
  });

  it('is read with every token and changed with the right to', async () => {
    const reader = buildClient({ apiToken: project.readOnlyToken, baseUrl: server.cmaUrl, autoRetry: false });
    expect((await reader.itemTypes.list()).length).toBeGreaterThan(0);
    expect(await codesOf(reader.itemTypes.create({ name: 'B', api_key: 'b' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
  });
});

describe('the ordering of a model', () => {
  it('is by a field or by a date, not both', async () => {
    const model = await buildModel();
    const field = await client.fields.create(model.id, {
      label: 'Name',
      api_key: 'name',
      field_type: 'string',
    });
    const ordered = await client.itemTypes.update(model.id, {
      ordering_field: { type: 'field', id: field.id },
      ordering_direction: 'asc',
    });
    expect(ordered).toMatchObject({ ordering_field: { id: field.id }, ordering_direction: 'asc' });
    expect(await codesOf(client.itemTypes.update(model.id, { ordering_meta: 'created_at' }))).toEqual([
      'INVALID_ORDERING',
    ]);
  });

  it('gives way when the model becomes sortable', async () => {
    const model = await buildModel({ ordering_meta: 'created_at' });
    expect(await client.itemTypes.update(model.id, { sortable: true })).toMatchObject({
      sortable: true,
      ordering_meta: null,
    });
  });
});

describe('the fields that a model names', () => {
  async function buildModelWith(field: NewField) {
    const model = await buildModel();
    const { id } = await client.fields.create(model.id, field);
    return { model, link: { type: 'field' as const, id } };
  }
  const text: NewField = { label: 'Text', api_key: 'text', field_type: 'string' };

  it('have to be fit for the purpose', async () => {
    const named = await buildModelWith(text);
    expect(await client.itemTypes.update(named.model.id, { title_field: named.link })).toMatchObject({
      title_field: named.link,
    });
    const links = await buildModelWith({
      label: 'Link',
      api_key: 'link',
      field_type: 'link',
      validators: { item_item_type: { item_types: [named.model.id] } },
    });
    expect(
      await codesOf(
        client.itemTypes.update(links.model.id, { title_field: links.link, image_preview_field: links.link }),
      ),
    ).toEqual(['title_field VALIDATION_INVALID', 'image_preview_field VALIDATION_INVALID']);
  });

  it.each(['file', 'gallery'] as const)(
    'may be a %s for its image, not for its title',
    async (field_type) => {
      const { model, link } = await buildModelWith({
        label: 'Cover',
        api_key: 'cover',
        field_type,
      } as NewField);
      expect(await client.itemTypes.update(model.id, { presentation_image_field: link })).toMatchObject({
        presentation_image_field: link,
      });
      expect(
        await codesOf(client.itemTypes.update(model.id, { title_field: link, excerpt_field: link })),
      ).toEqual(['title_field VALIDATION_INVALID', 'excerpt_field VALIDATION_INVALID']);
    },
  );

  it('have to be its own', async () => {
    const other = await buildModelWith(text);
    const model = await buildModel();
    expect(await codesOf(client.itemTypes.update(model.id, { title_field: other.link }))).toEqual([
      'title_field VALIDATION_INVALID',
    ]);
  });

  it('are forgotten when they go or turn into something else', async () => {
    const { model, link } = await buildModelWith(text);
    await client.itemTypes.update(model.id, { title_field: link, presentation_title_field: link });
    await client.fields.update(link.id, { field_type: 'integer' });
    expect(await client.itemTypes.find(model.id)).toMatchObject({
      title_field: null,
      presentation_title_field: link,
    });
    await client.fields.destroy(link.id);
    expect((await client.itemTypes.find(model.id)).presentation_title_field).toBe(null);
  });
});

describe('a copy of a model', () => {
  it('has fields, fieldsets and inner links of its own', async () => {
    const model = await buildModel({ name: 'Page', api_key: 'page' });
    const fieldset = await client.fieldsets.create(model.id, { title: 'Basics' });
    const title = await client.fields.create(model.id, {
      label: 'Title',
      api_key: 'title',
      field_type: 'string',
      fieldset: { type: 'fieldset', id: fieldset.id },
    });
    await client.fields.create(model.id, {
      label: 'Slug',
      api_key: 'slug',
      field_type: 'slug',
      validators: { slug_title_field: { title_field_id: title.id } },
    });
    await client.itemTypes.update(model.id, { title_field: { type: 'field', id: title.id } });

    const copy = await client.itemTypes.duplicate('page');
    expect(copy).toMatchObject({ name: 'Page (copy #1)', api_key: 'page_copy_1' });
    const [slug, copiedTitle] = (await client.fields.list(copy.id)).sort((a, b) =>
      a.api_key.localeCompare(b.api_key),
    );
    const [copiedFieldset] = await client.fieldsets.list(copy.id);
    expect(copy.title_field?.id).toBe(copiedTitle?.id);
    expect(copiedTitle).toMatchObject({
      fieldset: { id: copiedFieldset?.id },
      api_key: 'title',
      position: 1,
    });
    expect(slug?.validators).toMatchObject({ slug_title_field: { title_field_id: copiedTitle?.id } });
    expect(copiedTitle?.id).not.toBe(title.id);
    expect((await client.itemTypes.duplicate('page')).name).toBe('Page (copy #2)');
  });
});

describe('models that refer to each other', () => {
  it('are found through any nesting, circles included, each once', async () => {
    const [inner, outer] = [
      await buildModel({ modular_block: true }),
      await buildModel({ modular_block: true }),
    ];
    const [holder, target] = [await buildModel(), await buildModel()];
    const blocks = (id: string, others: string[]) =>
      client.fields.create(id, {
        label: 'Blocks',
        api_key: 'blocks',
        field_type: 'rich_text',
        validators: { rich_text_blocks: { item_types: others } },
      });
    await blocks(outer.id, [inner.id]);
    await blocks(inner.id, [outer.id]);
    await blocks(holder.id, [outer.id]);
    const link = await client.fields.create(inner.id, {
      label: 'Link',
      api_key: 'link',
      field_type: 'link',
      validators: { item_item_type: { item_types: [target.id] } },
    });

    const ids = async (id: string) =>
      (await client.itemTypes.referencing(id)).map((found) => found.id).sort();
    expect(await ids(inner.id)).toEqual([inner.id, outer.id, holder.id].sort());
    expect(await ids(target.id)).toEqual([inner.id, outer.id, holder.id].sort());
    expect(await ids(holder.id)).toEqual([]);
    expect((await client.fields.referencing(target.id)).map((field) => field.id)).toEqual([link.id]);
    expect((await client.fields.related(target.id)).map((field) => field.id)).toEqual([link.id]);
  });

  it('keep a block model that a field embeds, and lose a model that a field links to', async () => {
    const [block, target, holder] = [
      await buildModel({ modular_block: true }),
      await buildModel(),
      await buildModel(),
    ];
    const body = await client.fields.create(holder.id, {
      label: 'Body',
      api_key: 'body',
      field_type: 'structured_text',
      validators: {
        structured_text_blocks: { item_types: [block.id] },
        structured_text_links: { item_types: [target.id, holder.id] },
      },
    });
    expect(await codesOf(client.itemTypes.destroy(block.id))).toEqual(['MODULAR_BLOCK_IN_USE']);
    await client.itemTypes.destroy(target.id);
    expect((await client.fields.find(body.id)).validators).toMatchObject({
      structured_text_links: { item_types: [holder.id] },
    });
  });

  it('cannot change their nature while they are named', async () => {
    const [block, holder] = [await buildModel({ modular_block: true }), await buildModel()];
    await client.fields.create(holder.id, {
      label: 'Block',
      api_key: 'block',
      field_type: 'single_block',
      validators: { single_block_blocks: { item_types: [block.id] } },
    });
    expect(await codesOf(client.itemTypes.update(block.id, { modular_block: false }))).toEqual([
      'modular_block VALIDATION_INVALID',
    ]);
    expect(
      await client.itemTypes.update((await buildModel({ tree: true })).id, { modular_block: true }),
    ).toMatchObject({
      modular_block: true,
      tree: false,
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '#schema/testing.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let modelId: string;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
});
beforeEach(async () => {
  count += 1;
  modelId = (await client.itemTypes.create({ name: `Model ${count}`, api_key: `model_number_${count}` })).id;
});
afterAll(() => server.close());

function buildField(apiKey: string, fieldsetId?: string, label = apiKey) {
  return client.fields.create(modelId, {
    label,
    api_key: apiKey,
    field_type: 'string',
    ...(fieldsetId ? { fieldset: { type: 'fieldset' as const, id: fieldsetId } } : {}),
  });
}

/** What editors see: `["1 a", "2 group", "2.1 b"]`. */
async function outline(): Promise<string[]> {
  const [fields, fieldsets] = await Promise.all([
    client.fields.list(modelId),
    client.fieldsets.list(modelId),
  ]);
  const outer = new Map(fieldsets.map((fieldset) => [fieldset.id, fieldset.position]));
  return [
    ...fieldsets.map((fieldset) => `${fieldset.position} ${fieldset.title}`),
    ...fields.map((field) => {
      const parent = field.fieldset ? `${outer.get(field.fieldset.id)}.` : '';
      return `${parent}${field.position} ${field.api_key}`;
    }),
  ].sort();
}

describe('a fieldset', () => {
  it('is made, found, changed and listed', async () => {
    const made = await client.fieldsets.create(modelId, { title: 'Basics' });
    expect(made).toMatchObject({
      title: 'Basics',
      hint: null,
      position: 1,
      collapsible: false,
      start_collapsed: false,
      item_type: { type: 'item_type', id: modelId },
    });
    const changed = await client.fieldsets.update(made.id, { ...made, collapsible: true });
    expect(changed).toEqual({ ...made, collapsible: true });
    expect(await client.fieldsets.find(made.id)).toEqual(changed);
    expect(await client.fieldsets.list(modelId)).toEqual([changed]);
    expect(await codesOf(client.fieldsets.update(made.id, { title: ' ' }))).toEqual([
      'title VALIDATION_REQUIRED',
    ]);
  });

  it('shares the sequence of positions with loose fields', async () => {
    await buildField('a');
    const { id } = await client.fieldsets.create(modelId, { title: 'group' });
    await buildField('b', id);
    await buildField('c', id);
    await buildField('d');
    expect(await outline()).toEqual(['1 a', '2 group', '2.1 b', '2.2 c', '3 d']);
    await client.fieldsets.update(id, { position: 1 });
    expect(await outline()).toEqual(['1 group', '1.1 b', '1.2 c', '2 a', '3 d']);
  });

  it('leaves its fields at the end of the form', async () => {
    const { id } = await client.fieldsets.create(modelId, { title: 'group' });
    await buildField('b', id);
    await buildField('c', id);
    await buildField('a');
    await client.fieldsets.destroy(id);
    expect(await outline()).toEqual(['1 a', '2 b', '3 c']);
  });

  it('stays while a field of it has the label of a loose one', async () => {
    const { id } = await client.fieldsets.create(modelId, { title: 'group' });
    await buildField('a', undefined, 'Title');
    await buildField('b', id, 'Title');
    expect(await codesOf(client.fieldsets.destroy(id))).toEqual(['CLASHING_FIELD_LABELS']);
    expect(await outline()).toEqual(['1 group', '1.1 b', '2 a']);
  });
});

describe('reordering a form at once', () => {
  async function reorder(data: unknown[]): Promise<Response> {
    return fetch(`${server.cmaUrl}/item-types/${modelId}/reorder-fields-and-fieldsets`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${project.fullAccessToken}`,
        'x-api-version': '3',
        accept: 'application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data }),
    });
  }
  const place = (id: string, position: number, fieldset: string | null = null) => ({
    type: 'field',
    id,
    attributes: { position },
    relationships: { fieldset: { data: fieldset ? { type: 'fieldset', id: fieldset } : null } },
  });

  it('moves fields and fieldsets together', async () => {
    const [a, b] = [await buildField('a'), await buildField('b')];
    const { id } = await client.fieldsets.create(modelId, { title: 'group' });
    const answer = await reorder([
      place(b.id, 1),
      place(a.id, 1, id),
      { type: 'fieldset', id, attributes: { position: 2 } },
    ]);
    expect(answer.status).toBe(200);
    expect(await outline()).toEqual(['1 b', '2 group', '2.1 a']);
  });

  it('gives no place to two', async () => {
    const [a, b] = [await buildField('a'), await buildField('b')];
    const answer = await reorder([place(a.id, 2), place(b.id, 2)]);
    expect((await answer.json()).data[0].attributes.code).toBe('DUPLICATE_POSITIONS_FOUND');
    expect(await outline()).toEqual(['1 a', '2 b']);
  });
});

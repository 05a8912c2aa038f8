import {
  buildBlockRecord,
  isBooleanFieldValue,
  isColorFieldValue,
  isDateFieldValue,
  isDateTimeFieldValue,
  isFileFieldValue,
  isFloatFieldValue,
  isGalleryFieldValue,
  isIntegerFieldValue,
  isJsonFieldValue,
  isLatLonFieldValue,
  isLinkFieldValue,
  isLinksFieldValue,
  isRichTextFieldValue,
  isRichTextFieldValueInNestedResponse,
  isSeoFieldValue,
  isSingleBlockFieldValue,
  isSingleBlockFieldValueInNestedResponse,
  isSlugFieldValue,
  isStringFieldValue,
  isStructuredTextFieldValue,
  isStructuredTextFieldValueInNestedResponse,
  isTextFieldValue,
  isVideoFieldValue,
} from '@datocms/cma-client';
import { FIELD_TYPE_NAMES, type FieldTypeName } from '@recto/content/field-type-names';
import { fieldRegistry } from '@recto/fields/registry';
import { allSamples } from '@recto/fields/testing/all-samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildBlockModel, buildModel, type TestModel } from './testing.ts';

/** What the published client takes for a value of the type. */
const GUARDS: Record<FieldTypeName, (value: unknown) => boolean> = {
  boolean: isBooleanFieldValue,
  color: isColorFieldValue,
  date: isDateFieldValue,
  date_time: isDateTimeFieldValue,
  file: isFileFieldValue,
  float: isFloatFieldValue,
  gallery: isGalleryFieldValue,
  integer: isIntegerFieldValue,
  json: isJsonFieldValue,
  lat_lon: isLatLonFieldValue,
  link: isLinkFieldValue,
  links: isLinksFieldValue,
  rich_text: isRichTextFieldValue,
  seo: isSeoFieldValue,
  single_block: isSingleBlockFieldValue,
  slug: isSlugFieldValue,
  string: isStringFieldValue,
  structured_text: isStructuredTextFieldValue,
  text: isTextFieldValue,
  video: isVideoFieldValue,
};

let server: TestServer;
let client: TestProject['client'];
let model: TestModel;
let block: TestModel;
let linked: TestModel;
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
  block = await buildBlockModel(client);
  linked = await buildModel(client);
  const fields = FIELD_TYPE_NAMES.map((name) => {
    const { required } = fieldRegistry.types[name].validators;
    const item_types = (rule: string) => [rule.includes('block') ? block.id : linked.id];
    const validators = Object.fromEntries(required.map((rule) => [rule, { item_types: item_types(rule) }]));
    return [name, { field_type: name, validators }];
  });
  model = await buildModel(client, Object.fromEntries(fields));
});
afterAll(() => server.close());

/** Values that need no other record, upload or block. */
const plain = FIELD_TYPE_NAMES.filter((name) => {
  const { references, blocks } = fieldRegistry.types[name];
  return !references && !blocks;
});

describe.each(plain)('a field of type %s', (name) => {
  it.each(allSamples[name].valid)('shows $input as the client expects it', async (sample) => {
    const { input, stored = input, presented = stored } = sample;
    const created = await client.items.create({ item_type: model.ref, [name]: input });
    const found = await client.items.find(created.id);
    expect(found[name]).toEqual(presented);
    expect(GUARDS[name](found[name])).toBe(true);
  });
});

describe('a record of every field type', () => {
  it('has a value for each field that the client accepts, before anything was said about it', async () => {
    const created = await client.items.create({ item_type: model.ref });
    for (const name of FIELD_TYPE_NAMES) expect([name, GUARDS[name](created[name])]).toEqual([name, true]);
  });

  it('may point at records and hold blocks wherever its types allow it', async () => {
    const { id } = await client.items.create({ item_type: linked.ref, title: 'Linked' });
    const newBlock = () => buildBlockRecord({ item_type: block.ref, title: 'Block' });
    const created = await client.items.create({
      item_type: model.ref,
      link: id,
      links: [id, id],
      rich_text: [newBlock(), newBlock()],
      single_block: newBlock(),
      structured_text: buildDocument(id, newBlock()),
    });
    for (const name of FIELD_TYPE_NAMES) expect([name, GUARDS[name](created[name])]).toEqual([name, true]);
    expect(created).toMatchObject({
      link: id,
      links: [id, id],
      rich_text: [expect.any(String), expect.any(String)],
    });

    const nested = await client.items.find(created.id, { nested: true });
    expect(isRichTextFieldValueInNestedResponse(nested.rich_text)).toBe(true);
    expect(isSingleBlockFieldValueInNestedResponse(nested.single_block)).toBe(true);
    expect(isStructuredTextFieldValueInNestedResponse(nested.structured_text)).toBe(true);
  });

  it('reports a value of the wrong kind for every field at once', async () => {
    const wrong = Object.fromEntries(
      FIELD_TYPE_NAMES.map((name) => [name, allSamples[name].invalid[0]?.input]),
    );
    const refused = await client.items.create({ item_type: model.ref, ...wrong }).catch((error) => error);
    const fields = refused.errors.map(
      ({ attributes }: { attributes: { details: { field: string } } }) => attributes.details.field,
    );
    expect(new Set(fields)).toEqual(new Set(FIELD_TYPE_NAMES));
  });
});

function buildDocument(recordId: string, block: unknown) {
  const span = { type: 'span', value: 'that' };
  const children = [
    { type: 'itemLink', item: recordId, children: [span] },
    { type: 'inlineItem', item: recordId },
  ];
  return {
    schema: 'dast',
    document: {
      type: 'root',
      children: [
        { type: 'block', item: block },
        { type: 'paragraph', children },
      ],
    },
  };
}

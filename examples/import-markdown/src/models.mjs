/**
 * Makes the models that pages are kept in, or finds them when an earlier run made them. Answers their ids.
 *
 * @param {import('@datocms/cma-client-node').Client} client
 */
export async function ensureModels(client) {
  const existing = new Map((await client.itemTypes.list()).map((itemType) => [itemType.api_key, itemType]));
  const ensure = async (body, fields) => {
    const found = existing.get(body.api_key);
    if (found) return { type: 'item_type', id: found.id };
    const { id } = await client.itemTypes.create(body);
    for (const field of fields({ id })) await client.fields.create(id, field);
    return { type: 'item_type', id };
  };
  const table = await ensure(
    { name: 'Table', api_key: 'table_block', modular_block: true },
    () => TABLE_FIELDS,
  );
  const image = await ensure(
    { name: 'Image', api_key: 'image_block', modular_block: true },
    () => IMAGE_FIELDS,
  );
  const section = await ensure(
    { name: 'Section', api_key: 'section', draft_mode_active: true },
    () => SECTION_FIELDS,
  );
  const page = await ensure({ name: 'Page', api_key: 'page', draft_mode_active: true }, ({ id }) =>
    pageFields({ page: id, section: section.id, blocks: [table.id, image.id] }),
  );
  return { table, image, section, page };
}

const TABLE_FIELDS = [
  {
    label: 'HTML',
    api_key: 'html',
    field_type: 'text',
    validators: { required: {}, sanitized_html: { sanitize_before_validation: true } },
  },
];

const IMAGE_FIELDS = [
  {
    label: 'Image',
    api_key: 'image',
    field_type: 'file',
    validators: { extension: { predefined_list: 'image' } },
  },
  { label: 'Address', api_key: 'address', field_type: 'string' },
  { label: 'Description', api_key: 'description', field_type: 'string' },
];

const SECTION_FIELDS = [
  { label: 'Name', api_key: 'name', field_type: 'string', validators: { required: {} } },
  { label: 'Path', api_key: 'path', field_type: 'string', validators: { required: {}, unique: {} } },
];

function pageFields({ page, section, blocks }) {
  return [
    { label: 'Title', api_key: 'title', field_type: 'string', validators: { required: {} } },
    { label: 'Path', api_key: 'path', field_type: 'slug', validators: { required: {}, unique: {} } },
    { label: 'Description', api_key: 'description', field_type: 'text' },
    {
      label: 'Section',
      api_key: 'section',
      field_type: 'link',
      // Publishing a page takes its section along.
      validators: {
        item_item_type: {
          item_types: [section],
          on_publish_with_unpublished_references_strategy: 'publish_references',
        },
      },
    },
    {
      label: 'Content',
      api_key: 'content',
      field_type: 'structured_text',
      validators: {
        structured_text_blocks: { item_types: blocks },
        // Pages link to each other in circles: the first one published takes the others along.
        structured_text_links: {
          item_types: [page],
          on_publish_with_unpublished_references_strategy: 'publish_references',
        },
      },
    },
    { label: 'Source hash', api_key: 'source_hash', field_type: 'string' },
  ];
}

import type { Client } from '@datocms/cma-client-node';

export const LOCALES = ['en', 'it', 'de-AT'] as const;

export interface Field {
  apiKey: string;
  type: string;
  localized: boolean;
}

export interface Model {
  id: string;
  apiKey: string;
  isBlock: boolean;
  isTree: boolean;
  fields: Field[];
}

interface Sketch {
  settings: Record<string, unknown>;
  /** `type` or `type localized`, by API key. */
  fields: Record<string, string>;
}

/** Of every field type that can be filtered, ordered or walked through. */
const SKETCHES: Record<string, Sketch> = {
  author: {
    settings: { draft_mode_active: true, inverse_relationships_enabled: true },
    fields: { name: 'string', bio: 'text localized', birthday: 'date' },
  },
  quote: {
    settings: { modular_block: true },
    fields: { words: 'text', stars: 'integer', said_by: 'link' },
  },
  box: { settings: { modular_block: true }, fields: { heading: 'string', quotes: 'rich_text' } },
  page: {
    settings: { draft_mode_active: true, tree: true, inverse_relationships_enabled: true },
    fields: { heading: 'string localized', home: 'boolean' },
  },
  post: {
    settings: { draft_mode_active: true, all_locales_required: false, inverse_relationships_enabled: true },
    fields: {
      heading: 'string localized',
      path: 'slug',
      body: 'text',
      rating: 'integer',
      price: 'float localized',
      featured: 'boolean',
      day: 'date',
      moment: 'date_time',
      tint: 'color',
      place: 'lat_lon',
      extra: 'json',
      author: 'link',
      related: 'links localized',
      photo: 'file',
      gallery: 'gallery',
      sections: 'rich_text localized',
      article: 'structured_text',
      aside: 'single_block',
    },
  },
};

/** Makes them all; a model may be named by others before it has fields. */
export async function createModels(client: Client): Promise<Model[]> {
  const site = await client.site.update({ locales: [...LOCALES] });
  if (site.locales.length !== LOCALES.length) throw new Error('The project has other locales.');
  const ids: Record<string, string> = {};
  for (const [apiKey, { settings }] of Object.entries(SKETCHES))
    ids[apiKey] = (await client.itemTypes.create({ name: apiKey, api_key: apiKey, ...settings })).id;
  for (const [apiKey, { fields }] of Object.entries(SKETCHES))
    for (const [field, words] of Object.entries(fields)) await createField(client, ids, apiKey, field, words);
  return Object.entries(SKETCHES).map(([apiKey, sketch]) => toModel(ids[apiKey] ?? '', apiKey, sketch));
}

async function createField(
  client: Client,
  ids: Record<string, string>,
  model: string,
  apiKey: string,
  words: string,
): Promise<void> {
  const [type = '', localized] = words.split(' ');
  await client.fields.create(ids[model] ?? '', {
    label: apiKey,
    api_key: apiKey,
    field_type: type as 'string',
    localized: localized === 'localized',
    validators: VALIDATORS[type]?.(ids, model) ?? {},
    ...(type === 'rich_text' && model === 'post' ? { deep_filtering_enabled: true } : {}),
  });
}

type Ids = Record<string, string>;
const blocks = ({ quote, box }: Ids, model: string) => ({
  item_types: model === 'box' ? [quote] : [quote, box],
});

/** What a record links to goes public with it. */
const PUBLISHED_TOO = { on_publish_with_unpublished_references_strategy: 'publish_references' };

const VALIDATORS: Record<string, (ids: Ids, model: string) => object> = {
  link: ({ author }) => ({ item_item_type: { ...PUBLISHED_TOO, item_types: [author] } }),
  links: ({ author, post }) => ({ items_item_type: { ...PUBLISHED_TOO, item_types: [author, post] } }),
  rich_text: (ids, model) => ({ rich_text_blocks: blocks(ids, model) }),
  single_block: (ids, model) => ({ single_block_blocks: blocks(ids, model) }),
  structured_text: (ids, model) => ({
    structured_text_blocks: blocks(ids, model),
    structured_text_links: { ...PUBLISHED_TOO, item_types: [ids.author, ids.page] },
  }),
};

function toModel(id: string, apiKey: string, { settings, fields }: Sketch): Model {
  return {
    id,
    apiKey,
    isBlock: settings.modular_block === true,
    isTree: settings.tree === true,
    fields: Object.entries(fields).map(([field, words]) => {
      const [type = '', localized] = words.split(' ');
      return { apiKey: field, type, localized: localized !== undefined };
    }),
  };
}

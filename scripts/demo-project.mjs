// A small magazine, written through the official client: what the screenshots show.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '@datocms/cma-client-node';
import sharp from 'sharp';

/** Fills an empty project. */
export async function fillDemoProject({ apiToken, baseUrl }) {
  const client = buildClient({ apiToken, baseUrl });
  const models = await createModels(client);
  const covers = await uploadCovers(client);
  const topics = await createTopics(client, models.topic);
  for (const [position, [title, topic, day]] of ARTICLES.entries()) {
    const cover = covers[position % Math.max(1, covers.length)];
    const article = await client.items.create({
      item_type: { type: 'item_type', id: models.article.id },
      title,
      slug: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
      topic: topics.get(topic),
      published_on: day,
      reading_minutes: 4 + (position % 5),
      cover: cover ? { upload_id: cover } : null,
      body: paragraphOf(`${title}: notes from the field.`),
    });
    if (position % 4 !== 1) await client.items.publish(article.id);
    if (position % 4 === 2) await client.items.update(article.id, { reading_minutes: 12 });
  }
  await createTokens(client);
}

const ARTICLES = [
  ['A walk along the salt marsh', 'Coast', '2026-03-02'],
  ['What the swifts know', 'Birds', '2026-05-19'],
  ['Reading a river by its bends', 'Water', '2026-04-11'],
  ['The slow clock of lichens', 'Plants', '2026-02-08'],
  ['Keeping a field notebook', 'Craft', '2026-01-20'],
  ['Night sounds of the upland', 'Birds', '2026-06-30'],
  ['How a hedge grows old', 'Plants', '2026-07-14'],
  ['Tide tables, and how to trust them', 'Coast', '2026-08-01'],
];

async function createModels(client) {
  const topic = await client.itemTypes.create({ name: 'Topic', api_key: 'topic' });
  await client.fields.create(topic, {
    label: 'Name',
    api_key: 'name',
    field_type: 'string',
    validators: { required: {}, unique: {} },
  });
  const quote = await client.itemTypes.create({ name: 'Quote', api_key: 'quote', modular_block: true });
  await client.fields.create(quote, { label: 'Words', api_key: 'words', field_type: 'text' });
  await client.fields.create(quote, { label: 'Source', api_key: 'source', field_type: 'string' });
  const article = await client.itemTypes.create({
    name: 'Article',
    api_key: 'article',
    draft_mode_active: true,
  });
  for (const field of articleFields(topic, quote)) await client.fields.create(article, field);
  const home = await client.itemTypes.create({ name: 'Home page', api_key: 'home_page', singleton: true });
  await client.fields.create(home, { label: 'Headline', api_key: 'headline', field_type: 'string' });
  return { topic, article };
}

function articleFields(topic, quote) {
  return [
    { label: 'Title', api_key: 'title', field_type: 'string', validators: { required: {} } },
    { label: 'Slug', api_key: 'slug', field_type: 'slug', validators: { unique: {} } },
    { label: 'Cover', api_key: 'cover', field_type: 'file' },
    {
      label: 'Topic',
      api_key: 'topic',
      field_type: 'link',
      validators: { item_item_type: { item_types: [topic.id] } },
    },
    { label: 'Published on', api_key: 'published_on', field_type: 'date' },
    { label: 'Reading minutes', api_key: 'reading_minutes', field_type: 'integer' },
    {
      label: 'Body',
      api_key: 'body',
      field_type: 'structured_text',
      validators: {
        structured_text_blocks: { item_types: [quote.id] },
        structured_text_links: { item_types: [] },
      },
    },
    { label: 'Search and sharing', api_key: 'seo', field_type: 'seo' },
  ];
}

/** One for a website, one for a script that writes. */
async function createTokens(client) {
  const [editor] = (await client.roles.list()).filter(({ name }) => name === 'Editor');
  const role = { type: 'role', id: editor.id };
  const access = { can_access_cda: true, can_access_cda_preview: false, can_access_cma: false };
  await client.accessTokens.create({ ...access, name: 'Website', role });
  await client.accessTokens.create({ ...access, name: 'Import script', can_access_cma: true, role });
}

async function createTopics(client, model) {
  const topics = new Map();
  for (const name of new Set(ARTICLES.map(([, topic]) => topic))) {
    const record = await client.items.create({ item_type: { type: 'item_type', id: model.id }, name });
    topics.set(name, record.id);
  }
  return topics;
}

async function uploadCovers(client) {
  const folder = await mkdtemp(join(tmpdir(), 'recto-demo-'));
  try {
    const ids = [];
    for (const [name, from, to] of COVERS) {
      const localPath = join(folder, `${name}.jpg`);
      await sharp(Buffer.from(landscape(from, to)))
        .jpeg({ quality: 80 })
        .toFile(localPath);
      ids.push((await client.uploads.createFromLocalFile({ localPath })).id);
    }
    return ids;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const COVERS = [
  ['salt-marsh', '#d9c9a3', '#6f8f86'],
  ['swifts-at-dusk', '#f3b68a', '#4b4a78'],
  ['river-bend', '#bcd7de', '#2f5d62'],
  ['lichen', '#e6dfb8', '#8a9a5b'],
];

/** Sky, three hills and a sun: enough to be told apart in a grid. */
function landscape(sky, land) {
  const hill = (height, opacity) =>
    `<path d="M0 ${height} Q 300 ${height - 160} 620 ${height - 20} T 1200 ${height - 60} V900 H0z" fill="${land}" opacity="${opacity}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="${sky}"/><circle cx="860" cy="250" r="90" fill="#fff" opacity=".7"/>${hill(560, 0.4)}${hill(660, 0.65)}${hill(770, 1)}</svg>`;
}

function paragraphOf(text) {
  const paragraph = { type: 'paragraph', children: [{ type: 'span', value: text }] };
  return { schema: 'dast', document: { type: 'root', children: [paragraph] } };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBlockRecord } from '@datocms/cma-client-node';
import sharp from 'sharp';

const PAGES = 100;
const PICTURES = 20;
const SECTIONS = 3;
const QUOTES = 2;

/** A hundred pages of modular content: sections with pictures, and in each of them quotes with pictures. */
export async function makePages(client) {
  const pictures = await uploadPictures(client);
  const quote = await blockModel(client, 'quote', [field('words', 'text'), field('image', 'file')]);
  const section = await blockModel(client, 'section', [
    field('title', 'string'),
    field('image', 'file'),
    field('quotes', 'rich_text', { rich_text_blocks: { item_types: [quote] } }),
  ]);
  const page = await client.itemTypes.create({ name: 'Page', api_key: 'page' });
  const content = field('content', 'rich_text', { rich_text_blocks: { item_types: [section] } });
  for (const each of [field('title', 'string'), field('cover', 'file'), content]) {
    await client.fields.create(page.id, each);
  }
  const image = (number) => ({ upload_id: pictures[number % PICTURES] });
  const block = (id, attributes) => buildBlockRecord({ item_type: { type: 'item_type', id }, ...attributes });
  for (let number = 0; number < PAGES; number += 1) {
    const quotes = (at) =>
      numbered(QUOTES, (each) =>
        block(quote, { words: `Words ${number}, ${at}, ${each}`, image: image(number + at + each) }),
      );
    await client.items.create({
      item_type: { type: 'item_type', id: page.id },
      title: `Page ${number}`,
      cover: image(number),
      content: numbered(SECTIONS, (at) =>
        block(section, { title: `Section ${at}`, image: image(number * at), quotes: quotes(at) }),
      ),
    });
  }
}

async function blockModel(client, apiKey, fields) {
  const model = await client.itemTypes.create({ name: apiKey, api_key: apiKey, modular_block: true });
  for (const each of fields) await client.fields.create(model.id, each);
  return model.id;
}

async function uploadPictures(client) {
  const folder = await mkdtemp(join(tmpdir(), 'recto-bench-pictures-'));
  const ids = [];
  for (let number = 0; number < PICTURES; number += 1) {
    const localPath = join(folder, `picture-${number}.png`);
    const background = { r: number * 10, g: 100, b: 200 };
    await sharp({ create: { width: 640, height: 400, channels: 3, background } })
      .png()
      .toFile(localPath);
    ids.push((await client.uploads.createFromLocalFile({ localPath })).id);
  }
  await rm(folder, { recursive: true });
  return ids;
}

function field(api_key, field_type, validators = {}) {
  return { label: api_key, api_key, field_type, validators };
}

function numbered(count, make) {
  return Array.from({ length: count }, (_, number) => make(number));
}

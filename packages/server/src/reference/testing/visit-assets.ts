import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, uploadLocalFileAndReturnPath } from '@datocms/cma-client-node';
import sharp from 'sharp';
import { placesOf } from './visit-schema.ts';

/** As much of a film as tells that it is one. */
const FILM = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42')]);
const SUBTITLES = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n';

/** Every endpoint of assets that answers. */
export async function visitAssets(client: Client): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-tour-'));
  const file = async (name: string, content: string | Buffer) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  try {
    const collection = await visitCollections(client);
    await visitUploads(client, await file('a.png', await buildPng()), collection);
    const film = await client.uploads.createFromLocalFile({ localPath: await file('film.mp4', FILM) });
    await visitTracks(client, film.id, await file('en.vtt', SUBTITLES));
    await client.uploadCollections.destroy(collection);
  } finally {
    await rm(folder, { recursive: true });
  }
  await visitTags(client);
}

function buildPng(): Promise<Buffer> {
  const create = { width: 30, height: 20, channels: 3 as const, background: { r: 200, g: 8, b: 8 } };
  return sharp({ create }).png().toBuffer();
}

async function visitUploads(client: Client, localPath: string, collection: string): Promise<void> {
  const { id } = await client.uploads.createFromLocalFile({ localPath, author: 'Me', tags: ['red'] });
  const upload_collection = { type: 'upload_collection' as const, id: collection };
  await client.uploads.update(id, { notes: 'Red', upload_collection });
  await client.uploads.list();
  await client.uploads.find(id);
  const item = await useUpload(client, id);
  await client.uploads.references(id);
  await client.items.destroy(item);
  const uploads = [{ type: 'upload' as const, id }];
  await client.uploads.bulkTag({ uploads, tags: ['warm'] });
  await client.uploads.bulkSetUploadCollection({ uploads, upload_collection: null });
  await client.uploads.bulkDestroy({ uploads });
  const other = await client.uploads.createFromLocalFile({ localPath });
  await client.uploads.destroy(other.id);
}

async function useUpload(client: Client, upload_id: string): Promise<string> {
  const model = await client.itemTypes.create({ name: 'Poster', api_key: 'poster' });
  await client.fields.create(model.id, { label: 'Image', api_key: 'image', field_type: 'file' });
  const item_type = { type: 'item_type' as const, id: model.id };
  return (await client.items.create({ item_type, image: { upload_id } })).id;
}

async function visitTracks(client: Client, film: string, subtitles: string): Promise<void> {
  const { id } = await client.uploadTracks.create(film, {
    url_or_upload_request_id: await uploadLocalFileAndReturnPath(client, subtitles),
    type: 'subtitles',
    language_code: 'en',
  });
  await client.uploadTracks.list(film);
  await client.uploadTracks.destroy(film, id);
}

async function visitCollections(client: Client): Promise<string> {
  const { id } = await client.uploadCollections.create({ label: 'Pictures' });
  await client.uploadCollections.create({
    label: 'Red',
    parent: { type: 'upload_collection', id },
  });
  await client.uploadCollections.update(id, { label: 'Photos' });
  const collections = await client.uploadCollections.list();
  await client.uploadCollections.find(id);
  await client.uploadCollections.reorder(placesOf('upload_collection', collections) as never);
  return id;
}

async function visitTags(client: Client): Promise<void> {
  await client.uploadTags.create({ name: 'blue' });
  await client.uploadTags.list();
  await client.uploadSmartTags.list();
  const filter = { fields: { type: { eq: 'image' } } };
  const { id } = await client.uploadFilters.create({ name: 'Images', filter, shared: true });
  await client.uploadFilters.update(id, { name: 'Pictures', filter });
  await client.uploadFilters.list();
  await client.uploadFilters.find(id);
  await client.uploadFilters.destroy(id);
}

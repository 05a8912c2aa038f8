import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiError } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  folder = await mkdtemp(join(tmpdir(), 'recto-upload-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const nothing = { alt: null, title: null, custom_data: {}, focal_point: null, poster_time: null };

async function buildFile(name: string, content: string | Buffer): Promise<string> {
  const localPath = join(folder, name);
  await writeFile(localPath, content);
  return localPath;
}

function buildPng(width = 30, height = 20): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 8, b: 8 } } })
    .png()
    .toBuffer();
}

async function buildUpload(content: string = newId()) {
  return project.client.uploads.createFromLocalFile({
    localPath: await buildFile(`${newId()}.txt`, content),
  });
}

describe('an upload from a local file', () => {
  it('knows everything about an image', async () => {
    const png = await buildPng();
    const upload = await project.client.uploads.createFromLocalFile({
      localPath: await buildFile('My  Cät.png', png),
      author: 'Me',
      tags: ['cats', 'cats'],
      default_field_metadata: { en: { alt: 'A cat', focal_point: { x: 0.3, y: 0.6 } } } as never,
    });
    expect(upload).toMatchObject({
      size: png.length,
      width: 30,
      height: 20,
      basename: 'My-Cat',
      filename: 'My-Cat.png',
      format: 'png',
      mime_type: 'image/png',
      is_image: true,
      md5: createHash('md5').update(png).digest('hex'),
      author: 'Me',
      copyright: null,
      tags: ['cats'],
      smart_tags: [],
      default_field_metadata: {
        en: { ...nothing, alt: 'A cat', focal_point: { x: 0.3, y: 0.6 } },
        it: nothing,
      },
      upload_collection: null,
      creator: { type: 'access_token' },
    });
    expect(upload.colors).toEqual([{ red: 200, green: 8, blue: 8, alpha: 255 }]);
    expect(upload.path).toMatch(new RegExp(`^/assets/${project.siteId}/\\d+-My-Cat\\.png$`));
    expect(upload.url).toBe(server.ports.settings.publicUrl + upload.path);
  });

  it('is served at its URL', async () => {
    const upload = await buildUpload('hello world');
    const answer = await fetch(server.url + upload.path);
    expect(await answer.text()).toBe('hello world');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
  });

  it('is not made twice when the same bytes are there', async () => {
    const localPath = await buildFile('once.txt', newId());
    const first = await project.client.uploads.createFromLocalFile({ localPath });
    const again = { localPath, skipCreationIfAlreadyExists: true };
    const second = await project.client.uploads.createFromLocalFile(again);
    expect(second.id).toBe(first.id);
  });

  it('may have the name and the id that the caller wants', async () => {
    const id = newId();
    const localPath = await buildFile('a.bin', 'x');
    const upload = await project.client.uploads.createFromLocalFile({ id, localPath, filename: 'other.pdf' });
    expect(upload).toMatchObject({ id, filename: 'other.pdf', mime_type: 'text/plain' });
    const taken = project.client.uploads.createFromLocalFile({ id, localPath });
    expect(await codesOf(taken)).toEqual(['id VALIDATION_UNIQUENESS']);
  });

  it.each([
    ['picture.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"/>', 'text/plain', null],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"/>', 'image/svg+xml', 9],
    ['notes.md', '# Notes', 'text/markdown', null],
    ['data.json', '{}', 'application/json', null],
    ['broken.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'image/png', null],
    ['paper.txt', '%PDF-1.4\n%%EOF', 'application/pdf', null],
    ['empty.txt', '', 'text/plain', null],
    ['noise.jpg', Buffer.from([0, 1, 2, 3]), 'application/octet-stream', null],
  ])('takes the type of %s from its content', async (name, content, mimeType, width) => {
    const upload = await project.client.uploads.createFromLocalFile({
      localPath: await buildFile(name, content),
    });
    expect(upload).toMatchObject({ mime_type: mimeType, width });
  });
});

describe('an upload from a URL', () => {
  it('is fetched by the client and stored here', async () => {
    const origin = createServer((_request, response) => response.end('from afar')).listen(0, '127.0.0.1');
    await once(origin, 'listening');
    const { port } = origin.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/far.txt`;
    const upload = await project.client.uploads.createFromUrl({ url });
    origin.close();
    expect(upload).toMatchObject({ filename: 'far.txt', size: 9 });
  });
});

describe('an asset', () => {
  it('changes what is said about it, and nothing else', async () => {
    const upload = await buildUpload();
    const changed = await project.client.uploads.update(upload.id, {
      copyright: '2026',
      default_field_metadata: { it: { title: 'Titolo' } } as never,
    });
    expect(changed).toMatchObject({
      ...upload,
      copyright: '2026',
      default_field_metadata: { en: nothing, it: { ...nothing, title: 'Titolo' } },
      updated_at: expect.any(String),
    });
  });

  it('gets another file, and the old one is gone', async () => {
    const upload = await buildUpload('old');
    const localPath = await buildFile('new.txt', 'new and longer');
    const changed = await project.client.uploads.updateFromLocalFile(upload.id, { localPath });
    expect(changed).toMatchObject({ id: upload.id, filename: 'new.txt', size: 14 });
    expect(await (await fetch(server.url + changed.path)).text()).toBe('new and longer');
    expect((await fetch(server.url + upload.path)).status).toBe(404);
  });

  it('gets another name, which is another address', async () => {
    const upload = await buildUpload('same');
    const changed = await project.client.uploads.update(upload.id, { basename: 'Another name' });
    expect(changed).toMatchObject({
      basename: 'Another-name',
      filename: 'Another-name.txt',
      md5: upload.md5,
    });
    expect(await (await fetch(server.url + changed.path)).text()).toBe('same');
  });

  it('is deleted with its file', async () => {
    const upload = await buildUpload();
    await project.client.uploads.destroy(upload.id);
    expect(await codesOf(project.client.uploads.find(upload.id))).toEqual(['NOT_FOUND']);
    expect((await fetch(server.url + upload.path)).status).toBe(404);
  });

  it('cannot name a locale that the project does not have', async () => {
    const upload = await buildUpload();
    const change = project.client.uploads.update(upload.id, {
      default_field_metadata: { fr: { alt: 'Chat' } } as never,
    });
    expect(await codesOf(change)).toEqual(['default_field_metadata VALIDATION_INVALID_LOCALES']);
  });

  it('belongs to its project alone', async () => {
    const other = await server.createProject();
    const upload = await buildUpload();
    expect(await codesOf(other.client.uploads.find(upload.id))).toEqual(['NOT_FOUND']);
    expect(await codesOf(other.client.uploads.create({ path: upload.path }))).toEqual([
      'path VALIDATION_INVALID',
    ]);
  });

  it('needs a file at its path', async () => {
    for (const path of [`/assets/${project.siteId}/1-none.txt`, '/assets/../etc/passwd', 'x']) {
      expect(await codesOf(project.client.uploads.create({ path }))).toEqual(['path VALIDATION_INVALID']);
    }
  });

  it('may not be made with a token that only reads', async () => {
    const { client } = await readOnlyClient();
    expect(await codesOf(client.uploadRequest.create({}))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await client.uploads.list()).not.toEqual([]);
  });
});

async function readOnlyClient() {
  const { buildClient } = await import('@datocms/cma-client-node');
  const options = { apiToken: project.readOnlyToken, baseUrl: server.cmaUrl, autoRetry: false };
  return { client: buildClient(options) };
}

describe('the list of assets', () => {
  it('is paged, filtered and ordered', async () => {
    const { client } = await server.createProject();
    const build = async (name: string, content: string) =>
      client.uploads.createFromLocalFile({ localPath: await buildFile(name, content), tags: [name] });
    const [small, large] = [await build('small.txt', 'a'), await build('large.txt', 'aaaaaaaaaa')];
    const ids = async (query: Parameters<typeof client.uploads.list>[0]) =>
      (await client.uploads.list(query)).map((upload) => upload.id);

    expect(await ids({ order_by: 'size_ASC' })).toEqual([small.id, large.id]);
    expect(await ids({ order_by: '_created_at_DESC' })).toEqual([large.id, small.id]);
    expect(await ids({ filter: { ids: `${small.id},nobody` } })).toEqual([small.id]);
    expect(await ids({ filter: { fields: { size: { gt: 5 } } } })).toEqual([large.id]);
    expect(await ids({ filter: { fields: { md5: { eq: small.md5 } } } })).toEqual([small.id]);
    expect(await ids({ filter: { query: 'LARG' } })).toEqual([large.id]);
    expect(await ids({ order_by: 'size_ASC', page: { limit: 1, offset: 1 } })).toEqual([large.id]);
    const page = await client.uploads.rawList({ page: { limit: 1, offset: 5 } });
    expect(page).toMatchObject({ data: [], meta: { total_count: 2 } });
  });

  it.each([
    [{ order_by: 'password_ASC' }, 'INVALID_PARAMS'],
    [{ order_by: 'size' }, 'INVALID_PARAMS'],
    [{ filter: { fields: { secret: { eq: '1' } } } }, 'INVALID_FILTER_FIELDS_PARAM'],
    [{ filter: { fields: { size: { gt: 'many' } } } }, 'INVALID_FILTER_FIELDS_PARAM'],
    [{ page: { limit: 501 } }, 'INVALID_PARAMS'],
  ])('refuses %j', async (query, code) => {
    expect(await codesOf(project.client.uploads.list(query))).toEqual([code]);
  });
});

describe('an asset that a record shows', () => {
  it('cannot be deleted before the record lets it go', async () => {
    const { client } = project;
    const model = await client.itemTypes.create({ name: 'Page', api_key: 'page' });
    await client.fields.create(model.id, { label: 'Cover', api_key: 'cover', field_type: 'file' });
    const upload = await buildUpload();
    const page = await client.items.create({
      item_type: { type: 'item_type', id: model.id },
      cover: { upload_id: upload.id },
    });
    const refused = await client.uploads.destroy(upload.id).catch((error: ApiError) => error);
    expect(refused).toMatchObject({
      errors: [
        {
          attributes: {
            code: 'UPLOAD_IS_CURRENTLY_IN_USE',
            details: { items: [{ id: page.id, item_type: model.id }] },
          },
        },
      ],
    });
    const used = { filter: { fields: { in_use: { eq: true } } } };
    expect((await client.uploads.list(used)).map(({ id }) => id)).toEqual([upload.id]);

    await client.items.update(page.id, { cover: null });
    expect((await client.uploads.destroy(upload.id)).id).toBe(upload.id);
  });

  it('keeps to the rules of published records, and tells drafts that it does not', async () => {
    const { client } = project;
    const model = await client.itemTypes.create({ name: 'Note', api_key: 'note', draft_mode_active: true });
    await client.fields.create(model.id, {
      label: 'Paper',
      api_key: 'paper',
      field_type: 'file',
      validators: { extension: { extensions: ['txt'] }, required_alt_title: { alt: true } },
    });
    const upload = await buildUpload();
    const described = { en: { alt: 'A paper' } } as never;
    await client.uploads.update(upload.id, { default_field_metadata: described });
    const note = await client.items.create({
      item_type: { type: 'item_type', id: model.id },
      paper: { upload_id: upload.id },
    });
    const isValid = async () => (await client.items.find(note.id)).meta.is_current_version_valid;

    await client.uploads.update(upload.id, { default_field_metadata: { en: { alt: null } } as never });
    expect(await isValid()).toBe(false);
    await client.uploads.update(upload.id, { default_field_metadata: described });
    expect(await isValid()).toBe(true);

    await client.items.publish(note.id);
    const localPath = await buildFile('paper.csv', 'a,b');
    const refused = await client.uploads
      .updateFromLocalFile(upload.id, { localPath })
      .catch((error: ApiError) => error);
    expect(refused).toMatchObject({
      errors: [
        {
          attributes: {
            code: 'UPLOAD_NOT_PASSING_FIELD_VALIDATIONS',
            details: { items: [{ id: note.id, item_type: model.id }] },
          },
        },
      ],
    });
    expect((await client.uploads.find(upload.id)).path).toBe(upload.path);
  });
});

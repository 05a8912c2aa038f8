import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadLocalFileAndReturnPath } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceFork, clientIn } from '#api/environments/testing.ts';
import { buildModel } from '#api/items/testing.ts';
import { buildClientOfRole, uploadRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'recto-overwrite-'));
});
beforeEach(async () => {
  project = await server.createProject();
  client = project.client;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const keep = { replace_strategy: 'keep_url' } as const;
const bytesOf = async (path: string) => (await fetch(server.url + path)).text();

/** Puts a file there; answers its path. */
async function put(name: string, content: string): Promise<string> {
  const localPath = join(folder, `${newId()}-${name}`);
  await writeFile(localPath, content);
  return uploadLocalFileAndReturnPath(client, localPath, { filename: name });
}

const buildUpload = async (name: string, content: string) =>
  client.uploads.create({ path: await put(name, content) });

describe('an asset that keeps its URL', () => {
  it('shows other bytes at the same address, and tells all about them', async () => {
    const { id, url, path } = await buildUpload('old.txt', 'old');
    const replacement = await put('new.TXT', 'new and longer');
    const changed = await client.uploads.update(id, { path: replacement, author: 'Ada' }, keep);
    expect(changed).toMatchObject({ id, url, path, filename: 'old.txt', size: 14, author: 'Ada' });
    expect(changed.md5).toBe(createHash('md5').update('new and longer').digest('hex'));
    expect(await client.uploads.find(id)).toEqual(changed);
    expect(await bytesOf(path)).toBe('new and longer');
    expect((await fetch(server.url + replacement)).status).toBe(404);
  });

  it('wants a file of the same name and of the same kind', async () => {
    const { id, path, md5 } = await buildUpload('old.txt', 'old');
    const change = async (name: string, content: string) =>
      codesOf(client.uploads.update(id, { path: await put(name, content) }, keep));
    expect(await change('new.csv', 'a,b')).toEqual(['KEEP_URL_FORMAT_CONFLICT']);
    expect(await change('new.txt', 'GIF89a\u0001\u0000\u0001\u0000')).toEqual([
      'KEEP_URL_CONTENT_TYPE_CONFLICT',
    ]);
    expect((await client.uploads.find(id)).md5).toBe(md5);
    expect(await bytesOf(path)).toBe('old');
  });

  it('takes .jpg and .jpeg for the same', async () => {
    const { id } = await buildUpload('old.jpg', 'not a picture at all');
    await client.uploads.update(id, { path: await put('new.jpeg', 'no picture either') }, keep);
  });

  it('is renamed and described as ever when no file comes along', async () => {
    const { id, path } = await buildUpload('old.txt', 'old');
    const same = await client.uploads.update(id, { path, notes: 'x' }, keep);
    expect(same).toMatchObject({ path, notes: 'x' });
    expect((await client.uploads.update(id, { basename: 'other' }, keep)).filename).toBe('other.txt');
  });

  it('changes in every environment that shows the file', async () => {
    const { id, path } = await buildUpload('old.txt', 'old');
    await client.environments.fork('main', { id: 'copy' });
    const copy = clientIn(server, project, 'copy');
    const changed = await copy.uploads.update(id, { path: await put('new.txt', 'newer') }, keep);
    expect(await client.uploads.find(id)).toMatchObject({ size: 5, md5: changed.md5, path });
    await client.environments.destroy('copy');
    expect(await bytesOf(path)).toBe('newer');
  });

  it('is left alone when what is published elsewhere would not bear it', async () => {
    const validators = { file_size: { max_value: 4, max_unit: 'B' as const } };
    const model = await buildModel(client, { paper: { field_type: 'file', validators } });
    const upload = await buildUpload('old.txt', 'old');
    await client.items.create({ item_type: model.ref, paper: { upload_id: upload.id } });
    await client.environments.fork('main', { id: 'copy' });
    const copy = clientIn(server, project, 'copy');
    for (const { id } of await copy.items.list()) await copy.items.destroy(id);
    const long = await put('new.txt', 'too long');
    const refused = copy.uploads.update(upload.id, { path: long }, keep);
    expect(await codesOf(refused)).toEqual(['UPLOAD_NOT_PASSING_FIELD_VALIDATIONS']);
    expect((await copy.uploads.find(upload.id)).md5).toBe(upload.md5);
    expect(await bytesOf(upload.path)).toBe('old');
  });

  it('waits for a fork, and for maintenance of another environment that shows the file', async () => {
    const { id } = await buildUpload('old.txt', 'old');
    await client.environments.fork('main', { id: 'copy' });
    const copy = clientIn(server, project, 'copy');
    const path = await put('new.txt', 'new');
    await client.maintenanceMode.activate();
    expect(await codesOf(copy.uploads.update(id, { path }, keep))).toEqual(['MAINTENANCE_MODE']);
    await client.maintenanceMode.deactivate();
    await announceFork(server, project, { source: 'main', name: 'third' });
    expect(await codesOf(copy.uploads.update(id, { path }, keep))).toEqual(['CONCURRENT_UPLOAD_UPDATE']);
  });

  it('takes the right to replace it', async () => {
    const { id } = await buildUpload('old.txt', 'old');
    const editor = await buildClientOfRole(server, project, {
      positive_upload_permissions: [uploadRule({ action: 'update' }), uploadRule({ action: 'read' })],
    });
    const path = await put('new.txt', 'new');
    expect(await codesOf(editor.uploads.update(id, { path }, keep))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

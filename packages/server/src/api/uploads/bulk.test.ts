import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { buildClientOfRole, uploadRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let localPath: string;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
  localPath = join(await mkdtemp(join(tmpdir(), 'recto-bulk-')), 'note.txt');
  await writeFile(localPath, 'a note');
});
afterAll(async () => {
  await server.close();
  await rm(join(localPath, '..'), { recursive: true });
});

const buildUpload = (tags: string[] = []) => client.uploads.createFromLocalFile({ localPath, tags });
const refsOf = (...ids: string[]) => ids.map((id) => ({ type: 'upload' as const, id }));
const rawRefsOf = (...ids: string[]) => ({ uploads: { data: refsOf(...ids) } });

async function buildUser(uploadId: string) {
  const model = await buildModel(client, { file: 'file' });
  return client.items.create({ item_type: model.ref, file: { upload_id: uploadId } });
}

describe('many assets at once', () => {
  it('get tags besides those they have', async () => {
    const [a, b] = [await buildUpload(['old']), await buildUpload()];
    const { meta, data } = await client.uploads.rawBulkTag({
      data: {
        type: 'upload_bulk_tag_operation',
        attributes: { tags: ['new', 'old'] },
        relationships: rawRefsOf(a.id, b.id, newId()),
      },
    });
    expect({ meta, data }).toEqual({ data: [], meta: { successful: 2, failed: 1 } });
    expect((await client.uploads.find(a.id)).tags).toEqual(['old', 'new']);
    expect((await client.uploads.find(b.id)).tags).toEqual(['new', 'old']);
  });

  it('move to a collection, and out of it', async () => {
    const collection = await client.uploadCollections.create({ label: 'a' });
    const upload = await buildUpload();
    const target = { type: 'upload_collection' as const, id: collection.id };
    const move = (to: typeof target | null) =>
      client.uploads.bulkSetUploadCollection({ upload_collection: to, uploads: refsOf(upload.id) });
    await move(target);
    expect((await client.uploads.find(upload.id)).upload_collection).toEqual(target);
    await move(null);
    expect((await client.uploads.find(upload.id)).upload_collection).toBeNull();
    expect(await codesOf(move({ ...target, id: newId() }))).toEqual(['upload_collection VALIDATION_INVALID']);
  });

  it('go, but for those that records show', async () => {
    const [free, used] = [await buildUpload(), await buildUpload()];
    await buildUser(used.id);
    const { meta } = await client.uploads.rawBulkDestroy({
      data: { type: 'upload_bulk_destroy_operation', relationships: rawRefsOf(free.id, used.id) },
    });
    expect(meta).toEqual({ successful: 1, failed: 1 });
    expect(await codesOf(client.uploads.find(free.id))).toEqual(['NOT_FOUND']);
    expect(await client.uploads.find(used.id)).toMatchObject({ id: used.id });
  });

  it('are two hundred at most', async () => {
    const ids = Array.from({ length: 201 }, () => newId());
    expect(await codesOf(client.uploads.bulkDestroy({ uploads: refsOf(...ids) }))).toEqual([
      'TOO_MANY_OPERATIONS',
    ]);
  });

  it('stay as they are for those who may not change them', async () => {
    const upload = await buildUpload();
    const reader = await buildClientOfRole(server, project, {
      positive_upload_permissions: [uploadRule({ action: 'read' })],
    });
    const { meta } = await reader.uploads.rawBulkTag({
      data: {
        type: 'upload_bulk_tag_operation',
        attributes: { tags: ['mine'] },
        relationships: rawRefsOf(upload.id),
      },
    });
    expect(meta).toEqual({ successful: 0, failed: 1 });
    expect((await client.uploads.find(upload.id)).tags).toEqual([]);
  });
});

it('an asset knows the records that use it', async () => {
  const upload = await buildUpload();
  const user = await buildUser(upload.id);
  await buildUser((await buildUpload()).id);
  expect(await client.uploads.references(upload.id)).toEqual([user]);
  expect(await client.uploads.references(upload.id, { version: 'published' })).toMatchObject([
    { id: user.id },
  ]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClientOfRole, uploadRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { outlineOf } from '#tree/testing.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let localPath: string;
beforeAll(async () => {
  server = await startTestServer();
  localPath = join(await mkdtemp(join(tmpdir(), 'recto-collections-')), 'note.txt');
  await writeFile(localPath, 'a note');
});
beforeEach(async () => {
  project = await server.createProject();
  client = project.client;
});
afterAll(async () => {
  await server.close();
  await rm(join(localPath, '..'), { recursive: true });
});

const refOf = (collection: { id: string }) => ({ type: 'upload_collection' as const, id: collection.id });

async function buildCollection(label: string, parent?: { id: string }) {
  return client.uploadCollections.create({ label, ...(parent ? { parent: refOf(parent) } : {}) });
}

function buildUpload(collection?: { id: string }) {
  const filed = collection ? { upload_collection: refOf(collection) } : {};
  return client.uploads.createFromLocalFile({ localPath, ...filed });
}

async function idsIn(reader: TestProject['client'], collection: { id: string }): Promise<string[]> {
  const filter = { fields: { upload_collection: { eq: collection.id } } };
  return (await reader.uploads.list({ filter })).map(({ id }) => id);
}

describe('a collection', () => {
  it('is made, changed, moved, listed and destroyed', async () => {
    const a = await client.uploadCollections.create({ id: newId(), label: 'a' });
    const b = await buildCollection('b', a);
    await buildCollection('c', a);
    expect(await client.uploadCollections.find(a.id)).toMatchObject({ position: 1, parent: null });
    await client.uploadCollections.update(b.id, { ...b, label: 'new', position: 2 });
    expect(outlineOf(await client.uploadCollections.list())).toBe('a(c new)');
    expect(await client.uploadCollections.list({ filter: { ids: b.id } })).toMatchObject([{ label: 'new' }]);
    await client.uploadCollections.destroy(a.id);
    expect(outlineOf(await client.uploadCollections.list())).toBe('c new');
    expect(await codesOf(client.uploadCollections.update(b.id, { label: '' }))).toEqual([
      'label VALIDATION_REQUIRED',
    ]);
  });

  it('holds assets, and leaves them when it goes', async () => {
    const [a, b] = [await buildCollection('a'), await buildCollection('b')];
    const upload = await buildUpload(a);
    expect(upload.upload_collection).toEqual(refOf(a));
    expect(await idsIn(client, a)).toEqual([upload.id]);
    const moved = await client.uploads.update(upload.id, { upload_collection: refOf(b) });
    expect(moved.upload_collection).toEqual(refOf(b));
    expect(await idsIn(client, a)).toEqual([]);
    await client.uploadCollections.destroy(b.id);
    expect((await client.uploads.find(upload.id)).upload_collection).toBeNull();
  });

  it('has to be there for an asset to lie in it', async () => {
    const unknown = { id: newId() };
    expect(await codesOf(buildUpload(unknown))).toEqual(['upload_collection VALIDATION_INVALID']);
    const { id } = await buildUpload();
    const moved = client.uploads.update(id, { upload_collection: refOf(unknown) });
    expect(await codesOf(moved)).toEqual(['upload_collection VALIDATION_INVALID']);
  });
});

describe('a role that is limited to a collection', () => {
  it('reads what lies in it and in those inside, and nothing else', async () => {
    const animals = await buildCollection('animals');
    const cats = await buildCollection('cats', animals);
    const [inside, outside] = [await buildUpload(cats), await buildUpload()];
    const limited = await buildClientOfRole(server, project, {
      positive_upload_permissions: [uploadRule({ action: 'read', upload_collection: animals.id })],
    });
    expect((await limited.uploads.list()).map(({ id }) => id)).toEqual([inside.id]);
    expect(await limited.uploads.find(inside.id)).toMatchObject({ id: inside.id });
    expect(await codesOf(limited.uploads.find(outside.id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(limited.uploadCollections.destroy(cats.id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('moves assets only where its rules say', async () => {
    const [from, to, other] = [
      await buildCollection('from'),
      await buildCollection('to'),
      await buildCollection('other'),
    ];
    const { id } = await buildUpload(from);
    const limited = await buildClientOfRole(server, project, {
      positive_upload_permissions: [
        uploadRule({ action: 'read' }),
        uploadRule({ action: 'update' }),
        uploadRule({ action: 'move', upload_collection: from.id, move_to_upload_collection: to.id }),
      ],
    });
    const wrong = limited.uploads.update(id, { upload_collection: refOf(other) });
    expect(await codesOf(wrong)).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect((await limited.uploads.update(id, { upload_collection: refOf(to) })).upload_collection).toEqual(
      refOf(to),
    );
  });

  it('may do nothing more when the collection goes', async () => {
    const collection = await buildCollection('animals');
    const upload = await buildUpload();
    const limited = await buildClientOfRole(server, project, {
      positive_upload_permissions: [uploadRule({ upload_collection: collection.id })],
    });
    await client.uploadCollections.destroy(collection.id);
    expect(await codesOf(limited.uploads.find(upload.id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });
});

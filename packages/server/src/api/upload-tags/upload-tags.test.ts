import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClientOfRole, uploadRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
  const folder = await mkdtemp(join(tmpdir(), 'recto-tags-'));
  const localPath = join(folder, 'note.txt');
  await writeFile(localPath, 'a note');
  await client.uploads.createFromLocalFile({ localPath, tags: ['cats', 'Animals'] });
  await client.uploads.createFromLocalFile({ localPath, tags: ['cats', '100%'] });
  await rm(folder, { recursive: true });
});
afterAll(() => server.close());

describe('tags of assets', () => {
  it('are those of all assets and those made ahead of their use, each once and by name', async () => {
    const made = await client.uploadTags.create({ name: 'dogs' });
    expect(made).toEqual({ id: made.id, type: 'upload_tag', name: 'dogs' });
    await client.uploadTags.create({ name: 'cats' });
    const tags = await client.uploadTags.list();
    expect(tags.map(({ name }) => name).sort()).toEqual(['100%', 'Animals', 'cats', 'dogs']);
    expect(tags).toContainEqual(made);
  });

  it('come in pages, and by a part of their name', async () => {
    const { data, meta } = await client.uploadTags.rawList({ page: { offset: 1, limit: 1 } });
    expect([data.length, meta.total_count]).toEqual([1, 4]);
    const named = async (query: string) =>
      (await client.uploadTags.list({ filter: { query } })).map(({ name }) => name);
    expect(await named('ANIM')).toEqual(['Animals']);
    expect(await named('%')).toEqual(['100%']);
    expect(await codesOf(client.uploadTags.rawList({ page: { limit: 501 } }))).toEqual(['INVALID_PARAMS']);
  });

  it('have a name of their own', async () => {
    expect(await codesOf(client.uploadTags.create({ name: ' ' }))).toEqual(['name VALIDATION_REQUIRED']);
    await client.uploadTags.create({ name: 'birds' });
    expect(await codesOf(client.uploadTags.create({ name: 'birds' }))).toEqual([
      'name VALIDATION_UNIQUENESS',
    ]);
    const reader = await buildClientOfRole(server, project, {
      positive_upload_permissions: [uploadRule({ action: 'read' })],
    });
    expect(await codesOf(reader.uploadTags.create({ name: 'a' }))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('are not made by a program', async () => {
    const { data, meta } = await client.uploadSmartTags.rawList();
    expect({ data, meta }).toEqual({ data: [], meta: { total_count: 0 } });
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { buildModel, type TestModel } from './testing.ts';

let server: TestServer;
let client: TestProject['client'];
let model: TestModel;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  ({ client } = await server.createProject());
  model = await buildModel(client);
  folder = await mkdtemp(join(tmpdir(), 'recto-creators-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const STRANGER = ['creator VALIDATION_INVALID'];
const token = (id: string) => ({ type: 'access_token' as const, id });

it('whoever is named as the creator of a record is of its project', async () => {
  const other = await server.createProject();
  const [elsewhere] = await other.client.accessTokens.list();
  const [known] = await client.accessTokens.list();
  const strangers = [token(newId()), token(elsewhere?.id ?? ''), { type: 'user' as const, id: newId() }];
  for (const creator of strangers) {
    expect(await codesOf(client.items.create({ item_type: model.ref, creator }))).toEqual(STRANGER);
  }
  const item = await client.items.create({ item_type: model.ref, creator: token(known?.id ?? '') });
  expect(item.creator).toEqual(token(known?.id ?? ''));
  expect(await codesOf(client.items.update(item.id, { creator: token(newId()) }))).toEqual(STRANGER);
  expect((await client.items.update(item.id, { ...item, title: 'b' })).creator).toEqual(item.creator);
});

it('so is whoever is named as the creator of an asset', async () => {
  const localPath = join(folder, 'note.txt');
  await writeFile(localPath, 'a note');
  const { id } = await client.uploads.createFromLocalFile({ localPath });
  const [known] = await client.accessTokens.list();
  expect(await codesOf(client.uploads.update(id, { creator: token(newId()) }))).toEqual(STRANGER);
  const changed = await client.uploads.update(id, { creator: token(known?.id ?? '') });
  expect(changed.creator).toEqual(token(known?.id ?? ''));
});

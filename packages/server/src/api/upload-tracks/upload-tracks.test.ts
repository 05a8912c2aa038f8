import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadLocalFileAndReturnPath } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientIn } from '#api/environments/testing.ts';
import { buildClientOfRole, uploadRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
let folder: string;
let video: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
  folder = await mkdtemp(join(tmpdir(), 'recto-tracks-'));
  video = (await client.uploads.createFromLocalFile({ localPath: await fileOf('film.mp4', MP4) })).id;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** As much of a film as tells that it is one. */
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42')]);
const WAV = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt '), Buffer.alloc(28)]);
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nCiao\n';
const SRT = '\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\nCiao\r\n';

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const localPath = join(folder, `${newId()}-${name}`);
  await writeFile(localPath, content);
  return localPath;
}

async function buildTrack(name: string, content: string | Buffer, attributes: object = {}) {
  const localPath = await fileOf(name, content);
  const url_or_upload_request_id = await uploadLocalFileAndReturnPath(client, localPath);
  return client.uploadTracks.create(video, {
    url_or_upload_request_id,
    type: 'subtitles',
    language_code: 'it-IT',
    ...attributes,
  });
}

describe('a track of a video', () => {
  it('is made of a file, listed and destroyed with it', async () => {
    const track = await buildTrack('it.vtt', VTT);
    expect(track).toEqual({
      id: expect.any(String),
      type: 'subtitles',
      name: 'Italiano',
      language_code: 'it-IT',
      closed_captions: false,
      status: 'ready',
      error: null,
      upload: { type: 'upload', id: video },
    });
    const sound = await buildTrack('en.wav', WAV, {
      type: 'audio',
      language_code: 'EN-us',
      name: 'Comments',
    });
    expect(sound).toMatchObject({ name: 'Comments', language_code: 'en-US', closed_captions: null });
    expect(await client.uploadTracks.list(video)).toEqual([track, sound]);
    expect(await client.uploadTracks.destroy(video, track.id)).toEqual(track);
    expect(await client.uploadTracks.destroy(video, sound.id)).toEqual(sound);
    expect(await client.uploadTracks.list(video)).toEqual([]);
    expect(await codesOf(client.uploadTracks.destroy(video, track.id))).toEqual(['NOT_FOUND']);
  });

  it('says why its file is of no use', async () => {
    expect((await buildTrack('it.srt', SRT, { closed_captions: true })).status).toBe('ready');
    const wrong = await buildTrack('it.srt', 'no subtitles');
    expect(wrong).toMatchObject({ status: 'errored', error: expect.stringContaining('subtitles') });
    expect((await buildTrack('en.mp3', VTT, { type: 'audio' })).status).toBe('errored');
  });

  it('needs a video, a language and a file', async () => {
    const localPath = await fileOf('note.txt', 'a note');
    const note = await client.uploads.createFromLocalFile({ localPath });
    const body = { type: 'subtitles', language_code: 'it' } as const;
    const create = (id: string, source: string, more = {}) =>
      codesOf(client.uploadTracks.create(id, { ...body, url_or_upload_request_id: source, ...more }));
    expect(await create(note.id, note.path)).toEqual(['NOT_A_VIDEO']);
    expect(await create(video, '/assets/nothing')).toEqual(['url_or_upload_request_id VALIDATION_INVALID']);
    expect(await create(video, `${server.url}${note.path}`)).toEqual([
      'url_or_upload_request_id VALIDATION_INVALID',
    ]);
    expect(await create(video, note.path, { language_code: 'not a language' })).toEqual([
      'language_code VALIDATION_INVALID',
    ]);
    expect(await create(newId(), note.path)).toEqual(['NOT_FOUND']);
  });

  it('is not made by listening, and only by whoever may change the video', async () => {
    const generate = client.uploadTracks.generateSubtitles(video, { language_code: 'en' });
    expect(await codesOf(generate)).toEqual(['MUX_ERROR']);
    const reader = await buildClientOfRole(server, project, {
      positive_upload_permissions: [uploadRule({ action: 'read' })],
    });
    const [track] = await reader.uploadTracks.list(video);
    const destroy = reader.uploadTracks.destroy(video, track?.id ?? '');
    expect(await codesOf(destroy)).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('goes along into forks, which only show it, and goes with its video', async () => {
    const localPath = await fileOf('it.vtt', VTT);
    const path = await uploadLocalFileAndReturnPath(client, localPath);
    const other = await client.uploads.createFromLocalFile({ localPath: await fileOf('film.mp4', MP4) });
    const body = { type: 'subtitles', language_code: 'it', url_or_upload_request_id: path } as const;
    const track = await client.uploadTracks.create(other.id, body);
    await client.environments.fork('main', { id: 'copy' });
    const copy = clientIn(server, project, 'copy');
    expect(await copy.uploadTracks.list(other.id)).toEqual([track]);
    const immutable = ['IMMUTABLE_UPLOAD_TRACKS_IN_SANDBOX_ENVIRONMENT'];
    expect(await codesOf(copy.uploadTracks.destroy(other.id, track.id))).toEqual(immutable);
    expect(await codesOf(copy.uploadTracks.create(other.id, body))).toEqual(immutable);
    await client.uploads.destroy(other.id);
    expect((await fetch(server.url + path)).status).toBe(200);
    await copy.uploads.destroy(other.id);
    expect((await fetch(server.url + path)).status).toBe(404);
    await client.environments.destroy('copy');
  });
});

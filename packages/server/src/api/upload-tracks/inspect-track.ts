import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { recognizeType } from '#api/uploads/recognize-type.ts';
import type { FileStore } from '#storage/file-store.ts';
import type { TrackKind } from './contract.ts';

/** Where subtitles begin, and enough of sound to know what it is. */
const HEAD_BYTES = 64 * 1024;
const SRT_TIMING = /^\d{2}:\d{2}:\d{2},\d{3} --> \d{2}:\d{2}:\d{2},\d{3}/m;

/** What is wrong with a file as a track; null: nothing. Undefined when there is no such file. */
export async function inspectTrack(
  files: FileStore,
  path: string,
  kind: TrackKind,
): Promise<string | null | undefined> {
  const found = await files.stat(path);
  if (!found) return undefined;
  const end = Math.min(found.size, HEAD_BYTES) - 1;
  const head = end < 0 ? Buffer.alloc(0) : await buffer(await files.read(path, { start: 0, end }));
  if (kind === 'subtitles') return isSubtitles(head) ? null : 'The file holds no subtitles (SRT or WebVTT).';
  const { mimeType } = await recognizeType(head, extname(path).slice(1).toLowerCase());
  return mimeType?.startsWith('audio/') ? null : 'The file holds no sound (MP3, M4A or WAV).';
}

function isSubtitles(head: Buffer): boolean {
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  return /^WEBVTT(\s|$)/.test(text) || SRT_TIMING.test(text);
}

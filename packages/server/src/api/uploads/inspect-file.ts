import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from '#storage/file-store.ts';
import { measureImage } from './measure-image.ts';
import { recognizeType } from './recognize-type.ts';
import type { FileFacts } from './upload.ts';

/** Enough for every signature, also of formats that are containers. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads from a file what an upload has to know. `written` spares a second pass over the bytes when they were
 * measured while they came in. Undefined when there is no such file.
 */
export async function inspectFile(
  files: FileStore,
  path: string,
  written: { size: number; md5: string } | undefined,
): Promise<FileFacts | undefined> {
  const found = await files.stat(path);
  if (!found) return undefined;
  const head = found.size === 0 ? Buffer.alloc(0) : await buffer(await files.read(path, headOf(found.size)));
  const { mimeType, format } = await recognizeType(head, extname(path).slice(1).toLowerCase());
  const isImage = mimeType?.startsWith('image/') ?? false;
  const measures = isImage ? await measureImage(() => files.read(path), found.size) : undefined;
  return {
    size: found.size,
    md5: written?.md5 ?? (await digest(files, path)),
    mimeType,
    format,
    isImage,
    width: measures?.width ?? null,
    height: measures?.height ?? null,
    colors: measures?.colors ?? [],
    blurhash: measures?.blurhash ?? null,
    thumbhash: measures?.thumbhash ?? null,
    exifInfo: measures?.exifInfo ?? {},
  };
}

function headOf(size: number) {
  return { start: 0, end: Math.min(size, HEAD_BYTES) - 1 };
}

async function digest(files: FileStore, path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of await files.read(path)) hash.update(chunk);
  return hash.digest('hex');
}

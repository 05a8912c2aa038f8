import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from './file-store.ts';

/** One folder a project, one file an upload; nothing else can be named. */
const PATH = /^\/[A-Za-z0-9_-]{1,64}\/\d{1,20}-[^/\\\0]{1,200}$/;

/** The file passed `maxBytes`. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** Files under the data folder. A file appears whole or not at all. */
export function createDiskFileStore(folder: string): FileStore {
  const locate = (path: string) => {
    if (!PATH.test(path)) throw new Error(`"${path}" is not a path of the file store.`);
    return join(folder, path);
  };
  return {
    async write(path, source, maxBytes) {
      const partial = join(folder, '.incoming', randomBytes(16).toString('hex'));
      try {
        const written = await writePartial(partial, source, maxBytes);
        await putInPlace(partial, locate(path));
        return written;
      } finally {
        await rm(partial, { force: true });
      }
    },
    read: async (path, range) => createReadStream(locate(path), range),
    async stat(path) {
      const found = await stat(locate(path)).catch(ignoreThatItIsMissing);
      return found?.isFile() ? { size: found.size, modifiedAt: found.mtime } : undefined;
    },
    remove: (path) => rm(locate(path), { force: true }),
  };
}

async function writePartial(partial: string, source: Readable, maxBytes: number) {
  await mkdir(dirname(partial), { recursive: true });
  const measure = new Measure(maxBytes);
  await pipeline(source, measure, createWriteStream(partial, { flags: 'wx', flush: true }));
  return { size: measure.size, md5: measure.md5() };
}

async function putInPlace(partial: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rename(partial, target);
  // A rename survives a power cut only once its folder was written.
  const folder = await open(dirname(target));
  await folder.sync().finally(() => folder.close());
}

function ignoreThatItIsMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

/** Counts and digests what flows through; stops at the bound. */
class Measure extends Transform {
  size = 0;
  readonly #maxBytes: number;
  readonly #digest = createHash('md5');

  constructor(maxBytes: number) {
    super();
    this.#maxBytes = maxBytes;
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error, chunk?: Buffer) => void,
  ) {
    this.size += chunk.length;
    if (this.size > this.#maxBytes) return done(new FileTooLarge(`More than ${this.#maxBytes} bytes.`));
    this.#digest.update(chunk);
    done(undefined, chunk);
  }

  md5(): string {
    return this.#digest.digest('hex');
  }
}

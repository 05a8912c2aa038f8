import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ReadEntry } from 'tar';
import { PackageProblem } from './package-registry.ts';

/** Each is written to the disk for good: 2,000 take about five seconds. */
const MOST_FILES = 2_000;
const LONGEST_PATH = 500;
/** Of all files together. A small tarball can hold far more than fits into memory. */
const LARGEST_CONTENT_BYTES = 100 * 1024 * 1024;
const FILE_TYPES = ['File', 'OldFile', 'ContiguousFile'];

/** The files of a package by their path in it. Links are left out, as npm does. */
export type PackageFiles = ReadonlyMap<string, Buffer>;

export async function unpackPackage(tarball: Buffer): Promise<PackageFiles> {
  const { Parser } = await import('tar');
  const archive = await decompress(tarball);
  const reading: Promise<[path: string, content: Buffer]>[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(error instanceof PackageProblem ? error : new PackageProblem('malformed'));
    const onReadEntry = (entry: ReadEntry) => {
      try {
        reading.push(...readEntry(entry, reading.length));
      } catch (error) {
        fail(error);
      }
    };
    // Never unpacked twice: the bound is kept above.
    const parser = new Parser({ strict: true, brotli: false, zstd: false, onReadEntry });
    parser.on('error', fail);
    parser.on('end', resolve);
    parser.end(archive);
  });
  if (reading.length === 0) throw new PackageProblem('empty');
  return new Map(await Promise.all(reading));
}

async function decompress(tarball: Buffer): Promise<Buffer> {
  const archive = await promisify(gunzip)(tarball, { maxOutputLength: LARGEST_CONTENT_BYTES }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new PackageProblem(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'malformed');
    },
  );
  // The parser would decompress by itself what is compressed once more, without a bound.
  if (archive[0] === 0x1f && archive[1] === 0x8b) throw new PackageProblem('malformed');
  return archive;
}

/** One file, or none. */
function readEntry(entry: ReadEntry, count: number): Promise<[path: string, content: Buffer]>[] {
  if (!FILE_TYPES.includes(entry.type)) {
    entry.resume();
    return [];
  }
  const path = pathInPackage(entry.path);
  if (path === undefined) throw new PackageProblem('path_not_allowed');
  if (count >= MOST_FILES) throw new PackageProblem('too_many_files');
  return [entry.concat().then((content) => [path, content as unknown as Buffer])]; // entries are of bytes
}

/** Below the one folder that a tarball of npm holds. Undefined for what would lie outside, or could not be asked for. */
function pathInPackage(path: string): string | undefined {
  const segments = path.split('/');
  const isPlain = segments.every(
    (segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[\\\0]/.test(segment),
  );
  const isBelow = isPlain && segments.length > 1 && path.length <= LONGEST_PATH;
  return isBelow ? segments.slice(1).join('/') : undefined;
}

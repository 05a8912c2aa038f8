import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** Made by `npm run generate`. First line: versions and what follows, `[path, bytes][]`; then the files'
 *  contents, one after another. A path that ends in `/` is an empty folder. */
const PREPARED = new URL('../../prepared/database.br', import.meta.url);

interface PreparedDatabase {
  pgliteVersion: string;
  entries: [path: string, size: number][];
}

/**
 * Lays out an empty database without `initdb`, which would take seconds. Appears whole or not at all: a crash
 * half way leaves a folder of another name. Answers false when the prepared one is for another version.
 */
export async function unpackPreparedDatabase(folder: string): Promise<boolean> {
  const content = await promisify(brotliDecompress)(await readFile(PREPARED));
  const endOfHeader = content.indexOf('\n');
  const prepared = JSON.parse(content.toString('utf8', 0, endOfHeader)) as PreparedDatabase;
  if (prepared.pgliteVersion !== findPgliteVersion()) return false;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await unpack(prepared, content.subarray(endOfHeader + 1), partial);
  await rename(partial, folder);
  return true;
}

function findPgliteVersion(): string {
  const manifest = createRequire(import.meta.url)
    .resolve('@electric-sql/pglite')
    .replace(/dist.*$/, 'package.json');
  return (createRequire(import.meta.url)(manifest) as { version: string }).version;
}

async function unpack(prepared: PreparedDatabase, content: Buffer, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const folders = new Set(prepared.entries.map(([path]) => (path.endsWith('/') ? path : dirname(path))));
  for (const path of folders) await mkdir(join(folder, path), { recursive: true });
  let offset = 0;
  for (const [path, size] of prepared.entries) {
    if (!path.endsWith('/')) await writeFile(join(folder, path), content.subarray(offset, offset + size));
    offset += size;
  }
}

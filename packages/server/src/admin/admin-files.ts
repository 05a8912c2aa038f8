import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface AdminFile {
  type: string;
  etag: string;
  /** Its name changes with its content. */
  isHashed: boolean;
  body: Buffer;
  /** Made when first asked for, then kept: the admin is a few files of one or two megabytes together. */
  encoded: Map<Encoding, Buffer>;
}

type Encoding = 'br' | 'gzip';

/** Beside the server's package, whether it runs from `src` or from `dist`. */
const BUILT_ADMIN = fileURLToPath(new URL('../../../admin/dist/', import.meta.url));

/** The built admin by URL path; empty while it has not been built. Only what is listed here can be asked for: no
 *  path of a request ever reaches the file system. */
export async function readAdminFiles(folder = BUILT_ADMIN): Promise<Map<string, AdminFile>> {
  const files = new Map<string, AdminFile>();
  for (const name of await listFiles(folder)) {
    const type = TYPES[extname(name)];
    if (type !== undefined)
      files.set(`/${name}`, describeFile(name, type, await readFile(join(folder, name))));
  }
  return files;
}

/** The smallest form that the browser takes. */
export function encodeFor(
  file: AdminFile,
  acceptEncoding: string | undefined,
): { body: Buffer; encoding: Encoding | null } {
  const encoding = chooseEncoding(acceptEncoding ?? '');
  if (encoding === null || file.type.startsWith('font/')) return { body: file.body, encoding: null };
  const body = file.encoded.get(encoding) ?? ENCODERS[encoding](file.body);
  file.encoded.set(encoding, body);
  return { body, encoding };
}

function chooseEncoding(accepted: string): Encoding | null {
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : null;
}

/** Quality 5: a tenth of a second for the largest file, and within a twentieth of the best size. */
const ENCODERS: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body),
};

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

function describeFile(name: string, type: string, body: Buffer): AdminFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type, etag, isHashed: name.startsWith('static/'), body, encoded: new Map() };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

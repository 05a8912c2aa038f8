import { extname } from 'node:path';
import { refusal } from '@recto/content/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import mime from 'mime-types';
import { readRange } from '#assets/read-range.ts';
import type { FileStore } from '#storage/file-store.ts';
import type { FindKeptPackage } from './kept-packages.ts';
import { readFilePath } from './plugin-address.ts';
import { storePathOf } from './table.ts';

/** A file of an installed package. What is asked for is looked up, never joined to a path. */
export async function servePluginFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, files, findPackage }: { path: string; files: FileStore; findPackage: FindKeptPackage },
): Promise<FastifyReply> {
  const asked = readFilePath(path);
  const found = asked && (await findFile(asked, files, findPackage));
  if (!found) throw refusal('NOT_FOUND');
  const { installed, index, size } = found;
  // Of its address, not of where it rests: that name is nobody's business.
  const etag = `"${asked.version}-${index}"`;
  reply.headers({ ...headersOf(asked.file), etag });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const range = readRange(request.headers.range, size);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send();
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  reply.header('content-length', range ? range.end - range.start + 1 : size);
  if (request.method === 'HEAD' || size === 0) return reply.send();
  return reply.send(await files.read(storePathOf(installed, index), range ?? undefined));
}

type Asked = NonNullable<ReturnType<typeof readFilePath>>;

async function findFile({ name, version, file }: Asked, files: FileStore, findPackage: FindKeptPackage) {
  const installed = await findPackage(name, version);
  const index = installed?.places.get(file);
  const size = index === undefined ? undefined : installed?.files[index]?.size;
  if (!installed || index === undefined || size === undefined) return undefined;
  const stored = await files.stat(storePathOf(installed, index));
  return stored?.size === size ? { installed, index, size } : undefined;
}

/** A version never changes. Scripts that a page loads as modules, and fonts, are asked for across origins. */
function headersOf(file: string): Record<string, string> {
  const type = mime.lookup(extname(file)) || 'application/octet-stream';
  return {
    'content-type': mime.contentType(type) || type,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
  };
}

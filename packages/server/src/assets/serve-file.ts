import { refusal } from '@recto/content/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from '#http/ports.ts';
import { storePathOf, uploadPathOf } from './asset-path.ts';
import { contentHeaders } from './content-headers.ts';
import { readRange } from './read-range.ts';

/** A file may be replaced under its address: caches ask again after this time, with the ETag. */
const FRESH_SECONDS = 3600;

export async function serveFile(request: FastifyRequest, reply: FastifyReply, { files }: Ports) {
  const { project, file } = request.params as { project: string; file: string };
  const path = storePathOf(uploadPathOf(project, file), project);
  const found = path === undefined ? undefined : await files.stat(path);
  if (path === undefined || found === undefined) throw refusal('NOT_FOUND');

  const etag = `"${found.size.toString(36)}-${found.modifiedAt.getTime().toString(36)}"`;
  reply.headers(contentHeaders(file)).headers({
    etag,
    'last-modified': found.modifiedAt.toUTCString(),
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    'accept-ranges': 'bytes',
  });
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const range = readRange(rangeHeader(request, etag), found.size);
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${found.size}`).send();
  }
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${found.size}`);
  reply.header('content-length', range ? range.end - range.start + 1 : found.size);
  return request.method === 'HEAD' ? reply.send() : reply.send(await files.read(path, range ?? undefined));
}

function isKnown(header: string | undefined, etag: string): boolean {
  const known = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** With `If-Range`, a part of another version of the file is of no use. */
function rangeHeader({ headers }: FastifyRequest, etag: string): string | undefined {
  const condition = headers['if-range'];
  return condition === undefined || condition === etag ? headers.range : undefined;
}

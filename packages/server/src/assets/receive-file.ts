import { refusal } from '@recto/content/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedUploadUrl } from '#api/upload-requests/signed-url.ts';
import {
  claimUploadRequest,
  completeUploadRequest,
  giveBackUploadRequest,
} from '#api/upload-requests/table.ts';
import type { Ports } from '#http/ports.ts';
import { FileTooLarge } from '#storage/disk-file-store.ts';
import { storePathOf, uploadPathOf } from './asset-path.ts';

/** The documented limit of one asset. */
export const LARGEST_FILE_BYTES = 1024 ** 3;

/** The file itself, sent to the address that an upload request gave out. */
export async function receiveFile(request: FastifyRequest, reply: FastifyReply, ports: Ports) {
  // Whoever is refused goes on sending: the connection must not wait for the rest.
  reply.header('connection', 'close');
  const { project, file } = request.params as { project: string; file: string };
  const uploadPath = uploadPathOf(project, file);
  const path = storePathOf(uploadPath, project);
  if (path === undefined || !isPermitted(request, uploadPath, ports)) throw notPermitted();
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE_BYTES) throw tooLarge();
  const { db } = ports.database;
  if (!(await claimUploadRequest(db, uploadPath, ports.now()))) throw notPermitted();
  try {
    const written = await ports.files.write(path, request.raw, LARGEST_FILE_BYTES);
    await completeUploadRequest(db, uploadPath, written);
  } catch (error) {
    await giveBackUploadRequest(db, uploadPath);
    throw error instanceof FileTooLarge ? tooLarge() : error;
  }
  return reply.code(200).send();
}

function isPermitted(request: FastifyRequest, uploadPath: string, { settings, now }: Ports): boolean {
  const query = new URL(request.url, 'http://localhost').searchParams;
  const signed = { expires: query.get('expires') ?? '', signature: query.get('signature') ?? '' };
  return isSignedUploadUrl(uploadPath, signed, { secret: settings.secret, now: now() });
}

function notPermitted() {
  return refusal('INSUFFICIENT_PERMISSIONS', { reason: 'upload_url_not_valid' });
}

function tooLarge() {
  return refusal('TECHNICAL_LIMIT_REACHED', { limit: 'upload_bytes', maximum: LARGEST_FILE_BYTES });
}

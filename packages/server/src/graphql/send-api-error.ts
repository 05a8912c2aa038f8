import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '@recto/content/error-codes';
import type { ErrorReason } from '@recto/content/refusal';
import type { FastifyReply } from 'fastify';
import { ERROR_CATALOGUE } from '#errors/catalogue.ts';
import { sendJson } from '#http/send.ts';

/** Where this API answers with another status than the Content Management API: its clients look at nothing
 *  else, and repeat only what is 429. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  INVALID_ENVIRONMENT: 404,
  INSUFFICIENT_PERMISSIONS: 401,
  INVALID_JSON_BODY: 400,
  ENVIRONMENT_NOT_READY: 503,
  SITE_NOT_READY: 503,
  DEACTIVATED_SITE: 503,
};

/** One error, bare: the Content Management API wraps the same entity in `{ data: [] }`. */
export function sendApiError(reply: FastifyReply, { code, details }: ErrorReason): FastifyReply {
  const known = ERROR_CATALOGUE[code];
  return sendJson(reply, STATUSES[code] ?? known.status, {
    id: randomBytes(5).toString('hex'),
    type: 'api_error',
    attributes: { code, details: { message: known.sentence, ...details } },
  });
}

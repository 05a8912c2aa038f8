import { type ErrorReason, Refusal, refusal } from '@recto/content/refusal';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  DatabaseUnavailable,
  SerializationFailure,
  UnstorableText,
  UnusablePattern,
} from '#db/database-error.ts';
import { renderError } from '#errors/render-error.ts';
import { bodyTooLarge } from './read-body.ts';
import { sendJson } from './send.ts';

/** Whatever was thrown becomes an error of the catalogue. What nobody foresaw is told to the log, not to the
 *  caller: a message could carry SQL, a path or somebody's content. */
export function handleErrors(app: FastifyInstance, docUrl: string): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const reasons = reasonsOf(error, request);
    return sendError(reply, reasons, docUrl);
  });
  refuseUnknownPaths(app);
}

/** Called in a scope of its own, the hooks of that scope run first: a preflight of any path is answered. */
export function refuseUnknownPaths(app: FastifyInstance): void {
  app.setNotFoundHandler(() => {
    throw refusal('INVALID_ENDPOINT');
  });
}

export function sendError(
  reply: FastifyReply,
  reasons: readonly ErrorReason[],
  docUrl: string,
): FastifyReply {
  const { status, document } = renderError(reasons, docUrl);
  return sendJson(reply, status, document);
}

/** The reasons of a refusal, or the one that stands for what was thrown otherwise. */
export function reasonsOf(error: FastifyError | Error, request: FastifyRequest): readonly ErrorReason[] {
  if (error instanceof Refusal) return error.reasons;
  if (error instanceof SerializationFailure) return refusal('CONCURRENT_ENVIRONMENT_UPDATE').reasons;
  if (error instanceof UnusablePattern)
    return refusal('INVALID_PARAMS', { messages: [error.message] }).reasons;
  if (error instanceof UnstorableText) {
    return refusal('INVALID_FORMAT', { messages: ['#: contains characters that are not text.'] }).reasons;
  }
  if (error instanceof DatabaseUnavailable) {
    request.log.error({ err: error }, 'database unavailable');
    return refusal('SERVICE_UNAVAILABLE').reasons;
  }
  switch ((error as Partial<FastifyError>).code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refusal('INVALID_CONTENT_TYPE_HEADER').reasons;
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return bodyTooLarge().reasons;
    default:
      request.log.error({ err: error }, 'unforeseen');
      return refusal('EXCEPTION', { request_id: request.id }).reasons;
  }
}

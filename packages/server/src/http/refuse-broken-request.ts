import type { Socket } from 'node:net';
import { refusal } from '@recto/content/refusal';
import { renderError } from '#errors/render-error.ts';

/** What Node could not even read as HTTP still gets an answer that clients understand: header lines beyond all
 *  measure, or no HTTP at all. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, docUrl: string): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const reason = isTooLarge
    ? refusal('TECHNICAL_LIMIT_REACHED', { limit: 'request_header_bytes' })
    : refusal('INVALID_REQUEST');
  const body = JSON.stringify(renderError(reason.reasons, docUrl).document);
  socket.end(
    [
      isTooLarge ? 'HTTP/1.1 431 Request Header Fields Too Large' : 'HTTP/1.1 400 Bad Request',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

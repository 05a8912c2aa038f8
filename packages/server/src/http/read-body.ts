import type { IncomingMessage } from 'node:http';
import { refusal } from '@recto/content/refusal';

/** Larger than any legal document (a record is at most 300 KB), small enough to be parsed at once. */
const BODY_LIMIT = 10 * 1024 * 1024;
/** A caller that sends its body more slowly than this is holding a connection, not talking. */
const BODY_DEADLINE_MS = 30_000;

/** The bytes of a request's body, bounded in size and time. */
export function readBody(
  payload: IncomingMessage | NodeJS.ReadableStream,
  { limit = BODY_LIMIT, deadlineMs = BODY_DEADLINE_MS } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let timer: NodeJS.Timeout | undefined;
    // Most bodies come with their head, and are here by the next tick: no clock is set for them.
    process.nextTick(() => {
      if (!isComplete(payload)) {
        timer = setTimeout(
          () => stop(refusal('SERVICE_UNAVAILABLE', { reason: 'body_too_slow' })),
          deadlineMs,
        );
      }
    });
    const stop = (error: Error) => {
      clearTimeout(timer);
      payload.off('data', onData);
      payload.resume();
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) stop(bodyTooLarge());
      else chunks.push(chunk);
    };
    payload.on('data', onData);
    payload.once('error', stop);
    payload.once('end', () => {
      clearTimeout(timer);
      const [only] = chunks;
      resolve(only && chunks.length === 1 ? only : Buffer.concat(chunks, size));
    });
  });
}

function isComplete(payload: IncomingMessage | NodeJS.ReadableStream): boolean {
  return 'complete' in payload && payload.complete;
}

export function bodyTooLarge() {
  return refusal('TECHNICAL_LIMIT_REACHED', { limit: 'request_body_bytes', maximum: BODY_LIMIT });
}

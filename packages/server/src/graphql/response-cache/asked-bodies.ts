import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { type Operations, readOperations } from '../read-operations.ts';

/** A request's body, read once however often it is sent. */
export interface AskedBody {
  /** The bytes as a text of as many characters; null when the body is too large to be remembered. */
  key: string | null;
  operations: Operations;
  /** Bytes that are left of the body when it is compressed. */
  compressed: number;
}

/** Compressed bytes: what the public API says it keeps answers for. */
export const LARGEST_KEPT_BODY = 8192;
/** Plain bytes. Larger ones are compressed beside the requests and not remembered. */
export const LARGEST_REMEMBERED_BODY = 32 * 1024;
const MOST_BYTES = 16 * 1024 * 1024;
/** What a body and what was read of it weigh, for each of its bytes. */
const WEIGHT = 4;

/** Small bodies are compressed on the spot, with tables of their size. */
const SMALL = { memLevel: 5, windowBits: 13 };
const compress = promisify(gzip);

export function mayBeKept({ key, compressed }: AskedBody): boolean {
  return key !== null && compressed <= LARGEST_KEPT_BODY;
}

/** Remembers what identical bodies say. When they are too many, all are forgotten together. */
export function createAskedBodies() {
  const known = new Map<string, AskedBody>();
  let bytes = 0;
  return {
    find(key: string): AskedBody | undefined {
      return known.get(key);
    },
    async read(body: Buffer): Promise<AskedBody> {
      const operations = readOperations(body);
      if (body.length > LARGEST_REMEMBERED_BODY) {
        return { key: null, operations, compressed: (await compress(body)).length };
      }
      const key = keyOfBody(body);
      const asked = { key, operations, compressed: gzipSync(body, SMALL).length };
      bytes += body.length * WEIGHT;
      if (bytes > MOST_BYTES) {
        known.clear();
        bytes = body.length * WEIGHT;
      }
      known.set(key, asked);
      return asked;
    },
  };
}

/** Bytes and characters correspond one to one: equal keys are equal bodies. */
export function keyOfBody(body: Buffer): string {
  return body.toString('latin1');
}

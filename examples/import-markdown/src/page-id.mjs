import { createHash } from 'node:crypto';

/**
 * The same id for the same path in every run: that is what makes a second run find what the first one made,
 * and lets a page link to another that does not exist yet. Shaped as a version-4 UUID, as the API asks.
 */
export function idFor(kind, path) {
  const bytes = createHash('sha256').update(`${kind}:${path}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('base64url');
}

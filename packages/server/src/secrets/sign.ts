import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Proves later that we wrote `text` for `purpose`. The key is derived, so that a signature says nothing about
 *  the key that encrypts; the purpose keeps a signature from being used elsewhere. */
export function sign(secret: Buffer, purpose: string, text: string): string {
  const key = hkdfSync('sha256', secret, '', `sign ${purpose}`, 32);
  return createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest('base64url');
}

/** Takes the same time whatever is wrong, so that a signature cannot be guessed byte by byte. */
export function isSignature(secret: Buffer, purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(secret, purpose, text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

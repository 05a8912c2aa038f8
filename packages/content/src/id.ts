/** Hands out new ids. Handed in wherever ids are made, so that tests can choose them. */
export type NewId = () => string;

/** The largest id of the older, numeric kind that stays valid. */
const LAST_NUMERIC_ID = 281_474_976_710_655;

/** 128 bits in 22 characters. The ninth holds the version (4), the eleventh the variant (binary 10), and the
 *  last one two bits only. */
const ENCODED_UUID_V4 = /^[\w-]{8}[QRST][\w-][CGKOSWaeimquy26-][\w-]{10}[AQgw]$/;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A version-4 UUID in URL-safe base64 without padding: 22 characters. */
export const newId: NewId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  bytes[16] = 0;
  let id = '';
  for (let at = 0; at < 18; at += 3) id += encodeThreeBytes(bytes, at);
  return id.slice(0, 22);
};

function encodeThreeBytes(bytes: Uint8Array, at: number): string {
  const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63)).join('');
}

/** Whether a caller may use `id` for an entity: an encoded v4 UUID, or a number of the older kind. */
export function isEntityId(id: unknown): id is string {
  if (typeof id !== 'string') return false;
  if (/^[1-9]\d{0,14}$/.test(id)) return Number(id) <= LAST_NUMERIC_ID;
  return ENCODED_UUID_V4.test(id);
}

import { randomBytes } from 'node:crypto';

/** Hands out new ids. Handed in wherever ids are made, so that tests can choose them. */
export type NewId = () => string;

/** The largest id of the older, numeric kind that stays valid. */
const LAST_NUMERIC_ID = 281_474_976_710_655;
const ENCODED_UUID = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/** A version-4 UUID in URL-safe base64 without padding: 22 characters. */
export const newId: NewId = () => {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('base64url');
};

/** Whether a caller may use `id` for an entity: an encoded v4 UUID, or a number of the older kind. */
export function isEntityId(id: unknown): id is string {
  if (typeof id !== 'string') return false;
  if (/^[1-9]\d{0,14}$/.test(id)) return Number(id) <= LAST_NUMERIC_ID;
  return ENCODED_UUID.test(id) && hasUuidV4Bits(Buffer.from(id, 'base64url'));
}

function hasUuidV4Bits(bytes: Buffer): boolean {
  return bytes.length === 16 && bytes.readUInt8(6) >> 4 === 4 && bytes.readUInt8(8) >> 6 === 2;
}

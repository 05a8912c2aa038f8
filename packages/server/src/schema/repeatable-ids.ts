import { createHash } from 'node:crypto';
import type { NewId } from '@recto/content/id';

/** Hands out the same ids to whoever begins again with the same seed: what was prepared with them still fits. */
export function repeatableIds(seed: string): NewId {
  let count = 0;
  return () => {
    count += 1;
    return hashedId(`${seed} ${count}`);
  };
}

/** An id in the form of ours (a version-4 UUID in URL-safe base64), always the same for the same text. */
export function hashedId(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('base64url');
}

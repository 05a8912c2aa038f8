import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isEntityId, newId } from './id.ts';

describe('an entity id', () => {
  it('is made as an encoded UUID of version 4', () => {
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.from(newId(), 'base64url');
      expect(bytes).toHaveLength(16);
      expect(bytes.readUInt8(6) >> 4).toBe(4);
      expect(bytes.readUInt8(8) >> 6).toBe(2);
    }
  });

  it('may be any UUID of version 4, encoded', () => {
    const bytes = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
    expect(isEntityId(bytes.toString('base64url'))).toBe(true);
  });

  it.each(['1', '281474976710655'])('may be the older number %s', (id) => {
    expect(isEntityId(id)).toBe(true);
  });

  it.each(['', '0', '01', '281474976710656', 'AAAAAAAAAAAAAAAAAAAAAA', 'a/b', 12, null])(
    'is not %j',
    (id) => {
      expect(isEntityId(id)).toBe(false);
    },
  );
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decryptSecret, encryptSecret, hashToken, newToken } from './secret.ts';

const key = randomBytes(32);

describe('a secret that must be shown again', () => {
  it('comes back with the right key', () => {
    expect(decryptSecret(key, encryptSecret(key, 'pässword 🔑'))).toBe('pässword 🔑');
  });

  it('never rests twice in the same form', () => {
    expect(encryptSecret(key, 'a')).not.toEqual(encryptSecret(key, 'a'));
  });

  it('does not come back with another key, nor when a byte was changed', () => {
    const encrypted = encryptSecret(key, 'a secret');
    expect(() => decryptSecret(randomBytes(32), encrypted)).toThrow();
    encrypted.writeUInt8(encrypted.readUInt8(encrypted.length - 1) ^ 1, encrypted.length - 1);
    expect(() => decryptSecret(key, encrypted)).toThrow();
  });
});

it('a token has the documented form, and is found by its digest', () => {
  const token = newToken();
  expect(token).toMatch(/^[0-9a-f]{30}$/);
  expect(hashToken(token)).toEqual(hashToken(token));
  expect(hashToken(token)).not.toEqual(hashToken(newToken()));
});

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeyFile } from './key-file.ts';
import { decryptSecret, encryptSecret } from './secret.ts';
import { isSignature, sign } from './sign.ts';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);

describe('a stored secret', () => {
  it('comes back with its key, and looks different each time', () => {
    const encrypted = encryptSecret(key, 'pässword');
    expect(decryptSecret(key, encrypted)).toBe('pässword');
    expect(encryptSecret(key, 'pässword')).not.toEqual(encrypted);
    expect(encrypted.includes('ssword')).toBe(false);
  });

  it('does not come back with another key, or after a change', () => {
    const encrypted = encryptSecret(key, 'password');
    expect(() => decryptSecret(otherKey, encrypted)).toThrow();
    encrypted.writeUInt8(encrypted.readUInt8(encrypted.length - 1) ^ 1, encrypted.length - 1);
    expect(() => decryptSecret(key, encrypted)).toThrow();
  });
});

describe('a signature', () => {
  const signature = sign(key, 'upload', '/a');

  it('holds for one text, one purpose and one key', () => {
    expect(isSignature(key, 'upload', '/a', signature)).toBe(true);
    expect(isSignature(key, 'upload', '/b', signature)).toBe(false);
    expect(isSignature(key, 'session', '/a', signature)).toBe(false);
    expect(isSignature(otherKey, 'upload', '/a', signature)).toBe(false);
    expect(isSignature(key, 'upload', '/a', `${signature}x`)).toBe(false);
    expect(isSignature(key, 'upload', '/a', '')).toBe(false);
  });
});

describe('the key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recto-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner only', async () => {
    const made = await readKeyFile(folder);
    expect(made).toHaveLength(32);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await readKeyFile(folder)).toEqual(made);
  });

  it('is not replaced when it is damaged', async () => {
    await writeFile(join(folder, 'secret.key'), 'half');
    await expect(readKeyFile(folder)).rejects.toThrow('damaged');
  });
});

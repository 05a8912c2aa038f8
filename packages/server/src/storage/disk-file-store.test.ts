import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskFileStore, FileTooLarge } from './disk-file-store.ts';
import type { FileStore } from './file-store.ts';

let folder: string;
let files: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-files-'));
  files = createDiskFileStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe('the file store', () => {
  it('keeps what it was given and says how much it was', async () => {
    const written = await files.write('/site/1-a.txt', Readable.from(['hello ', 'world']), 100);
    expect(written).toEqual({ size: 11, md5: '5eb63bbbe01eeed093cb22bb8f5acdc3' });
    expect(await text(await files.read('/site/1-a.txt'))).toBe('hello world');
    expect(await text(await files.read('/site/1-a.txt', { start: 6, end: 8 }))).toBe('wor');
    expect(await files.stat('/site/1-a.txt')).toMatchObject({ size: 11 });
  });

  it('keeps nothing of a file that is too large or breaks off', async () => {
    const large = files.write('/site/1-a.txt', Readable.from(['hello ', 'world']), 10);
    await expect(large).rejects.toBeInstanceOf(FileTooLarge);
    const broken = new Readable({ read: () => broken.destroy(new Error('gone')) });
    await expect(files.write('/site/1-a.txt', broken, 10)).rejects.toThrow('gone');
    expect(await files.stat('/site/1-a.txt')).toBeUndefined();
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });

  it('forgets what is removed, also twice', async () => {
    await files.write('/site/1-a.txt', Readable.from(['x']), 10);
    await files.remove('/site/1-a.txt');
    await files.remove('/site/1-a.txt');
    expect(await files.stat('/site/1-a.txt')).toBeUndefined();
  });

  it.each([
    '/../1-a.txt',
    '/site/../1-a.txt',
    '/site/1-a/../../b.txt',
    '/site/1-a\\..\\b.txt',
    '/site/1-a\0.txt',
    '/site/a.txt',
    '/.incoming/1-a',
    'site/1-a.txt',
    '/site',
  ])('refuses the path %j', async (path) => {
    await expect(files.stat(path)).rejects.toThrow('not a path');
    await expect(files.write(path, Readable.from(['x']), 10)).rejects.toThrow('not a path');
  });
});

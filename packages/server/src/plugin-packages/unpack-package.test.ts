import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packPlugin, packTarball, type TarEntry } from './testing.ts';
import { unpackPackage } from './unpack-package.ts';

const unpack = (entries: readonly TarEntry[]) => unpackPackage(packTarball(entries));

describe('a package', () => {
  it('is its files, without the folder around them', async () => {
    const files = await unpackPackage(packPlugin({ files: { 'dist/ä b.txt': 'hello' } }).tarball);
    expect([...files.keys()]).toEqual(['package.json', 'dist/index.html', 'dist/main.js', 'dist/ä b.txt']);
    expect(files.get('dist/ä b.txt')?.toString()).toBe('hello');
  });

  it('may lie in a folder of any name, and hold empty files', async () => {
    const files = await unpack([{ path: 'stars-1.0.0/a.txt', content: '' }]);
    expect([...files]).toEqual([['a.txt', Buffer.alloc(0)]]);
  });

  it('leaves links out, wherever they lead', async () => {
    const files = await unpack([
      { path: 'package/passwords', type: 'SymbolicLink', linkpath: '/etc/passwd' },
      { path: 'package/key', type: 'Link', linkpath: '../../secret.key' },
      { path: 'package/passwords/a.txt', content: 'a' },
    ]);
    expect([...files.keys()]).toEqual(['passwords/a.txt']);
  });

  it.each([
    'package/../../secret.key',
    'package/a/../../b',
    '../a',
    '/etc/passwd',
    'package//a',
    'package/./a',
    'package/a\\..\\b',
    'package',
  ])('is refused for a file at %s', async (path) => {
    await expect(unpack([{ path, content: 'x' }])).rejects.toMatchObject({ reason: 'path_not_allowed' });
  });

  it.each([
    ['too_large', gzipSync(Buffer.alloc(101 * 1024 * 1024))],
    ['malformed', gzipSync(packPlugin().tarball)],
    ['malformed', Buffer.from('no archive')],
    ['malformed', gzipSync(Buffer.from('no archive'.repeat(100)))],
    ['malformed', packPlugin().tarball.subarray(0, 300)],
    ['malformed', packTarball([])],
    ['empty', packTarball([{ path: 'package/', type: 'Directory' }])],
    [
      'too_many_files',
      packTarball(Array.from({ length: 2_001 }, (_, index) => ({ path: `package/${index}` }))),
    ],
  ])('is refused as %s', async (reason, tarball) => {
    await expect(unpackPackage(tarball)).rejects.toMatchObject({ reason });
  });
});

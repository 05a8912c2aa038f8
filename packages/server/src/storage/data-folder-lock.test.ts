import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that holds the lock's socket and is killed without a chance to clean up. */
async function killHolder(path: string): Promise<void> {
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('held'))`;
  const child = spawn(process.execPath, ['-e', script]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the lock on the data folder', () => {
  it('names the process that holds it', async () => {
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toThrow(`${folder} is in use by process ${process.pid}`);
    await lock.release();
  });

  it('can be taken again after it was released', async () => {
    await (await lockDataFolder(folder)).release();
    await (await lockDataFolder(folder)).release();
  });

  it('is free again when its holder was killed', async () => {
    await killHolder(join(folder, 'lock.sock'));
    await (await lockDataFolder(folder)).release();
  });

  it('goes to one of many that find it stale', async () => {
    await killHolder(join(folder, 'lock.sock'));
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)));
    const locks = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]?.release();
  });

  it('also works in a folder with a very long name', async () => {
    const deep = join(folder, 'a'.repeat(120));
    await mkdir(deep);
    const lock = await lockDataFolder(deep);
    await expect(lockDataFolder(deep)).rejects.toThrow('in use');
    await lock.release();
  });
});

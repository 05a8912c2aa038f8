import { expect, it } from 'vitest';
import { WalSync } from './wal-sync.ts';

/** A disk that finishes one sync at a time, when it is told to. */
function buildSlowDisk() {
  const synced: string[] = [];
  const waiting: (() => void)[] = [];
  const walSync = new WalSync((path) => {
    synced.push(path);
    return new Promise((resolve) => waiting.push(resolve));
  });
  return { walSync, synced, finishOne: () => waiting.shift()?.() };
}

it('tells of a commit after the sync that began behind it, and shares that sync', async () => {
  const { walSync, synced, finishOne } = buildSlowDisk();
  const told: string[] = [];
  const commit = (name: string) => {
    walSync.add(['log']);
    return walSync.settle().then(() => told.push(name));
  };

  const first = commit('first');
  await expect.poll(() => synced).toEqual(['log']);
  const others = [commit('second'), commit('third')];
  finishOne();
  await first;
  expect(told).toEqual(['first']);

  await expect.poll(() => synced).toEqual(['log', 'log']);
  finishOne();
  await Promise.all(others);
  expect(told).toEqual(['first', 'second', 'third']);
  expect(synced).toEqual(['log', 'log']);
});

it('does not mind a log file that is gone', async () => {
  const walSync = new WalSync();
  walSync.add(['/nowhere/log']);
  await walSync.settle();
});

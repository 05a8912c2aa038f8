import { createHash, randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The operating systems allow about a hundred bytes. */
const LONGEST_SOCKET_PATH = 100;
const ATTEMPTS = 5;

export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

/**
 * Makes sure that one process works in the folder. The lock is a local socket: whoever holds it answers, and
 * when it was killed nobody does, so that a stale lock cannot be mistaken for a living one, not even when its
 * process number was given to another program.
 */
export async function lockDataFolder(dataDir: string): Promise<{ release(): Promise<void> }> {
  const path = socketPath(dataDir);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const server = await listen(path);
    if (server) return { release: () => close(server) };
    await removeIfStale(path, dataDir);
  }
  throw new DataFolderInUse(sentence(dataDir, 'another process'));
}

function socketPath(dataDir: string): string {
  const name = `recto-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const path = join(dataDir, 'lock.sock');
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH ? path : join(tmpdir(), `${name}.sock`);
}

/** Answers nothing when the place is taken, dead or alive. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) =>
      socket.end(String(process.pid)).on('error', () => socket.destroy()),
    );
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => resolve(server.unref()));
  });
}

/** Two processes may find the same dead lock: it is moved aside first, and only what was seen dead is removed. */
async function removeIfStale(path: string, dataDir: string): Promise<void> {
  await refuseIfHeld(path, dataDir);
  const aside = `${path.slice(0, LONGEST_SOCKET_PATH - 5)}.${randomBytes(2).toString('hex')}`;
  if (!(await move(path, aside))) return;
  try {
    await refuseIfHeld(aside, dataDir);
  } catch (error) {
    await move(aside, path);
    throw error;
  }
  await rm(aside);
}

async function refuseIfHeld(path: string, dataDir: string): Promise<void> {
  const holder = await askHolder(path);
  if (holder !== undefined) throw new DataFolderInUse(sentence(dataDir, `process ${holder}`));
}

function askHolder(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(path);
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.once('end', () => resolve(answer));
    socket.once('error', () => resolve(undefined));
  });
}

/** Answers whether there was something to move. */
async function move(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function sentence(dataDir: string, holder: string): string {
  return `The data folder ${dataDir} is in use by ${holder}. Stop it first, or set RECTO_DATA_DIR to another folder.`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

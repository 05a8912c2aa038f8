import { randomBytes } from 'node:crypto';
import { chmod, link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The key of an installation without `RECTO_SECRET`: made at the first start, readable by its owner only. */
export async function readKeyFile(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'secret.key');
  const existing = await readFile(path, 'utf8').catch(ignoreThatItIsMissing);
  if (existing === undefined) return createKeyFile(path);
  await chmod(path, 0o600); // a copy of the folder may have lost it
  const key = Buffer.from(existing.trim(), 'hex');
  if (key.length !== KEY_BYTES) throw new Error(`${path} is damaged. Restore it from a backup.`);
  return key;
}

function ignoreThatItIsMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Whole or not at all, and never over an existing one: without its key, what is encrypted is lost. */
async function createKeyFile(path: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES);
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const file = await open(partial, 'wx', 0o600);
  await file.writeFile(`${key.toString('hex')}\n`);
  await file.sync();
  await file.close();
  await link(partial, path);
  await rm(partial);
  return key;
}

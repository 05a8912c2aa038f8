import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs'; // faster than the asynchronous one for many small files
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Database } from '#db/database.ts';
import { openEmbedded } from '#db/open-embedded.ts';
import { prepareTemplate } from './prepare-template.ts';

// A test is too short for the optimizing compiler: it would cost more than it saves.
setFlagsFromString('--liftoff-only');

/** Copies a migrated folder, which takes a tenth of the time that making one takes. */
export async function openEmbeddedTestDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'recto-test-'));
  cpSync(await findTemplate(), folder, { recursive: true });
  const database = await openEmbedded(folder);
  const close = async () => {
    await database.close();
    await rm(folder, { recursive: true });
  };
  return { ...database, close };
}

/** Made once per state of the migrations and kept between runs. */
async function findTemplate(): Promise<string> {
  const template = join(tmpdir(), `recto-test-template-${await hashMigrations()}`);
  const exists = await stat(template).catch(() => undefined);
  if (!exists) await makeTemplate(template);
  return template;
}

async function hashMigrations(): Promise<string> {
  const folder = new URL('../db/migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(new URL(file, folder)));
  return hash
    .update(process.getuid?.().toString() ?? '')
    .digest('hex')
    .slice(0, 16);
}

async function makeTemplate(template: string): Promise<void> {
  const folder = await mkdtemp(`${template}-`);
  const database = await openEmbedded(join(folder, 'database'));
  await prepareTemplate(database);
  await database.close();
  await rename(join(folder, 'database'), template).catch(ignoreThatItExists);
  await rm(folder, { recursive: true });
}

/** Two test files began together: the first template stays. */
function ignoreThatItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

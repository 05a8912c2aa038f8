import { storePathOf } from '#assets/asset-path.ts';
import type { Db } from '#db/database.ts';
import type { Ports } from '#http/ports.ts';
import { removeFilesLater } from '#storage/remove-files.ts';
import { findUnusedPaths } from './table.ts';

/** Of assets that are gone. Other environments may show the same files. */
export async function removeUnusedFiles(
  db: Db,
  { jobs }: Pick<Ports, 'jobs'>,
  siteId: string,
  paths: readonly string[],
): Promise<void> {
  const unused = await findUnusedPaths(db, paths);
  const stored = unused.map((path) => storePathOf(path, siteId)).filter((path) => path !== undefined);
  await removeFilesLater(db, jobs, stored);
}

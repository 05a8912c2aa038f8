import type { PluginManifest } from '@recto/content/plugin/manifest';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** A version of a package whose files are here. It never changes. */
export interface InstalledPackage {
  name: string;
  version: string;
  integrity: string;
  /** In the file store; nobody outside can guess it. */
  folder: string;
  manifest: PluginManifest;
  /** In the order they were stored in: the place of a file is its number. */
  files: readonly { path: string; size: number }[];
}

export async function findPackage(
  db: Db,
  name: string,
  version: string,
): Promise<InstalledPackage | undefined> {
  const { rows } = await sql<InstalledPackage>`
    select name, version, integrity, folder, manifest, files from plugin_package
    where name = ${name} and version = ${version}`.execute(db);
  return rows[0];
}

/** Answers false when somebody else was faster. */
export async function insertPackage(db: Db, installed: InstalledPackage, now: Date): Promise<boolean> {
  const { name, version, integrity, folder, manifest, files } = installed;
  const { rows } = await sql`
    insert into plugin_package (name, version, integrity, folder, manifest, files, installed_at)
    values (${name}, ${version}, ${integrity}, ${folder}, ${JSON.stringify(manifest)}::jsonb,
      ${JSON.stringify(files)}::jsonb, ${now})
    on conflict do nothing returning name`.execute(db);
  return rows.length > 0;
}

export function storePathOf({ folder }: Pick<InstalledPackage, 'folder'>, index: number): string {
  return `/${folder}/${index}-file`;
}

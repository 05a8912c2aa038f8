import type { Db } from '#db/database.ts';
import { findPackage, type InstalledPackage } from './table.ts';

/** An installed package, with the number of each of its files. */
export interface KeptPackage extends InstalledPackage {
  places: ReadonlyMap<string, number>;
}
export type FindKeptPackage = (name: string, version: string) => Promise<KeptPackage | undefined>;

/** Packages whose list of files stays in memory; the one unused for longest leaves first. */
const KEPT_PACKAGES = 50;

/** Finds installed packages, each once: a version never changes. */
export function keepPackages(db: Db): FindKeptPackage {
  const kept = new Map<string, KeptPackage>();
  return async (name, version) => {
    const key = `${name}@${version}`;
    const found = kept.get(key) ?? withPlaces(await findPackage(db, name, version));
    if (!found) return undefined;
    kept.delete(key);
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_PACKAGES && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

function withPlaces(installed: InstalledPackage | undefined): KeptPackage | undefined {
  return (
    installed && { ...installed, places: new Map(installed.files.map(({ path }, index) => [path, index])) }
  );
}

import { Readable } from 'node:stream';
import type { NewId } from '@recto/content/id';
import { type PluginManifest, readManifest } from '@recto/content/plugin/manifest';
import type { Db } from '#db/database.ts';
import type { FileStore } from '#storage/file-store.ts';
import { downloadTarball, findPublished, PackageProblem, type PublishedVersion } from './package-registry.ts';
import { findPackage, type InstalledPackage, insertPackage, storePathOf } from './table.ts';
import { type PackageFiles, unpackPackage } from './unpack-package.ts';

export interface Installation {
  db: Db;
  files: FileStore;
  now: Date;
  newId: NewId;
}

/**
 * Brings a package here, unless it is: found at the registry, compared with its digest, unpacked and read. Never
 * inside of a transaction, which would wait for a machine elsewhere. Null as version: the latest.
 */
export async function installPackage(
  installation: Installation,
  name: string,
  version: string | null,
): Promise<InstalledPackage> {
  const { db } = installation;
  const known = version === null ? undefined : await findPackage(db, name, version);
  if (known) return known;
  const published = await findPublished(name, version);
  if (!published) throw new PackageProblem('version_not_found');
  return oneByOne(
    async () => (await findPackage(db, name, published.version)) ?? fetchPackage(installation, published),
  );
}

/** Files that are stored at the same time: each waits for the disk. */
const WRITERS = 8;

let last: Promise<unknown> = Promise.resolve();

/** A package is held in memory while it is unpacked: one at a time, however many are asked for. */
function oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(work, work);
  last = turn;
  return turn;
}

async function fetchPackage(
  installation: Installation,
  published: PublishedVersion,
): Promise<InstalledPackage> {
  const contents = await unpackPackage(await downloadTarball(published));
  const manifest = manifestOf(contents, published);
  const { name, version, integrity } = published;
  const folder = `plugin-${installation.newId()}`;
  const files = [...contents].map(([path, content]) => ({ path, size: content.length }));
  const installed: InstalledPackage = { name, version, integrity, folder, manifest, files };
  await store(installation, installed, contents);
  if (await insertPackage(installation.db, installed, installation.now)) return installed;
  await removeFiles(installation, installed);
  const first = await findPackage(installation.db, name, version);
  if (!first) throw new Error(`${name}@${version} came and went`);
  return first;
}

function manifestOf(contents: PackageFiles, { name }: PublishedVersion): PluginManifest {
  const packageJson = parse(contents.get('package.json'));
  if (packageJson?.name !== name) throw new PackageProblem('malformed');
  const manifest = readManifest(packageJson, contents);
  if (typeof manifest === 'string') throw new PackageProblem(manifest);
  return manifest;
}

function parse(content: Buffer | undefined): Record<string, unknown> | undefined {
  try {
    return content && JSON.parse(content.toString('utf8'));
  } catch {
    return undefined; // not JSON: refused as malformed
  }
}

/** All files or none. */
async function store(
  installation: Installation,
  installed: InstalledPackage,
  contents: PackageFiles,
): Promise<void> {
  const places = [...contents.values()].entries();
  const write = async () => {
    for (const [index, content] of places) {
      const path = storePathOf(installed, index);
      await installation.files.write(path, Readable.from([content]), content.length);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, write));
  const failed = ends.find((end) => end.status === 'rejected');
  if (!failed) return;
  await removeFiles(installation, installed);
  throw failed.reason;
}

async function removeFiles({ files }: Installation, installed: InstalledPackage): Promise<void> {
  for (const index of installed.files.keys()) await files.remove(storePathOf(installed, index));
}

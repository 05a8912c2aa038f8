import type { FileStore } from './file-store.ts';

/** False when there is no such file. */
export async function copyFile(files: FileStore, from: string, to: string): Promise<boolean> {
  const found = await files.stat(from);
  if (!found) return false;
  await files.write(to, await files.read(from), found.size);
  return true;
}

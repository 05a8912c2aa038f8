import { cleanFileName } from '#api/upload-requests/clean-file-name.ts';
import { storePathOf, uploadPathOf } from '#assets/asset-path.ts';
import { LARGEST_FILE_BYTES } from '#assets/receive-file.ts';
import type { RequestContext } from '#http/context.ts';
import type { Change } from './change-upload.ts';
import { type LoadedFile, loadFile } from './load-file.ts';
import type { Upload } from './upload.ts';

/** The file that a change brings along: another one, or the same under another name, which is a new address.
 *  Undefined when the file stays. */
export async function replaceFile(
  upload: Upload,
  { attributes: { path, basename } }: Change,
  context: RequestContext,
): Promise<LoadedFile | undefined> {
  if (path !== undefined && path !== upload.path) return loadFile(path, context);
  if (basename === undefined || basename === upload.basename) return undefined;
  return loadFile(await copyFile(upload, basename, context), context);
}

async function copyFile(
  upload: Upload,
  basename: string,
  { site, files, now }: RequestContext,
): Promise<string> {
  const extension = upload.filename.slice(upload.basename.length);
  const path = uploadPathOf(site.id, `${now.getTime()}-${cleanFileName(`${basename}${extension}`)}`);
  const [from, to] = [storePathOf(upload.path, site.id), storePathOf(path, site.id)];
  if (from === undefined || to === undefined) throw new Error(`${upload.path} is no path of the project.`);
  await files.write(to, await files.read(from), LARGEST_FILE_BYTES);
  return path;
}

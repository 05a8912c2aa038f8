import { Refusal } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { findWrittenFile } from '#api/upload-requests/table.ts';
import { fileNameOf, storePathOf } from '#assets/asset-path.ts';
import type { RequestContext } from '#http/context.ts';
import { inspectFile } from './inspect-file.ts';
import type { FileFacts, Upload } from './upload.ts';

export type LoadedFile = FileFacts & Pick<Upload, 'path' | 'basename' | 'filename'>;

/** The file that was put at `path`; refuses a path of another project, and one where nothing is. */
export async function loadFile(path: string, { db, files, site }: RequestContext): Promise<LoadedFile> {
  const storePath = storePathOf(path, site.id);
  const written = storePath === undefined ? undefined : await findWrittenFile(db, path);
  const facts = storePath === undefined ? undefined : await inspectFile(files, storePath, written);
  if (!facts) throw new Refusal([invalidField('Upload', 'path', 'VALIDATION_INVALID')]);
  const filename = fileNameOf(path);
  return { ...facts, path, filename, basename: filename.replace(/\.[^.]*$/, '') };
}

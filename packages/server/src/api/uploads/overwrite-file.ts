import { refusal } from '@recto/content/refusal';
import { listEnvironments } from '#api/environments/table.ts';
import { storePathOf } from '#assets/asset-path.ts';
import { LARGEST_FILE_BYTES } from '#assets/receive-file.ts';
import type { Db } from '#db/database.ts';
import type { RequestContext } from '#http/context.ts';
import { refuseWrite } from '#http/refuse-place.ts';
import { readSchema } from '#schema/load-schema.ts';
import { judgeUsers } from './judge-users.ts';
import { type LoadedFile, loadFile } from './load-file.ts';
import { recordUploadEvent, removeUnusedFile } from './save-upload.ts';
import { lockUpload, lockUploadsOf, updateUpload } from './table.ts';
import type { FileFacts, Upload } from './upload.ts';

/**
 * Puts another file at the address of an asset. Forks share the file, so the assets of all environments that show
 * it get it, or none does: their records are asked whether they bear it.
 */
export async function overwriteFile(
  context: RequestContext,
  upload: Upload,
  { path, change }: { path: string; change: (upload: Upload) => Upload },
): Promise<Upload> {
  const file = await loadFile(path, context);
  refuseOtherKind(upload, file);
  const { path: _path, basename: _basename, filename: _filename, ...facts } = file;
  const after = await context.db.transaction().execute(async (db) => {
    for (const other of await findOthers(db, context, upload))
      await overwriteOther(context, db, other, facts);
    return save({ ...context, db }, upload, (current) => change({ ...current, ...facts }));
  });
  await moveBytes(context, path, upload.path);
  return after;
}

/** Who asked for the address got a type with it, which stays true. */
function refuseOtherKind(upload: Upload, file: LoadedFile): void {
  const [from, to] = [extensionOf(upload.filename), extensionOf(file.filename)];
  if (from !== to) throw refusal('KEEP_URL_FORMAT_CONFLICT', { current_format: from, new_format: to });
  if (upload.mimeType !== file.mimeType) {
    throw refusal('KEEP_URL_CONTENT_TYPE_CONFLICT', {
      current_mime_type: upload.mimeType,
      new_mime_type: file.mimeType,
    });
  }
}

function extensionOf(filename: string): string {
  const extension = /\.([^.]*)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  return extension === 'jpeg' ? 'jpg' : extension;
}

interface OtherUpload {
  environmentId: string;
  id: string;
}

/** Refuses where one of them may not be written to. */
async function findOthers(
  db: Db,
  { site, environment }: RequestContext,
  upload: Upload,
): Promise<OtherUpload[]> {
  const environments = await listEnvironments(db, site.id);
  // A fork that is being made copies what was told of the file before.
  if (environments.some(({ status }) => status === 'creating')) throw refusal('CONCURRENT_UPLOAD_UPDATE');
  const uploads = await lockUploadsOf(db, upload.path);
  const others = uploads.filter(
    ({ environmentId, id }) => environmentId !== environment.id || id !== upload.id,
  );
  for (const each of environments.filter(({ id }) => others.some((other) => other.environmentId === id))) {
    refuseWrite('content', site, { ...environment, ...each });
  }
  return others;
}

async function overwriteOther(context: RequestContext, db: Db, other: OtherUpload, facts: FileFacts) {
  const schema = await readSchema(db, other.environmentId);
  const environment = { ...context.environment, id: other.environmentId, schemaVersion: schema.version };
  const there = { ...context, db, schema, environment };
  const { id } = other;
  await save(there, { id }, (current) => ({ ...current, ...facts, updatedAt: context.now }));
}

async function save(
  context: RequestContext,
  { id }: { id: string },
  change: (upload: Upload) => Upload,
): Promise<Upload> {
  const { db, environment } = context;
  const before = await lockUpload(db, environment.id, id);
  const after = change(before);
  await updateUpload(db, environment.id, after);
  const touched = await judgeUsers(db, context, before, after);
  await recordUploadEvent(db, context, 'update', id, touched);
  return after;
}

/** After the commit, because the old bytes do not come back. */
async function moveBytes(context: RequestContext, from: string, to: string): Promise<void> {
  const { files, site } = context;
  const [source, target] = [storePathOf(from, site.id), storePathOf(to, site.id)];
  if (source === undefined || target === undefined) throw new Error(`${to} is no path of the project.`);
  await files.write(target, await files.read(source), LARGEST_FILE_BYTES);
  await removeUnusedFile(context, from);
}

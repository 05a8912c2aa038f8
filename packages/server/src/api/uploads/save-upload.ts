import type { EventType } from '@recto/content/event';
import { Refusal, refusal } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { listTracks } from '#api/upload-tracks/table.ts';
import { storePathOf } from '#assets/asset-path.ts';
import type { Db } from '#db/database.ts';
import { ForeignKeyViolation, UniqueViolation } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import { recordEvents } from '#http/record-events.ts';
import { judgeUsers } from './judge-users.ts';
import { deleteUpload, findUsers, insertUpload, isFileUsed, lockUpload, updateUpload } from './table.ts';
import type { Upload } from './upload.ts';

/*
 * Uploads are saved in transactions of their own, which begin when the file has been read: the one connection of
 * the embedded database must not wait for a decoder.
 */

export async function saveNewUpload(context: RequestContext, upload: Upload): Promise<Upload> {
  try {
    await withKnownCollection(() =>
      context.db.transaction().execute(async (db) => {
        await insertUpload(db, context.environment.id, upload);
        await recordUploadEvent(db, context, 'create', upload.id);
      }),
    );
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw new Refusal([invalidField('Upload', 'id', 'VALIDATION_UNIQUENESS')]);
  }
  return upload;
}

/** `change` sees the upload as it is now, locked. */
export async function saveChangedUpload(
  context: RequestContext,
  id: string,
  change: (upload: Upload) => Upload,
): Promise<Upload> {
  const { before, after } = await withKnownCollection(() =>
    context.db.transaction().execute(async (db) => {
      const before = await lockUpload(db, context.environment.id, id);
      const after = change(before);
      await updateUpload(db, context.environment.id, after);
      const touched = await judgeUsers(db, context, before, after);
      await recordUploadEvent(db, context, 'update', id, touched);
      return { before, after };
    }),
  );
  if (before.path !== after.path) await removeUnusedFile(context, before.path);
  return after;
}

/** Refuses while a record shows the asset. */
export async function destroyUpload(context: RequestContext, id: string): Promise<Upload> {
  const { upload, tracks } = await context.db.transaction().execute(async (db) => {
    const locked = await lockUpload(db, context.environment.id, id);
    const users = await findUsers(db, context.environment.id, id);
    if (users.length > 0) {
      const items = users.map((user) => ({ id: user.id, item_type: user.itemTypeId }));
      throw refusal('UPLOAD_IS_CURRENTLY_IN_USE', { items });
    }
    const tracks = await listTracks(db, context.environment.id, id);
    await deleteUpload(db, context.environment.id, id);
    await recordUploadEvent(db, context, 'delete', id);
    return { upload: locked, tracks };
  });
  for (const { path } of [upload, ...tracks]) await removeUnusedFile(context, path);
  return upload;
}

/** The collection may have gone since it was looked up. */
async function withKnownCollection<Result>(save: () => Promise<Result>): Promise<Result> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof ForeignKeyViolation)) throw error;
    throw new Refusal([invalidField('Upload', 'upload_collection', 'VALIDATION_INVALID')]);
  }
}

/** After the commit, because a file does not come back. Forks of an environment share it. */
export async function removeUnusedFile({ db, files, site }: RequestContext, path: string): Promise<void> {
  const storePath = storePathOf(path, site.id);
  if (storePath !== undefined && !(await isFileUsed(db, site.id, path))) await files.remove(storePath);
}

export function recordUploadEvent(
  db: Db,
  context: RequestContext,
  eventType: EventType,
  entityId: string,
  cacheTags: readonly string[] = [],
): Promise<void> {
  const { site, environment, now } = context;
  const details = { cache_tags: [...cacheTags] };
  const event = { entityType: 'upload', eventType, entityId, details } as const;
  return recordEvents(db, { siteId: site.id, environment, now }, [event]);
}

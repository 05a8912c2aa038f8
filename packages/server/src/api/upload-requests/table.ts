import type { Db } from '#db/database.ts';

export interface UploadRequest {
  /** The path that the upload will have. */
  id: string;
  siteId: string;
  filename: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Answers false when the path is taken. Also forgets requests that nobody used in time. */
export async function insertUploadRequest(db: Db, request: UploadRequest): Promise<boolean> {
  const row = await db
    .with('forgotten', (query) =>
      query
        .deleteFrom('upload_request')
        .where('uploaded_at', 'is', null)
        .where('expires_at', '<', request.createdAt),
    )
    .insertInto('upload_request')
    .values({
      id: request.id,
      site_id: request.siteId,
      filename: request.filename,
      created_at: request.createdAt,
      expires_at: request.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** A permission is good for one file: answers whether this is the first to use it, in time. */
export async function claimUploadRequest(db: Db, id: string, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('upload_request')
    .set({ uploaded_at: now })
    .where('id', '=', id)
    .where('uploaded_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** After a transfer that broke off, so that it can be tried again. */
export async function giveBackUploadRequest(db: Db, id: string): Promise<void> {
  await db.updateTable('upload_request').set({ uploaded_at: null }).where('id', '=', id).execute();
}

export async function completeUploadRequest(
  db: Db,
  id: string,
  written: { size: number; md5: string },
): Promise<void> {
  await db.updateTable('upload_request').set(written).where('id', '=', id).execute();
}

/** What is known of the file since it was written; undefined when it came another way. */
export async function findWrittenFile(
  db: Db,
  id: string,
): Promise<{ size: number; md5: string } | undefined> {
  const row = await db
    .selectFrom('upload_request')
    .select(['size', 'md5'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.size != null && row.md5 !== null ? { size: row.size, md5: row.md5 } : undefined;
}

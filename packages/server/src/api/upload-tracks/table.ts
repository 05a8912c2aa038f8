import type { Db } from '#db/database.ts';
import type { TrackKind } from './contract.ts';

/** Further sound of a video, or its subtitles. */
export interface UploadTrack {
  id: string;
  uploadId: string;
  kind: TrackKind;
  name: string;
  languageCode: string;
  closedCaptions: boolean | null;
  path: string;
  /** Why its file is of no use; null: it is. */
  error: string | null;
  createdAt: Date;
}

export async function listTracks(db: Db, environmentId: string, uploadId: string): Promise<UploadTrack[]> {
  const rows = await db
    .selectFrom('upload_track')
    .selectAll()
    .where('environment_id', '=', environmentId)
    .where('upload_id', '=', uploadId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    uploadId: row.upload_id,
    kind: row.kind as TrackKind, // we write no other
    name: row.name,
    languageCode: row.language_code,
    closedCaptions: row.closed_captions,
    path: row.path,
    error: row.error,
    createdAt: row.created_at,
  }));
}

export async function insertTrack(db: Db, environmentId: string, track: UploadTrack): Promise<void> {
  await db
    .insertInto('upload_track')
    .values({
      environment_id: environmentId,
      id: track.id,
      upload_id: track.uploadId,
      kind: track.kind,
      name: track.name,
      language_code: track.languageCode,
      closed_captions: track.closedCaptions,
      path: track.path,
      error: track.error,
      created_at: track.createdAt,
    })
    .execute();
}

export async function deleteTrack(db: Db, environmentId: string, id: string): Promise<void> {
  await db
    .deleteFrom('upload_track')
    .where('environment_id', '=', environmentId)
    .where('id', '=', id)
    .execute();
}

import type { JsonObject } from '@recto/content/json';
import type { UploadTrack } from './table.ts';

export function presentTrack(track: UploadTrack): JsonObject {
  return {
    type: 'upload_track',
    id: track.id,
    attributes: {
      type: track.kind,
      name: track.name,
      language_code: track.languageCode,
      error: track.error,
      status: track.error === null ? 'ready' : 'errored',
      closed_captions: track.closedCaptions,
    },
    relationships: { upload: { data: { type: 'upload', id: track.uploadId } } },
  };
}

import type { RequestContext } from '#http/context.ts';
import type { LoadedFile } from './load-file.ts';
import type { Upload } from './upload.ts';

/** A file as an asset of whoever asks, with nothing said about it yet. */
export function newUpload(id: string, file: LoadedFile, { identity, now }: RequestContext): Upload {
  return {
    ...file,
    id,
    duration: null,
    frameRate: null,
    author: null,
    copyright: null,
    notes: null,
    tags: [],
    smartTags: [],
    defaultFieldMetadata: {},
    uploadCollectionId: null,
    creator: identity,
    createdAt: now,
    updatedAt: now,
  };
}

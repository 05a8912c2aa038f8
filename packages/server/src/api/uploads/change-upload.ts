import type { UploadCollection } from '@recto/content/media/upload-collection';
import { type ErrorReason, refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import type { Tree } from '@recto/content/tree/tree';
import type { Static } from '@sinclair/typebox';
import { idOf } from '#schema/linkage.ts';
import type { updateUploadBody } from './contract.ts';
import { type MetadataPatch, patchMetadata, readMetadataPatch } from './default-metadata.ts';
import type { Upload } from './upload.ts';

type Attributes = NonNullable<Static<typeof updateUploadBody>['data']['attributes']>;
type Relationships = Static<typeof updateUploadBody>['data']['relationships'];

export interface Change {
  attributes: Attributes;
  relationships: Relationships;
}

/** The upload as the request wants it. Reports everything that is wrong with the request at once. */
export function changeUpload(
  upload: Upload,
  { attributes, relationships }: Change,
  {
    locales,
    now,
    collections,
  }: { locales: readonly string[]; now: Date; collections: Tree<UploadCollection> },
): Upload {
  const patch = readMetadataPatch(attributes.default_field_metadata ?? {}, locales);
  const moved = idOf(relationships?.upload_collection);
  refuseAll([...localeProblems(patch, locales), ...collectionProblems(moved ?? null, collections)]);
  const { author, copyright, notes, tags } = attributes;
  return {
    ...upload,
    author: author === undefined ? upload.author : author,
    copyright: copyright === undefined ? upload.copyright : copyright,
    notes: notes === undefined ? upload.notes : notes,
    tags: tags === undefined ? upload.tags : [...new Set(tags)],
    creator: relationships?.creator?.data ?? upload.creator,
    uploadCollectionId: moved === undefined ? upload.uploadCollectionId : moved,
    defaultFieldMetadata: patchMetadata(upload.defaultFieldMetadata, patch),
    updatedAt: now,
  };
}

function localeProblems(patch: MetadataPatch, locales: readonly string[]): ErrorReason[] {
  const unknown = Object.keys(patch).filter((locale) => !locales.includes(locale));
  if (unknown.length === 0) return [];
  return [
    invalidField('Upload', 'default_field_metadata', 'VALIDATION_INVALID_LOCALES', { locales: unknown }),
  ];
}

export function refuseUnknownCollection(id: string | null, collections: Tree<UploadCollection>): void {
  refuseAll(collectionProblems(id, collections));
}

function collectionProblems(id: string | null, collections: Tree<UploadCollection>): ErrorReason[] {
  if (id === null || collections.some((collection) => collection.id === id)) return [];
  return [invalidField('Upload', 'upload_collection', 'VALIDATION_INVALID')];
}

import { type ErrorReason, refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import type { Static } from '@sinclair/typebox';
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
  { locales, now }: { locales: readonly string[]; now: Date },
): Upload {
  const patch = readMetadataPatch(attributes.default_field_metadata ?? {}, locales);
  refuseAll([...localeProblems(patch, locales), ...collectionProblems(relationships)]);
  const { author, copyright, notes, tags } = attributes;
  return {
    ...upload,
    author: author === undefined ? upload.author : author,
    copyright: copyright === undefined ? upload.copyright : copyright,
    notes: notes === undefined ? upload.notes : notes,
    tags: tags === undefined ? upload.tags : [...new Set(tags)],
    creator: relationships?.creator?.data ?? upload.creator,
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

/** There are no collections in this version, so none can be named. */
function collectionProblems(relationships: Relationships): ErrorReason[] {
  if (!relationships?.upload_collection?.data) return [];
  return [invalidField('Upload', 'upload_collection', 'VALIDATION_INVALID')];
}

import { collectionPath, type UploadCollection } from '@recto/content/media/upload-collection';
import { mayActOnUpload, type TouchedContent } from '@recto/content/permissions/evaluate';
import type { UploadAction } from '@recto/content/permissions/permissions';
import type { Tree } from '@recto/content/tree/tree';
import type { RequestContext } from '#http/context.ts';
import type { Change } from './change-upload.ts';
import { readMetadataPatch } from './default-metadata.ts';
import type { Upload } from './upload.ts';

/** An asset, and the collections around it. */
export interface FiledUpload {
  upload: Upload;
  collections: Tree<UploadCollection>;
}

/** `collectionId`: where the asset is going to lie. */
export function mayCreate(
  collections: Tree<UploadCollection>,
  collectionId: string | null,
  { permissions, identity }: RequestContext,
): boolean {
  const path = collectionPath(collections, collectionId);
  return mayActOnUpload(permissions, { action: 'create', collections: path, identity, nonLocalized: true });
}

export function mayRead(filed: FiledUpload, context: RequestContext): boolean {
  return mayDo('read', filed, context);
}

export function mayDestroy(filed: FiledUpload, context: RequestContext): boolean {
  return mayDo('delete', filed, context, { nonLocalized: true });
}

export function mayTag(filed: FiledUpload, context: RequestContext): boolean {
  return mayDo('update', filed, context, { nonLocalized: true });
}

export function mayMove(filed: FiledUpload, collectionId: string | null, context: RequestContext): boolean {
  const toCollections = collectionPath(filed.collections, collectionId);
  return collectionId === filed.upload.uploadCollectionId || mayDo('move', filed, context, { toCollections });
}

/** Each kind of change is asked for by itself: details by locale, the file, the creator. */
export function mayUpdate(
  filed: FiledUpload,
  { attributes, relationships }: Change,
  context: RequestContext,
): boolean {
  const { upload } = filed;
  const patch = readMetadataPatch(attributes.default_field_metadata ?? {}, context.environment.locales);
  const { author, copyright, notes, tags, path, basename } = attributes;
  const nonLocalized = [author, copyright, notes, tags, basename].some((value) => value !== undefined);
  const replaces = path !== undefined && path !== upload.path;
  return (
    mayDo('update', filed, context, { locales: Object.keys(patch), nonLocalized }) &&
    (!replaces || mayDo('replace_asset', filed, context)) &&
    (!relationships?.creator || mayDo('edit_creator', filed, context)) &&
    (!relationships?.upload_collection ||
      mayMove(filed, relationships.upload_collection.data?.id ?? null, context))
  );
}

function mayDo(
  action: Exclude<UploadAction, 'all'>,
  { upload, collections }: FiledUpload,
  { permissions, identity }: RequestContext,
  touched: TouchedContent & { toCollections?: readonly string[] } = {},
): boolean {
  const { creator, uploadCollectionId } = upload;
  const path = collectionPath(collections, uploadCollectionId);
  return mayActOnUpload(permissions, { action, creator, collections: path, identity, ...touched });
}

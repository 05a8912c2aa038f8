import { mayActOnUpload, type TouchedContent } from '@recto/content/permissions/evaluate';
import type { UploadAction } from '@recto/content/permissions/permissions';
import type { RequestContext } from '#http/context.ts';
import type { Change } from './change-upload.ts';
import { readMetadataPatch } from './default-metadata.ts';
import type { Upload } from './upload.ts';

export function mayCreate({ permissions, identity }: RequestContext): boolean {
  return mayActOnUpload(permissions, { action: 'create', identity, nonLocalized: true });
}

export function mayRead(upload: Upload, context: RequestContext): boolean {
  return mayDo('read', upload, context);
}

export function mayDestroy(upload: Upload, context: RequestContext): boolean {
  return mayDo('delete', upload, context, { nonLocalized: true });
}

/** Each kind of change is asked for by itself: details by locale, the file, the creator. */
export function mayUpdate(
  upload: Upload,
  { attributes, relationships }: Change,
  context: RequestContext,
): boolean {
  const patch = readMetadataPatch(attributes.default_field_metadata ?? {}, context.environment.locales);
  const { author, copyright, notes, tags, path, basename } = attributes;
  const nonLocalized = [author, copyright, notes, tags, basename].some((value) => value !== undefined);
  const replaces = path !== undefined && path !== upload.path;
  return (
    mayDo('update', upload, context, { locales: Object.keys(patch), nonLocalized }) &&
    (!replaces || mayDo('replace_asset', upload, context)) &&
    (!relationships?.creator || mayDo('edit_creator', upload, context))
  );
}

function mayDo(
  action: Exclude<UploadAction, 'all'>,
  { creator, uploadCollectionId }: Upload,
  { permissions, identity }: RequestContext,
  touched: TouchedContent = {},
): boolean {
  const collections = uploadCollectionId === null ? [] : [uploadCollectionId];
  return mayActOnUpload(permissions, { action, creator, collections, identity, ...touched });
}

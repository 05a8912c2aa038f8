import type { UploadRow } from '#db/tables.ts';
import type { Upload } from './delivery-context.ts';

export type UploadColumns = { [Column in keyof UploadRow]: unknown };

export function uploadFromRow(columns: UploadColumns): Upload {
  const row = columns as unknown as UploadRow & Record<'created_at' | 'updated_at', Date>; // as the driver reads it
  return {
    id: row.id,
    path: row.path,
    basename: row.basename,
    filename: row.filename,
    format: row.format,
    mimeType: row.mime_type,
    size: row.size,
    width: row.width,
    height: row.height,
    md5: row.md5,
    isImage: row.is_image,
    author: row.author,
    copyright: row.copyright,
    notes: row.notes,
    tags: row.tags as unknown as string[],
    smartTags: row.smart_tags as unknown as string[],
    defaultFieldMetadata: row.default_field_metadata as unknown as Upload['defaultFieldMetadata'],
    blurhash: row.blurhash,
    thumbhash: row.thumbhash,
    colors: row.colors as unknown as Upload['colors'],
    exifInfo: row.exif_info as unknown as Upload['exifInfo'],
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

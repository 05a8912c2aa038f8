import type { Json } from '@recto/content/json';
import { environmentFlags } from '@recto/content/schema/environment-flags';
import type { RequestContext } from '#http/context.ts';
import { presentLinkage } from '#schema/linkage.ts';
import { presentMetadata } from './default-metadata.ts';
import type { Upload } from './upload.ts';

export function presentUpload(upload: Upload, { settings, environment }: RequestContext): Json {
  const isByLocale = !environmentFlags(environment.settings.meta).non_localized_focal_points;
  return {
    id: upload.id,
    type: 'upload',
    attributes: {
      size: upload.size,
      width: upload.width,
      height: upload.height,
      path: upload.path,
      basename: upload.basename,
      filename: upload.filename,
      url: `${settings.assetsUrl}${upload.path}`,
      format: upload.format,
      author: upload.author,
      copyright: upload.copyright,
      notes: upload.notes,
      md5: upload.md5,
      duration: upload.duration,
      frame_rate: upload.frameRate,
      blurhash: upload.blurhash,
      thumbhash: upload.thumbhash,
      mux_playback_id: null,
      mux_mp4_highest_res: null,
      default_field_metadata: presentMetadata(upload.defaultFieldMetadata, environment.locales, isByLocale),
      is_image: upload.isImage,
      created_at: upload.createdAt.toISOString(),
      updated_at: upload.updatedAt.toISOString(),
      mime_type: upload.mimeType,
      tags: upload.tags,
      smart_tags: upload.smartTags,
      exif_info: upload.exifInfo,
      colors: upload.colors,
    },
    relationships: {
      creator: { data: { type: upload.creator.type, id: upload.creator.id } },
      upload_collection: presentLinkage('upload_collection', upload.uploadCollectionId),
    },
    // Nothing is scanned in this version, and nothing pretends to be.
    meta: { antivirus: { status: 'skipped', checked_at: null, threat_name: null } },
  };
}

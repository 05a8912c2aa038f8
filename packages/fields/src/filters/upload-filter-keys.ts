import type { UploadAttribute } from '@recto/content/condition';
import type { FilterInputName } from './registry.ts';

/** The keys of `UploadFilter` in their published order. */
export const uploadFilterKeys: readonly {
  key: string;
  filter: FilterInputName;
  attribute: UploadAttribute;
}[] = [
  { key: 'type', filter: 'TypeFilter', attribute: 'type' },
  { key: 'inUse', filter: 'InUseFilter', attribute: 'in_use' },
  { key: 'resolution', filter: 'ResolutionFilter', attribute: 'resolution' },
  { key: 'size', filter: 'UploadSizeFilter', attribute: 'size' },
  { key: 'tags', filter: 'UploadTagsFilter', attribute: 'tags' },
  { key: 'smartTags', filter: 'UploadTagsFilter', attribute: 'smart_tags' },
  { key: 'colors', filter: 'UploadColorsFilter', attribute: 'colors' },
  { key: 'orientation', filter: 'OrientationFilter', attribute: 'orientation' },
  { key: 'id', filter: 'UploadIdFilter', attribute: 'id' },
  { key: 'mimeType', filter: 'UploadMimeTypeFilter', attribute: 'mime_type' },
  { key: 'format', filter: 'UploadFormatFilter', attribute: 'format' },
  { key: 'height', filter: 'UploadHeightFilter', attribute: 'height' },
  { key: 'width', filter: 'UploadWidthFilter', attribute: 'width' },
  { key: 'alt', filter: 'UploadAltFilter', attribute: 'alt' },
  { key: 'title', filter: 'UploadTitleFilter', attribute: 'title' },
  { key: 'notes', filter: 'UploadNotesFilter', attribute: 'notes' },
  { key: 'md5', filter: 'UploadMd5Filter', attribute: 'md5' },
  { key: 'path', filter: 'UploadPathFilter', attribute: 'path' },
  { key: 'author', filter: 'UploadAuthorFilter', attribute: 'author' },
  { key: 'copyright', filter: 'UploadCopyrightFilter', attribute: 'copyright' },
  { key: 'basename', filter: 'UploadBasenameFilter', attribute: 'basename' },
  { key: 'filename', filter: 'UploadFilenameFilter', attribute: 'filename' },
  { key: '_createdAt', filter: 'UploadCreatedAtFilter', attribute: 'created_at' },
  { key: '_updatedAt', filter: 'UploadUpdatedAtFilter', attribute: 'updated_at' },
];

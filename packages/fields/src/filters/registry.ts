import type { FilterInput } from '@recto/content/condition';
import { booleanFilter } from './boolean-filter.ts';
import { colorFilter } from './color-filter.ts';
import { createdAtFilter } from './created-at-filter.ts';
import { dateFilter } from './date-filter.ts';
import { dateTimeFilter } from './date-time-filter.ts';
import { fileFilter } from './file-filter.ts';
import { floatFilter } from './float-filter.ts';
import { galleryFilter } from './gallery-filter.ts';
import { inUseFilter } from './in-use-filter.ts';
import { integerFilter } from './integer-filter.ts';
import { itemIdFilter } from './item-id-filter.ts';
import { jsonFilter } from './json-filter.ts';
import { latLonFilter } from './lat-lon-filter.ts';
import { linkFilter } from './link-filter.ts';
import { linksFilter } from './links-filter.ts';
import { localesFilter } from './locales-filter.ts';
import { orientationFilter } from './orientation-filter.ts';
import { parentFilter } from './parent-filter.ts';
import { positionFilter } from './position-filter.ts';
import { publishedAtFilter } from './published-at-filter.ts';
import { resolutionFilter } from './resolution-filter.ts';
import { seoFilter } from './seo-filter.ts';
import { slugFilter } from './slug-filter.ts';
import { statusFilter } from './status-filter.ts';
import { stringFilter } from './string-filter.ts';
import { structuredTextFilter } from './structured-text-filter.ts';
import { textFilter } from './text-filter.ts';
import { typeFilter } from './type-filter.ts';
import { updatedAtFilter } from './updated-at-filter.ts';
import { uploadAltFilter } from './upload-alt-filter.ts';
import { uploadAuthorFilter } from './upload-author-filter.ts';
import { uploadBasenameFilter } from './upload-basename-filter.ts';
import { uploadColorsFilter } from './upload-colors-filter.ts';
import { uploadCopyrightFilter } from './upload-copyright-filter.ts';
import { uploadCreatedAtFilter } from './upload-created-at-filter.ts';
import { uploadFilenameFilter } from './upload-filename-filter.ts';
import { uploadFormatFilter } from './upload-format-filter.ts';
import { uploadHeightFilter } from './upload-height-filter.ts';
import { uploadIdFilter } from './upload-id-filter.ts';
import { uploadMd5Filter } from './upload-md5-filter.ts';
import { uploadMimeTypeFilter } from './upload-mime-type-filter.ts';
import { uploadNotesFilter } from './upload-notes-filter.ts';
import { uploadPathFilter } from './upload-path-filter.ts';
import { uploadSizeFilter } from './upload-size-filter.ts';
import { uploadTagsFilter } from './upload-tags-filter.ts';
import { uploadTitleFilter } from './upload-title-filter.ts';
import { uploadUpdatedAtFilter } from './upload-updated-at-filter.ts';
import { uploadWidthFilter } from './upload-width-filter.ts';
import { videoFilter } from './video-filter.ts';

/** Every filter input of the delivery API by its name. The Content Management API reads the same operators,
 *  spelled in snake_case. */
export const filterInputs = {
  BooleanFilter: booleanFilter,
  ColorFilter: colorFilter,
  JsonFilter: jsonFilter,
  SeoFilter: seoFilter,
  VideoFilter: videoFilter,
  DateFilter: dateFilter,
  FloatFilter: floatFilter,
  IntegerFilter: integerFilter,
  DateTimeFilter: dateTimeFilter,
  CreatedAtFilter: createdAtFilter,
  UpdatedAtFilter: updatedAtFilter,
  PublishedAtFilter: publishedAtFilter,
  FileFilter: fileFilter,
  GalleryFilter: galleryFilter,
  LatLonFilter: latLonFilter,
  LinkFilter: linkFilter,
  LinksFilter: linksFilter,
  SlugFilter: slugFilter,
  StringFilter: stringFilter,
  TextFilter: textFilter,
  StructuredTextFilter: structuredTextFilter,
  ItemIdFilter: itemIdFilter,
  StatusFilter: statusFilter,
  LocalesFilter: localesFilter,
  ParentFilter: parentFilter,
  PositionFilter: positionFilter,
  TypeFilter: typeFilter,
  ResolutionFilter: resolutionFilter,
  OrientationFilter: orientationFilter,
  InUseFilter: inUseFilter,
  UploadSizeFilter: uploadSizeFilter,
  UploadHeightFilter: uploadHeightFilter,
  UploadWidthFilter: uploadWidthFilter,
  UploadTagsFilter: uploadTagsFilter,
  UploadColorsFilter: uploadColorsFilter,
  UploadIdFilter: uploadIdFilter,
  UploadFormatFilter: uploadFormatFilter,
  UploadMd5Filter: uploadMd5Filter,
  UploadPathFilter: uploadPathFilter,
  UploadMimeTypeFilter: uploadMimeTypeFilter,
  UploadAltFilter: uploadAltFilter,
  UploadTitleFilter: uploadTitleFilter,
  UploadAuthorFilter: uploadAuthorFilter,
  UploadCopyrightFilter: uploadCopyrightFilter,
  UploadNotesFilter: uploadNotesFilter,
  UploadBasenameFilter: uploadBasenameFilter,
  UploadFilenameFilter: uploadFilenameFilter,
  UploadCreatedAtFilter: uploadCreatedAtFilter,
  UploadUpdatedAtFilter: uploadUpdatedAtFilter,
} as const satisfies Record<string, FilterInput>;

export type FilterInputName = keyof typeof filterInputs;

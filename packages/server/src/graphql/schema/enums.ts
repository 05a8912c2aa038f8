import { GraphQLEnumType } from 'graphql';
import { localeName } from './names.ts';
import type { SchemaScope } from './scope.ts';

export const ItemStatusType = wordEnum('ItemStatus', ['draft', 'updated', 'published']);
export const FaviconType = wordEnum('FaviconType', ['icon', 'appleTouchIcon', 'msApplication']);
export const ColorBucketType = wordEnum('ColorBucketType', [
  'red',
  'orange',
  'pink',
  'cyan',
  'purple',
  'blue',
  'yellow',
  'green',
  'brown',
  'grey',
  'white',
  'black',
]);
export const UploadTypeEnum = wordEnum('UploadType', [
  'image',
  'audio',
  'video',
  'richtext',
  'presentation',
  'spreadsheet',
  'pdfdocument',
  'archive',
]);
export const UploadOrientationType = wordEnum('UploadOrientation', ['landscape', 'portrait', 'square']);
export const ResolutionType = wordEnum('ResolutionType', ['icon', 'small', 'medium', 'large']);
export const VideoMp4ResType = wordEnum('VideoMp4Res', ['low', 'medium', 'high']);
export const MuxThumbnailFitModeType = wordEnum('MuxThumbnailFitMode', [
  'preserve',
  'stretch',
  'crop',
  'smartcrop',
  'pad',
]);
export const MuxThumbnailRotationType = wordEnum('MuxThumbnailRotation', [
  'ROTATE_90',
  'ROTATE_180',
  'ROTATE_270',
]);
export const MuxThumbnailFormatType = wordEnum('MuxThumbnailFormatType', ['jpg', 'png', 'gif']);

/** The environment's locales in their order. Inside, a value is the locale as the project spells it. */
export function siteLocaleType(scope: SchemaScope): GraphQLEnumType {
  return scope.once('SiteLocale', (name) => new GraphQLEnumType({ name, values: localeValues(scope) }));
}

/** Where a link is held: in a locale, or in a field that is not localized. */
export function linkingLocaleType(scope: SchemaScope): GraphQLEnumType {
  return scope.once(
    'LinkingLocale',
    (name) =>
      new GraphQLEnumType({
        name,
        description: 'Linking locales',
        values: { ...localeValues(scope), _nonLocalized: {} },
      }),
  );
}

function localeValues(scope: SchemaScope): Record<string, { value: string }> {
  return Object.fromEntries(
    scope.schema.settings.locales.map((locale) => [localeName(locale), { value: locale }]),
  );
}

export function wordEnum(name: string, words: readonly string[]): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(words.map((word) => [word, {}])) });
}

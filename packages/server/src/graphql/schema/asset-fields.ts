import { writeDateTime } from '@recto/fields/date-time/iso-date-time';
import { GraphQLNonNull, GraphQLString } from 'graphql';
import type { DeliveryContext, Upload, UploadSource } from '../delivery-context.ts';
import { assetAlt, assetCustomData, assetFocalPoint, assetText, assetUrl } from '../resolve/asset.ts';
import { blurUpThumb } from '../resolve/blur-up.ts';
import { assetEditingUrl } from '../resolve/editing-url.ts';
import { responsiveImage } from '../resolve/responsive-image.ts';
import { imgixParamsArgument, localeArguments } from './arguments.ts';
import type { AssetPromise } from './asset-promise.ts';
import { COSTS } from './costs.ts';
import {
  type FieldConfig,
  type Fields,
  field,
  fullListOf,
  nonNullIf,
  requiredField,
} from './field-config.ts';
import { blurUpArguments, FocalPoint, ResponsiveImage, sizesArgument } from './image-types.ts';
import { CustomData, dateTimeType, IntType, UploadId } from './scalars.ts';
import type { SchemaScope } from './scope.ts';
import { ColorField } from './value-types.ts';
import { uploadVideoType } from './video-types.ts';

/** The fields of an asset type, in the order of their names; what is promised is never null. */
export function assetFields(scope: SchemaScope, { kind, alt, title }: AssetPromise): Fields<UploadSource> {
  const args = localeArguments(scope);
  const isSized = kind !== undefined;
  const isImage = kind === 'Image';
  return {
    _createdAt: moment(scope, 'createdAt'),
    _editingUrl: field(GraphQLString, assetEditingUrl, EDITING_URL),
    _updatedAt: moment(scope, 'updatedAt'),
    alt: { type: nonNullIf(alt, GraphQLString), args, resolve: assetAlt },
    author: text('author'),
    basename: requiredText('basename'),
    blurUpThumb: {
      type: GraphQLString,
      args: blurUpArguments,
      extensions: { cost: COSTS.heavy },
      resolve: blurUpThumb,
    },
    blurhash: text('blurhash'),
    colors: field(fullListOf(ColorField), ({ upload }) => upload.colors),
    copyright: text('copyright'),
    customData: { type: new GraphQLNonNull(CustomData), args, resolve: assetCustomData },
    exifInfo: requiredField(CustomData, ({ upload }) => upload.exifInfo),
    filename: requiredText('filename'),
    focalPoint: { type: nonNullIf(isImage, FocalPoint), args, resolve: assetFocalPoint },
    format: requiredField(GraphQLString, ({ upload }) => upload.format ?? ''),
    height: field(nonNullIf(isSized, IntType), ({ upload }) => upload.height),
    id: requiredField(UploadId, ({ upload }) => upload.id),
    md5: requiredText('md5'),
    mimeType: requiredField(GraphQLString, ({ upload }) => upload.mimeType ?? 'application/octet-stream'),
    notes: text('notes'),
    responsiveImage: {
      type: nonNullIf(isImage, ResponsiveImage),
      args: { ...imgixParamsArgument, ...sizesArgument, ...args },
      resolve: responsiveImage,
    },
    size: requiredField(IntType, ({ upload }) => upload.size),
    smartTags: field(fullListOf(GraphQLString), ({ upload }) => upload.smartTags),
    tags: field(fullListOf(GraphQLString), ({ upload }) => upload.tags),
    thumbhash: text('thumbhash'),
    title: { type: nonNullIf(title, GraphQLString), args, resolve: assetText('title') },
    url: { type: new GraphQLNonNull(GraphQLString), args: imgixParamsArgument, resolve: assetUrl },
    // Nothing processes videos yet, so none can be played.
    video: field(nonNullIf(kind === 'Video', uploadVideoType(scope)), () => null),
    width: field(nonNullIf(isSized, IntType), ({ upload }) => upload.width),
  };
}

const EDITING_URL =
  'The DatoCMS URL where you can edit this entity. To use this field, you need to set a X-Base-Editing-Url header in the request';

type TextKey = { [Key in keyof Upload]: Upload[Key] extends string | null ? Key : never }[keyof Upload];

function text(key: TextKey): FieldConfig<UploadSource> {
  return field(GraphQLString, ({ upload }) => upload[key]);
}

function requiredText(key: TextKey): FieldConfig<UploadSource> {
  return requiredField(GraphQLString, ({ upload }) => upload[key]);
}

function moment(scope: SchemaScope, key: 'createdAt' | 'updatedAt'): FieldConfig<UploadSource> {
  return requiredField(dateTimeType(scope), ({ upload }, { schema: { settings } }: DeliveryContext) =>
    writeDateTime(upload[key], settings.timeZone, settings.millisecondsInDatetime),
  );
}

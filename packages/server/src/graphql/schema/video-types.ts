import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { DeliveryContext, Upload } from '../delivery-context.ts';
import { assetAlt, assetText } from '../resolve/asset.ts';
import { blurUpThumb } from '../resolve/blur-up.ts';
import { mp4Url, streamingUrl, thumbnailUrl, type VideoSource } from '../resolve/video.ts';
import { localeArguments } from './arguments.ts';
import { COSTS } from './costs.ts';
import {
  MuxThumbnailFitModeType,
  MuxThumbnailFormatType,
  MuxThumbnailRotationType,
  VideoMp4ResType,
} from './enums.ts';
import type { Fields } from './field-config.ts';
import { blurUpArguments } from './image-types.ts';
import { IntType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** A processed video. No asset answers one until videos are processed. */
export function uploadVideoType(scope: SchemaScope): GraphQLObjectType {
  return scope.once(
    'UploadVideoField',
    (name) => new GraphQLObjectType({ name, fields: videoFields(scope) }),
  );
}

function videoFields(scope: SchemaScope): Fields<VideoSource> {
  const args = localeArguments(scope);
  const text = new GraphQLNonNull(GraphQLString);
  const length = new GraphQLNonNull(IntType);
  return {
    alt: { type: GraphQLString, args, resolve: ofAsset(assetAlt) },
    blurUpThumb: {
      type: GraphQLString,
      args: blurUpArguments,
      extensions: { cost: COSTS.heavy },
      resolve: ofAsset(blurUpThumb),
    },
    blurhash: { type: GraphQLString, resolve: ofUpload('blurhash') },
    duration: { type: GraphQLInt, resolve: ({ duration }) => duration },
    framerate: { type: GraphQLInt, resolve: ({ framerate }) => framerate },
    height: { type: length, resolve: ofUpload('height') },
    mp4Url: { type: GraphQLString, args: mp4Arguments, resolve: mp4Url },
    muxAssetId: { type: text, resolve: ({ assetId }) => assetId },
    muxPlaybackId: { type: text, resolve: ({ playbackId }) => playbackId },
    posterTime: { type: GraphQLFloat, resolve: ({ posterTime }) => posterTime },
    streamingUrl: { type: text, resolve: streamingUrl },
    thumbhash: { type: GraphQLString, resolve: ofUpload('thumbhash') },
    thumbnailUrl: { type: text, args: thumbnailArguments, resolve: thumbnailUrl },
    title: { type: GraphQLString, args, resolve: ofAsset(assetText('title')) },
    width: { type: length, resolve: ofUpload('width') },
  };
}

/** What the video says as any asset does. */
function ofAsset<Arguments, Value>(
  read: (source: VideoSource['source'], args: Arguments, context: DeliveryContext) => Value,
): (video: VideoSource, args: Arguments, context: DeliveryContext) => Value {
  return ({ source }, args, context) => read(source, args, context);
}

function ofUpload<Key extends keyof Upload>(key: Key): (video: VideoSource) => Upload[Key] {
  return ({ source }) => source.upload[key];
}

const mp4Arguments = {
  res: {
    type: VideoMp4ResType,
    description: 'Pick highest resolution available up to the specified argument',
  },
  exactRes: {
    type: VideoMp4ResType,
    description: 'Pick the exact resolution quality specified in the argument',
  },
};

const thumbnailArguments = {
  format: {
    type: MuxThumbnailFormatType,
    description: 'The file extension of the requested image format. Either png, jpg or gif',
    defaultValue: 'jpg',
  },
  time: { type: GraphQLFloat, description: 'Seconds into the video; its poster time unless given' },
  width: { type: GraphQLInt, description: 'Pixels' },
  height: { type: GraphQLInt, description: 'Pixels' },
  fitMode: { type: MuxThumbnailFitModeType, description: 'How the picture is made to fit both sides' },
  rotate: { type: MuxThumbnailRotationType, description: 'Clockwise' },
  flipV: { type: GraphQLBoolean, description: 'Upside down' },
  flipH: { type: GraphQLBoolean, description: 'Left to right' },
};

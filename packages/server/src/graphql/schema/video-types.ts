import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { localeArguments } from './arguments.ts';
import { COSTS } from './costs.ts';
import { MuxThumbnailFormatType, VideoMp4ResType } from './enums.ts';
import { blurUpArguments } from './image-types.ts';
import { IntType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** A processed video. Its values come with the video service; until then no asset answers one. */
export function uploadVideoType(scope: SchemaScope): GraphQLObjectType {
  return scope.once('UploadVideoField', (name) => {
    const locales = localeArguments(scope);
    return new GraphQLObjectType({
      name,
      fields: {
        alt: { type: GraphQLString, args: locales },
        blurUpThumb: { type: GraphQLString, args: blurUpArguments, extensions: { cost: COSTS.heavy } },
        blurhash: { type: GraphQLString },
        duration: { type: GraphQLInt },
        framerate: { type: GraphQLInt },
        height: { type: new GraphQLNonNull(IntType) },
        mp4Url: { type: GraphQLString, args: mp4Arguments },
        muxAssetId: { type: new GraphQLNonNull(GraphQLString) },
        muxPlaybackId: { type: new GraphQLNonNull(GraphQLString) },
        streamingUrl: { type: new GraphQLNonNull(GraphQLString) },
        thumbhash: { type: GraphQLString },
        thumbnailUrl: { type: new GraphQLNonNull(GraphQLString), args: thumbnailArguments },
        title: { type: GraphQLString, args: locales },
        width: { type: new GraphQLNonNull(IntType) },
      },
    });
  });
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
};

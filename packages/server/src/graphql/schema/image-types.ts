import { GraphQLFloat, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { type Arguments, imgixParamsArgument } from './arguments.ts';
import { FloatType, IntType } from './scalars.ts';

/** The published name begins with a small letter. */
export const FocalPoint = new GraphQLObjectType({
  name: 'focalPoint',
  fields: {
    x: { type: new GraphQLNonNull(FloatType) },
    y: { type: new GraphQLNonNull(FloatType) },
  },
});

export const ResponsiveImage = new GraphQLObjectType({
  name: 'ResponsiveImage',
  fields: {
    alt: { type: GraphQLString },
    aspectRatio: { type: new GraphQLNonNull(FloatType) },
    base64: { type: GraphQLString, resolve: ({ base64 }: { base64(): unknown }) => base64() },
    bgColor: { type: GraphQLString },
    height: { type: new GraphQLNonNull(IntType) },
    sizes: { type: new GraphQLNonNull(GraphQLString) },
    src: { type: new GraphQLNonNull(GraphQLString) },
    srcSet: { type: new GraphQLNonNull(GraphQLString) },
    title: { type: GraphQLString },
    webpSrcSet: { type: new GraphQLNonNull(GraphQLString) },
    width: { type: new GraphQLNonNull(IntType) },
  },
});

export const sizesArgument: Arguments = {
  sizes: { type: GraphQLString, description: 'Specify a custom `sizes` attribute for the image' },
};

export const blurUpArguments: Arguments = {
  punch: {
    type: new GraphQLNonNull(GraphQLFloat),
    description:
      'Controls the "punch" value (~contrast) of the blurhash decoding algorithm (defaults to 1.0)',
    defaultValue: 1,
  },
  size: {
    type: new GraphQLNonNull(GraphQLInt),
    description: 'Maximum image dimension (defaults to 24px)',
    defaultValue: 24,
  },
  quality: {
    type: new GraphQLNonNull(GraphQLInt),
    description: 'Image quality (defaults to 70%)',
    defaultValue: 70,
  },
  ...imgixParamsArgument,
};

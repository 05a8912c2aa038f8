import type { JsonObject } from '@recto/content/json';
import { GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { cssRgb, type StoredColor, writeHex } from '../resolve/color.ts';
import { requiredField } from './field-config.ts';
import { FloatType, IntType } from './scalars.ts';

export const ColorField = new GraphQLObjectType({
  name: 'ColorField',
  fields: {
    alpha: requiredField<StoredColor>(IntType, (color) => color.alpha),
    blue: requiredField<StoredColor>(IntType, (color) => color.blue),
    cssRgb: requiredField<StoredColor>(GraphQLString, cssRgb),
    green: requiredField<StoredColor>(IntType, (color) => color.green),
    hex: requiredField<StoredColor>(GraphQLString, (color, { schema }) =>
      writeHex(color, schema.settings.flags.improved_hex_management),
    ),
    red: requiredField<StoredColor>(IntType, (color) => color.red),
  },
});

export const LatLonField = new GraphQLObjectType({
  name: 'LatLonField',
  fields: {
    latitude: { type: new GraphQLNonNull(FloatType) },
    longitude: { type: new GraphQLNonNull(FloatType) },
  },
});

/** A video that lives elsewhere, with the details its provider gave. */
export const VideoField = new GraphQLObjectType({
  name: 'VideoField',
  fields: {
    height: requiredField<JsonObject>(IntType, (video) => video.height),
    provider: requiredField<JsonObject>(GraphQLString, (video) => video.provider),
    providerUid: requiredField<JsonObject>(GraphQLString, (video) => video.provider_uid),
    thumbnailUrl: requiredField<JsonObject>(GraphQLString, (video) => video.thumbnail_url),
    title: requiredField<JsonObject>(GraphQLString, (video) => video.title),
    url: requiredField<JsonObject>(GraphQLString, (video) => video.url),
    width: requiredField<JsonObject>(IntType, (video) => video.width),
  },
});

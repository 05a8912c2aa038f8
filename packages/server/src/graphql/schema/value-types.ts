import type { Json, JsonObject } from '@recto/content/json';
import { GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import type { LocaleScope } from '../delivery-context.ts';
import { defaultAsset } from '../resolve/asset.ts';
import { cssRgb, type StoredColor, writeHex } from '../resolve/color.ts';
import { assetType } from './asset-types.ts';
import { type Fields, field, requiredField } from './field-config.ts';
import { BooleanType, FloatType, IntType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

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

export interface SeoSource {
  value: Json;
  scope: LocaleScope;
}

export function seoFieldType(scope: SchemaScope): GraphQLObjectType {
  return scope.once(
    'SeoField',
    (name) =>
      new GraphQLObjectType({
        name,
        fields: (): Fields<SeoSource> => ({
          description: field(GraphQLString, seoValue('description')),
          image: field(assetType(scope), ({ value, scope: locales }, context) =>
            defaultAsset((value as JsonObject).image ?? null, locales, context),
          ),
          noIndex: field(BooleanType, seoValue('no_index')),
          title: field(GraphQLString, seoValue('title')),
          twitterCard: field(GraphQLString, seoValue('twitter_card')),
        }),
      }),
  );
}

function seoValue(key: string): (source: SeoSource) => Json {
  return ({ value }) => (value as JsonObject)[key] ?? null;
}

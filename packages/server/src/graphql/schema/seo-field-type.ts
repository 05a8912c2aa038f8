import type { Json, JsonObject } from '@recto/content/json';
import { GraphQLObjectType, GraphQLString } from 'graphql';
import type { LocaleScope } from '../delivery-context.ts';
import { defaultAsset } from '../resolve/asset.ts';
import { assetType } from './asset-types.ts';
import { COSTS } from './costs.ts';
import { type Fields, field } from './field-config.ts';
import { BooleanType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

interface SeoSource {
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
          image: {
            type: assetType(scope),
            extensions: { cost: COSTS.heavy },
            resolve: ({ value, scope: locales }, _args, context) =>
              defaultAsset((value as JsonObject).image ?? null, locales, context),
          },
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

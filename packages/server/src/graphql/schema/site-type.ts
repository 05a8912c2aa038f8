import { GraphQLList, GraphQLObjectType, GraphQLString } from 'graphql';
import { faviconTags } from '../resolve/favicon-tags.ts';
import {
  type GlobalSeoSource,
  globalSeo,
  isSiteHidden,
  type SiteSource,
  siteFavicon,
} from '../resolve/site.ts';
import { localeArguments } from './arguments.ts';
import { assetType } from './asset-types.ts';
import { FaviconType, siteLocaleType } from './enums.ts';
import { type Fields, field, fullListOf } from './field-config.ts';
import { TagType } from './meta-fields.ts';
import { BooleanType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';
import { seoFieldType } from './seo-field-type.ts';

export function siteType(scope: SchemaScope): GraphQLObjectType {
  return scope.once(
    'Site',
    (name) =>
      new GraphQLObjectType({
        name,
        fields: (): Fields<SiteSource> => ({
          favicon: field(assetType(scope), siteFavicon),
          faviconMetaTags: {
            type: fullListOf(TagType),
            args: faviconArguments,
            resolve: faviconTags,
          },
          globalSeo: { type: globalSeoType(scope), args: localeArguments(scope), resolve: globalSeo },
          locales: field(fullListOf(siteLocaleType(scope)), (_site, { schema }) => schema.settings.locales),
          noIndex: field(BooleanType, isSiteHidden),
        }),
      }),
  );
}

const faviconArguments = {
  variants: {
    type: new GraphQLList(FaviconType),
    description: 'The variants to build',
    defaultValue: ['icon'],
  },
};

function globalSeoType(scope: SchemaScope): GraphQLObjectType {
  return scope.once(
    'GlobalSeoField',
    (name) =>
      new GraphQLObjectType({
        name,
        fields: (): Fields<GlobalSeoSource> => ({
          facebookPageUrl: field(GraphQLString, ({ value }) => value.facebook_page_url ?? null),
          fallbackSeo: field(seoFieldType(scope), ({ value, scope: locales }) =>
            value.fallback_seo ? { value: value.fallback_seo, scope: locales } : null,
          ),
          siteName: field(GraphQLString, ({ value }) => value.site_name ?? null),
          titleSuffix: field(GraphQLString, ({ value }) => value.title_suffix ?? null),
          twitterAccount: field(GraphQLString, ({ value }) => value.twitter_account ?? null),
        }),
      }),
  );
}

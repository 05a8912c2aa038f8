import { type GraphQLArgumentConfig, type GraphQLInputType, GraphQLList, GraphQLNonNull } from 'graphql';
import { ORDER_COST, PAGE_COST } from './costs.ts';
import { siteLocaleType } from './enums.ts';
import { ImgixParamsType } from './imgix-params-type.ts';
import { IntType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

export type Arguments = Record<string, GraphQLArgumentConfig>;

export function localeArgument(scope: SchemaScope): Arguments {
  return {
    locale: {
      type: siteLocaleType(scope),
      description: "The locale to use to fetch the field's content",
    },
  };
}

export function fallbackLocalesArgument(scope: SchemaScope): Arguments {
  return {
    fallbackLocales: {
      type: new GraphQLList(new GraphQLNonNull(siteLocaleType(scope))),
      description: 'If you want to fallback to a default translation when a translation has not been found',
    },
  };
}

export function localeArguments(scope: SchemaScope): Arguments {
  return { ...localeArgument(scope), ...fallbackLocalesArgument(scope) };
}

export const imgixParamsArgument: Arguments = {
  imgixParams: { type: ImgixParamsType, description: 'Imgix transformations to apply to the image' },
};

export const pageArguments: Arguments = {
  skip: { type: IntType, description: 'Skip the first results' },
  first: {
    type: IntType,
    description: 'Limit the number of results',
    defaultValue: 20,
    extensions: PAGE_COST,
  },
};

export function filterArgument(filter: GraphQLInputType): Arguments {
  return { filter: { type: filter } };
}

/** Takes a list, earlier keys first, or one bare key. */
export function orderByArgument(order: GraphQLInputType, byDefault: string): Arguments {
  return { orderBy: { type: new GraphQLList(order), defaultValue: [byDefault], extensions: ORDER_COST } };
}

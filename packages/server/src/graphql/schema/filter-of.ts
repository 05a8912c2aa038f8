import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLInputObjectType, GraphQLList } from 'graphql';
import type { FilterReader } from '../resolve/read-filter.ts';
import type { FilterKeys } from './filter-keys.ts';
import { typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

export interface Filter extends FilterReader {
  type: GraphQLInputObjectType;
  keys(): FilterKeys;
}

export function modelFilterName(itemType: ItemType): string {
  return `${typeStem(itemType.apiKey)}ModelFilter`;
}

/** A filter of keys that must all hold, with its own kind in `OR` and `AND`. */
export function filterOf(scope: SchemaScope, name: string, makeKeys: () => FilterKeys): Filter {
  return scope.once(`filter ${name}`, () => {
    const keys = (): FilterKeys => scope.once(`keys of ${name}`, makeKeys);
    const type: GraphQLInputObjectType = new GraphQLInputObjectType({
      name,
      fields: () => {
        const fields = Object.entries(keys()).map(([key, { type }]) => [key, { type }] as const);
        const alternatives = { type: new GraphQLList(type) };
        return { ...Object.fromEntries(fields), OR: alternatives, AND: alternatives };
      },
    });
    return { type, keys };
  });
}

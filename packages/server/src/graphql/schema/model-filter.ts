import type { ItemType } from '@recto/content/schema/item-type';
import { uploadFilterKeys } from '@recto/fields/filters/upload-filter-keys';
import { GraphQLInputObjectType, GraphQLList } from 'graphql';
import { type FilterKeys, modelFilterKeys, operatorKey } from './filter-keys.ts';
import { typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

export interface Filter {
  type: GraphQLInputObjectType;
  /** Made when first needed: a filter may reach itself. */
  keys(): FilterKeys;
}

export function modelFilter(scope: SchemaScope, itemType: ItemType): Filter {
  return filterOf(scope, modelFilterName(itemType), () => modelFilterKeys(scope, itemType));
}

export function modelFilterName(itemType: ItemType): string {
  return `${typeStem(itemType.apiKey)}ModelFilter`;
}

export function uploadFilter(scope: SchemaScope): Filter {
  return filterOf(scope, 'UploadFilter', () =>
    Object.fromEntries(
      uploadFilterKeys.map(({ key, filter, attribute }) => [
        key,
        operatorKey(scope, filter, (locale) => ({ kind: 'upload', attribute, locale })),
      ]),
    ),
  );
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

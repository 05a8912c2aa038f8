import type { ItemType } from '@recto/content/schema/item-type';
import { type GraphQLObjectType, type GraphQLScalarType, GraphQLString, GraphQLUnionType } from 'graphql';
import type { DeliveryContext, RecordSource } from '../delivery-context.ts';
import { compareNames, recordTypeName, typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

export type MemberType = GraphQLUnionType | GraphQLObjectType | GraphQLScalarType;

/** The type of what may stand in a place: a union of record types, the record type itself when there is only
 *  one, and text, of which there never is any, when there is none. */
export function memberType(scope: SchemaScope, name: string, itemTypes: readonly ItemType[]): MemberType {
  const [first, ...others] = itemTypes;
  if (!first) return GraphQLString;
  if (others.length === 0) return scope.recordType(first);
  return scope.once(
    name,
    () =>
      new GraphQLUnionType({
        name,
        types: () => itemTypes.map((itemType) => scope.recordType(itemType)).sort(compareNames),
        resolveType: (source: RecordSource, _context: DeliveryContext) => recordTypeName(source.itemType),
      }),
  );
}

/** `BlogPostModelContentField`: what is made for one field of one model begins like this. */
export function fieldTypeName(itemType: ItemType, fieldApiKey: string): string {
  return `${typeStem(itemType.apiKey)}Model${typeStem(fieldApiKey)}Field`;
}

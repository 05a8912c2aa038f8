import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import type { DeliveryContext, RecordSource } from '../delivery-context.ts';
import type { Fields } from './field-config.ts';
import { inverseFields } from './inverse-fields.ts';
import { localesField, metaFields } from './meta-fields.ts';
import { recordTypeName, sortedByName } from './names.ts';
import { ownFields } from './own-fields.ts';
import type { SchemaScope } from './scope.ts';
import { stageField } from './stage-fields.ts';
import { orderFields } from './tree-fields.ts';

/** The object type of a model's records or of a block model's blocks. */
export function recordType(scope: SchemaScope, itemType: ItemType): GraphQLObjectType {
  return scope.once(
    recordTypeName(itemType),
    (name) =>
      new GraphQLObjectType<RecordSource, DeliveryContext>({
        name,
        description: `${itemType.modularBlock ? 'Block' : 'Record'} of type ${itemType.name} (${itemType.apiKey})`,
        interfaces: () => [recordInterface(scope)],
        fields: () => sortedByName(recordFields(scope, itemType)),
      }),
  );
}

/** Meta fields come last: an API key can never hide what every record promises. */
function recordFields(scope: SchemaScope, itemType: ItemType): Fields<RecordSource> {
  return {
    ...ownFields(scope, itemType),
    ...orderFields(scope, itemType),
    ...inverseFields(scope, itemType),
    ...localesField(scope, itemType),
    ...stageField(scope, itemType),
    ...metaFields(scope),
  };
}

function recordInterface(scope: SchemaScope): GraphQLInterfaceType {
  return scope.once(
    'RecordInterface',
    (name) =>
      new GraphQLInterfaceType({
        name,
        fields: () => metaFields(scope),
        resolveType: (source: RecordSource) => recordTypeName(source.itemType),
      }),
  );
}

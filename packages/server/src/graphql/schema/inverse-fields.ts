import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLNonNull } from 'graphql';
import type { RecordSource } from '../delivery-context.ts';
import { countReferencing, listReferencing } from '../resolve/inverse.ts';
import {
  filterArgument,
  localeArgument,
  localeArguments,
  orderByArgument,
  pageArguments,
} from './arguments.ts';
import { CollectionMetadata } from './collection-metadata.ts';
import { COSTS } from './costs.ts';
import { type Fields, fullListOf } from './field-config.ts';
import { type LinkPath, linkPathsTo } from './inverse-paths.ts';
import { modelFilter } from './model-filter.ts';
import { pluralStem } from './names.ts';
import { modelOrderBy } from './order-by.ts';
import type { SchemaScope } from './scope.ts';
import { throughArgument } from './through-argument.ts';

/** `_allReferencing<Models>` and its count, for each model that can point at records of this one. */
export function inverseFields(scope: SchemaScope, linked: ItemType): Fields<RecordSource> {
  if (!linked.inverseRelationshipsEnabled || linked.modularBlock) return {};
  const fields: Fields<RecordSource> = {};
  for (const linking of scope.models) {
    const paths = linkPathsTo(scope, linking, linked);
    if (paths.length > 0) Object.assign(fields, fieldsBetween(scope, linking, linked, paths));
  }
  return fields;
}

function fieldsBetween(
  scope: SchemaScope,
  linking: ItemType,
  linked: ItemType,
  paths: readonly LinkPath[],
): Fields<RecordSource> {
  const name = `_allReferencing${pluralStem(linking.apiKey)}`;
  const filter = modelFilter(scope, linking);
  const order = modelOrderBy(scope, linking);
  const through = throughArgument(scope, linking, linked, paths);
  return {
    [name]: {
      type: fullListOf(scope.recordType(linking)),
      args: {
        ...through,
        ...localeArguments(scope),
        ...pageArguments,
        ...filterArgument(filter.type),
        ...orderByArgument(order.type, order.byDefault),
      },
      extensions: { cost: COSTS.collection },
      resolve: listReferencing(linking, paths, filter, order),
    },
    [`${name}Meta`]: {
      type: new GraphQLNonNull(CollectionMetadata),
      description: 'Returns meta information regarding a record collection',
      args: { ...through, ...localeArgument(scope), ...filterArgument(filter.type) },
      extensions: { cost: COSTS.count },
      resolve: countReferencing(linking, paths, filter),
    },
  };
}

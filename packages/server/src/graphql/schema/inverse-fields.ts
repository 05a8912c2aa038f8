import type { ItemType } from '@recto/content/schema/item-type';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
import type { RecordSource } from '../delivery-context.ts';
import { countReferencing, listReferencing } from '../resolve/inverse.ts';
import {
  type Arguments,
  filterArgument,
  localeArgument,
  localeArguments,
  orderByArgument,
  pageArguments,
} from './arguments.ts';
import { CollectionMetadata } from './collection-metadata.ts';
import { linkingLocaleType } from './enums.ts';
import { type Fields, fullListOf } from './field-config.ts';
import { type LinkPath, linkPathsTo } from './inverse-paths.ts';
import { modelFilter } from './model-filter.ts';
import { pluralStem, typeStem } from './names.ts';
import { modelOrderBy } from './order-by.ts';
import type { SchemaScope } from './scope.ts';

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
      resolve: listReferencing(linking, paths, filter, order),
    },
    [`${name}Meta`]: {
      type: new GraphQLNonNull(CollectionMetadata),
      description: 'Returns meta information regarding a record collection',
      args: { ...through, ...localeArgument(scope), ...filterArgument(filter.type) },
      resolve: countReferencing(linking, paths, filter),
    },
  };
}

function throughArgument(
  scope: SchemaScope,
  linking: ItemType,
  linked: ItemType,
  paths: readonly LinkPath[],
): Arguments {
  const pair = `Between${typeStem(linking.apiKey)}And${typeStem(linked.apiKey)}`;
  const type = scope.once(
    `InverseRelationshipFilter${pair}`,
    (name) =>
      new GraphQLInputObjectType({
        name,
        description: 'Specifies how to filter linking records',
        fields: () => ({
          fields: {
            type: linkingFieldsFilter(linking, linked, paths),
            description: 'Specifies how to filter by linking fields',
          },
          locales: {
            type: linkingLocalesFilter(scope),
            description: 'Specifies how to filter by linking locales',
          },
        }),
      }),
  );
  return { through: { type, description: 'Specifies how to filter linking records' } };
}

function linkingFieldsFilter(
  linking: ItemType,
  linked: ItemType,
  paths: readonly LinkPath[],
): GraphQLInputType {
  const [from, to] = [typeStem(linking.apiKey), typeStem(linked.apiKey)];
  const names = new GraphQLEnumType({
    name: `${from}ModelFieldsReferencing${to}Model`,
    description: 'Linking fields',
    values: Object.fromEntries(paths.map(({ name }) => [name, {}])),
  });
  return new GraphQLInputObjectType({
    name: `InverseRelationshipFieldFilterBetween${from}And${to}`,
    description: 'Specifies how to filter by linking fields',
    fields: {
      anyIn: {
        type: listOfNames(names),
        description:
          'Filter linking records that reference current record in at least one of the specified fields',
      },
      notIn: {
        type: listOfNames(names),
        description:
          'Filter linking records that do not reference current record in any of the specified fields',
      },
    },
  });
}

function linkingLocalesFilter(scope: SchemaScope): GraphQLInputType {
  return scope.once('LinkingLocalesFilter', (name) => {
    const locales = linkingLocaleType(scope);
    return new GraphQLInputObjectType({
      name,
      description: 'Specifies how to filter by linking locales',
      fields: {
        anyIn: {
          type: listOfNames(locales),
          description:
            'Filter linking records that link to current record in at least one of the specified locales',
        },
        notIn: {
          type: listOfNames(locales),
          description:
            'Filter linking records that do not link to current record in any of the specified locales',
        },
      },
    });
  });
}

function listOfNames(names: GraphQLEnumType): GraphQLInputType {
  return new GraphQLList(new GraphQLNonNull(names));
}

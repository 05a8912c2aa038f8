import type { ItemType } from '@recto/content/schema/item-type';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
} from 'graphql';
import type { Arguments } from './arguments.ts';
import { OPERATOR_COST } from './costs.ts';
import { linkingLocaleType } from './enums.ts';
import type { LinkPath } from './inverse-paths.ts';
import { typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** Which of the links between two models are meant: by the places that hold them and by their locales. */
export function throughArgument(
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
        extensions: OPERATOR_COST,
        description:
          'Filter linking records that reference current record in at least one of the specified fields',
      },
      notIn: {
        type: listOfNames(names),
        extensions: OPERATOR_COST,
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
          extensions: OPERATOR_COST,
          description:
            'Filter linking records that link to current record in at least one of the specified locales',
        },
        notIn: {
          type: listOfNames(locales),
          extensions: OPERATOR_COST,
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

import type { FilterInput } from '@recto/content/condition';
import { type FilterInputName, filterInputs } from '@recto/fields/filters/registry';
import {
  type GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import { OPERATOR_COST } from './costs.ts';
import {
  ColorBucketType,
  ItemStatusType,
  ResolutionType,
  siteLocaleType,
  UploadOrientationType,
  UploadTypeEnum,
} from './enums.ts';
import { inputTypeFromText } from './input-type-from-text.ts';
import { BooleanType, DateType, dateTimeType, FloatType, IntType, ItemId, UploadId } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** The input type of a set of operators: `StringFilter` and its like. */
export function filterInputType(scope: SchemaScope, name: FilterInputName): GraphQLInputObjectType {
  return scope.once(name, () => {
    const { description, operators }: FilterInput = filterInputs[name];
    return new GraphQLInputObjectType({
      name,
      description,
      fields: () =>
        Object.fromEntries(
          operators.map((operator) => [
            operator.name,
            {
              type: inputTypeFromText(operator.argument, (argument) => argumentType(scope, argument)),
              description: operator.description,
              deprecationReason: operator.deprecationReason,
              extensions: OPERATOR_COST,
            },
          ]),
        ),
    });
  });
}

const StringMatchesFilter = new GraphQLInputObjectType({
  name: 'StringMatchesFilter',
  fields: {
    pattern: { type: new GraphQLNonNull(GraphQLString) },
    caseSensitive: { type: BooleanType, defaultValue: false },
    regexp: { type: BooleanType, defaultValue: true },
  },
});

const LatLonNearFilter = new GraphQLInputObjectType({
  name: 'LatLonNearFilter',
  fields: {
    latitude: { type: new GraphQLNonNull(FloatType) },
    longitude: { type: new GraphQLNonNull(FloatType) },
    radius: { type: new GraphQLNonNull(FloatType) },
  },
});

const ARGUMENT_TYPES: Readonly<Record<string, GraphQLInputType>> = Object.fromEntries(
  [
    GraphQLString,
    BooleanType,
    IntType,
    FloatType,
    DateType,
    ItemId,
    UploadId,
    ItemStatusType,
    UploadTypeEnum,
    ResolutionType,
    UploadOrientationType,
    ColorBucketType,
    StringMatchesFilter,
    LatLonNearFilter,
  ].map((type) => [type.name, type]),
);

function argumentType(scope: SchemaScope, name: string): GraphQLInputType | GraphQLEnumType {
  if (name === 'SiteLocale') return siteLocaleType(scope);
  if (name === 'DateTime') return dateTimeType(scope);
  const type = ARGUMENT_TYPES[name];
  if (!type) throw new Error(`No filter argument is of type ${name}`);
  return type;
}

import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
} from 'graphql';
import type { LocaleEntry } from '../resolve/value-place.ts';
import { siteLocaleType } from './enums.ts';
import { type Fields, field } from './field-config.ts';
import type { SchemaScope } from './scope.ts';

/** A value with the locale it is written in. The name tells the type of the value: `String`,
 *  `StringNonNull`, `<T>ListListNonNull` before `MultiLocaleField`. */
export function multiLocaleType(scope: SchemaScope, valueType: GraphQLOutputType): GraphQLObjectType {
  return scope.once(
    `${shapeName(valueType)}MultiLocaleField`,
    (name) =>
      new GraphQLObjectType({
        name,
        fields: (): Fields<LocaleEntry> => ({
          locale: field(siteLocaleType(scope), (entry) => entry.locale),
          value: field(valueType, (entry) => entry.value),
        }),
      }),
  );
}

function shapeName(type: GraphQLOutputType): string {
  const name = getNamedType(type).name;
  if (getNullableType(type) instanceof GraphQLList) return `${name}ListListNonNull`;
  return type instanceof GraphQLNonNull ? `${name}NonNull` : name;
}

export function listOfLocales(type: GraphQLNullableType & GraphQLOutputType): GraphQLOutputType {
  return new GraphQLList(new GraphQLNonNull(type));
}

import {
  type GraphQLFieldConfig,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  type GraphQLOutputType,
} from 'graphql';
import type { DeliveryContext } from '../delivery-context.ts';

export type FieldConfig<Source> = GraphQLFieldConfig<Source, DeliveryContext>;
export type Fields<Source> = Record<string, FieldConfig<Source>>;

/** A field without arguments that answers `read`. */
export function field<Source>(
  type: GraphQLOutputType,
  read: (source: Source, context: DeliveryContext) => unknown,
  description?: string,
): FieldConfig<Source> {
  const config: FieldConfig<Source> = { type, resolve: (source, _args, context) => read(source, context) };
  return description ? { ...config, description } : config;
}

/** The same, never null. */
export function requiredField<Source>(
  type: GraphQLNullableType & GraphQLOutputType,
  read: (source: Source, context: DeliveryContext) => unknown,
): FieldConfig<Source> {
  return field(new GraphQLNonNull(type), read);
}

/** `[T!]!` */
export function fullListOf(type: GraphQLNullableType & GraphQLOutputType): GraphQLOutputType {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
}

export function nonNullIf(
  isRequired: boolean | undefined,
  type: GraphQLNullableType & GraphQLOutputType,
): GraphQLOutputType {
  return isRequired ? new GraphQLNonNull(type) : type;
}

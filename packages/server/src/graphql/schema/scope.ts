import type { FieldRegistry } from '@recto/content/field-type';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';
import type { GraphQLObjectType } from 'graphql';
import { compareNames, typeStem } from './names.ts';

export interface DeliverySchemaOptions {
  schema: Schema;
  registry: FieldRegistry;
  /** Ids of the models the caller may read. Block models follow the records they stand in. */
  visibleItemTypes: ReadonlySet<string>;
  /** Only valid records are read: what a rule demands cannot be null. */
  strict: boolean;
  version: 'published' | 'current';
}

/** What is at hand while one schema is built. */
export interface SchemaScope extends DeliverySchemaOptions {
  /** The models that exist for the caller, in the order of their type names. */
  models: readonly ItemType[];
  /** The type of a model's records. Types of records lead to each other, so they meet here. */
  recordType(itemType: ItemType): GraphQLObjectType;
  /** Makes a thing at the first call and answers the same one ever after: there is one type to a name. */
  once<Thing>(key: string, make: (key: string) => Thing): Thing;
}

export function openScope(
  options: DeliverySchemaOptions,
  recordType: (scope: SchemaScope, itemType: ItemType) => GraphQLObjectType,
): SchemaScope {
  const made = new Map<string, unknown>();
  const scope: SchemaScope = {
    ...options,
    models: [...options.schema.itemTypes.values()]
      .filter((itemType) => !itemType.modularBlock && options.visibleItemTypes.has(itemType.id))
      .sort((a, b) => compareNames({ name: typeStem(a.apiKey) }, { name: typeStem(b.apiKey) })),
    recordType: (itemType) => recordType(scope, itemType),
    once<Thing>(key: string, make: (key: string) => Thing): Thing {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key) as Thing;
    },
  };
  return scope;
}

import type { FieldRegistry } from '@recto/content/field-type';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';
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
  /** Makes a thing at the first call and answers the same one ever after: there is one type to a name. */
  once<Thing>(key: string, make: (key: string) => Thing): Thing;
}

export function openScope(options: DeliverySchemaOptions): SchemaScope {
  const made = new Map<string, unknown>();
  return {
    ...options,
    models: [...options.schema.itemTypes.values()]
      .filter((itemType) => !itemType.modularBlock && options.visibleItemTypes.has(itemType.id))
      .sort((a, b) => compareNames({ name: typeStem(a.apiKey) }, { name: typeStem(b.apiKey) })),
    once<Thing>(key: string, make: (key: string) => Thing): Thing {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key) as Thing;
    },
  };
}

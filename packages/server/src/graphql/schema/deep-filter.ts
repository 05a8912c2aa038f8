import type { JsonObject } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLInputObjectType } from 'graphql';
import { all, readFilter } from '../resolve/read-filter.ts';
import { allowedItemTypes } from './allowed-item-types.ts';
import { type BlockPlaces, blocksFilterKey } from './blocks-filter.ts';
import { type FilterKey, type FilterKeys, fieldFilterKey, fieldOperand } from './filter-keys.ts';
import { fieldTypeName } from './member-type.ts';
import type { SchemaScope } from './scope.ts';

/** The filter of a field by what its blocks hold; null unless editors have turned that on and the field lets
 *  blocks in. Structured text then keeps the operators on its text under `value`. */
export function deepFilterKey(scope: SchemaScope, itemType: ItemType, field: Field): FilterKey | null {
  if (!field.deepFilteringEnabled) return null;
  const { itemTypes } = allowedItemTypes(scope, field, 'block');
  if (itemTypes.length === 0) return null;
  const stem = fieldTypeName(itemType, field.apiKey);
  const places: BlockPlaces = { stem, itemTypes, operand: fieldOperand(scope, field) };
  const { output } = scope.registry.types[field.fieldType].delivery;
  return output.kind === 'structured_text'
    ? structuredTextKey(scope, field, places)
    : blocksFilterKey(scope, `${stem}Filter`, `${SPECIFY} Modular Content field instance`, places);
}

const SPECIFY = 'Specify how to filter this specific';

function structuredTextKey(scope: SchemaScope, field: Field, places: BlockPlaces): FilterKey | null {
  const value = fieldFilterKey(scope, field, places.operand);
  if (!value) return null;
  const description = `${SPECIFY} Structured Text field instance`;
  const blocks = blocksFilterKey(scope, `${places.stem}BlocksFilter`, description, places);
  const keys: FilterKeys = { value, blocks };
  return {
    type: scope.once(
      `${places.stem}Filter`,
      (name) =>
        new GraphQLInputObjectType({
          name,
          description,
          fields: { value: { type: value.type }, blocks: { type: blocks.type } },
        }),
    ),
    read: (filter, locale) => readFilter(keys, filter as JsonObject, locale) ?? all([]),
  };
}

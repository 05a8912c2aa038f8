import type { Operand } from '@recto/content/condition';
import type { ItemType } from '@recto/content/schema/item-type';
import { type GraphQLInputFieldConfig, GraphQLInputObjectType } from 'graphql';
import { type BlocksFilter, readBlocksFilter } from '../resolve/read-blocks-filter.ts';
import { BLOCK_CONDITIONS_COST, BLOCK_PRESENCE_COST, OPERATOR_COST } from './costs.ts';
import { type FilterKey, fieldFilterKey, operatorKey, sortedFields } from './filter-keys.ts';
import { type Filter, filterOf, modelFilterName } from './filter-of.ts';
import { fieldName } from './names.ts';
import { BooleanType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** A field that blocks stand in. */
export interface BlockPlaces {
  /** What the names of its filter types begin with. */
  stem: string;
  /** In the order of the rule that lets them in. */
  itemTypes: readonly ItemType[];
  operand(locale: string): Operand;
}

/** Asks about the blocks of a field: what one of them holds, and which kinds are there. */
export function blocksFilterKey(
  scope: SchemaScope,
  name: string,
  description: string,
  places: BlockPlaces,
): FilterKey {
  const blocks = places.itemTypes.map((itemType) => ({
    key: fieldName(itemType.apiKey),
    itemTypeId: itemType.id,
    filter: blockFilter(scope, itemType),
  }));
  return {
    type: scope.once(name, () => blocksFilterType(scope, name, description, places)),
    read: (filter, locale) =>
      readBlocksFilter(blocks, filter as BlocksFilter, places.operand(locale), locale),
  };
}

function blocksFilterType(
  scope: SchemaScope,
  name: string,
  description: string,
  { stem, itemTypes }: BlockPlaces,
): GraphQLInputObjectType {
  const conditions = () =>
    perBlock(`${stem}BlocksConditions`, 'Specify nested blocks fields conditions', itemTypes, (itemType) => ({
      type: blockFilter(scope, itemType).type,
      extensions: BLOCK_CONDITIONS_COST,
    }));
  const presence = () =>
    perBlock(`${stem}BlocksPresence`, 'Specify nested blocks types presence', itemTypes, () => ({
      type: BooleanType,
      extensions: BLOCK_PRESENCE_COST,
    }));
  return new GraphQLInputObjectType({
    name,
    description,
    fields: () => ({
      any: {
        type: conditions(),
        description: 'Filter records containing at least one block matching the specified conditions',
      },
      exists: {
        type: BooleanType,
        description: 'Filter records containing at least one block of any kind or not',
        extensions: OPERATOR_COST,
      },
      containsAny: {
        type: presence(),
        description: 'Filter records containing at least one block of specified type or not',
      },
    }),
  });
}

function perBlock(
  name: string,
  description: string,
  itemTypes: readonly ItemType[],
  memberOf: (itemType: ItemType) => GraphQLInputFieldConfig,
): GraphQLInputObjectType {
  const entries = () => itemTypes.map((itemType) => [fieldName(itemType.apiKey), memberOf(itemType)]);
  return new GraphQLInputObjectType({ name, description, fields: () => Object.fromEntries(entries()) });
}

/** One level only: what blocks hold in their turn cannot be asked about, nor can their structured text. */
function blockFilter(scope: SchemaScope, itemType: ItemType): Filter {
  return filterOf(scope, modelFilterName(itemType), () => {
    const keys: Record<string, FilterKey> = {
      id: operatorKey(scope, 'ItemIdFilter', () => ({ kind: 'block_id' })),
    };
    for (const field of sortedFields(scope, itemType)) {
      const { storedAs, delivery } = scope.registry.types[field.fieldType];
      if (delivery.output.kind === 'structured_text') continue;
      const key = fieldFilterKey(scope, field, (locale) => ({
        kind: 'block_field',
        fieldId: field.id,
        locale: field.localized ? locale : null,
        storedAs,
      }));
      if (key) keys[fieldName(field.apiKey)] = key;
    }
    return keys;
  });
}

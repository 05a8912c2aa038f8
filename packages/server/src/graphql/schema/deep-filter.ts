import type { Condition, Operand } from '@recto/content/condition';
import type { Json, JsonObject } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLInputObjectType } from 'graphql';
import { all, readFilter } from '../resolve/read-filter.ts';
import { allowedItemTypes } from './allowed-item-types.ts';
import {
  type FilterKey,
  type FilterKeys,
  fieldFilterKey,
  fieldOperand,
  operatorKey,
  sortedFields,
} from './filter-keys.ts';
import { type Filter, filterOf, modelFilterName } from './filter-of.ts';
import { fieldTypeName } from './member-type.ts';
import { fieldName } from './names.ts';
import { BooleanType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** The filter of a field by what its blocks hold; null unless editors have turned that on and the field lets
 *  blocks in. Structured text then keeps the operators on its text under `value`. */
export function deepFilterKey(scope: SchemaScope, itemType: ItemType, field: Field): FilterKey | null {
  if (!field.deepFilteringEnabled) return null;
  const { itemTypes } = allowedItemTypes(scope, field, 'block');
  if (itemTypes.length === 0) return null;
  const { output } = scope.registry.types[field.fieldType].delivery;
  const stem = fieldTypeName(itemType, field.apiKey);
  const operand = fieldOperand(scope, field);
  if (output.kind === 'structured_text') return structuredTextKey(scope, field, stem, itemTypes);
  const name = `${stem}Filter`;
  const description = 'Specify how to filter this specific Modular Content field instance';
  return blocksKey(scope, name, description, stem, itemTypes, operand);
}

function structuredTextKey(
  scope: SchemaScope,
  field: Field,
  stem: string,
  itemTypes: readonly ItemType[],
): FilterKey | null {
  const operand = fieldOperand(scope, field);
  const value = fieldFilterKey(scope, field, operand);
  if (!value) return null;
  const description = 'Specify how to filter the blocks of this specific Structured Text field instance';
  const blocks = blocksKey(scope, `${stem}BlocksFilter`, description, stem, itemTypes, operand);
  const keys: FilterKeys = { value, blocks };
  return {
    type: scope.once(
      `${stem}Filter`,
      (name) =>
        new GraphQLInputObjectType({
          name,
          description: 'Specify how to filter this specific Structured Text field instance',
          fields: { value: { type: value.type }, blocks: { type: blocks.type } },
        }),
    ),
    read: (filter, locale) => readFilter(keys, filter as JsonObject, locale) ?? all([]),
  };
}

function blocksKey(
  scope: SchemaScope,
  name: string,
  description: string,
  stem: string,
  itemTypes: readonly ItemType[],
  operand: (locale: string) => Operand,
): FilterKey {
  return {
    type: scope.once(
      name,
      () =>
        new GraphQLInputObjectType({
          name,
          description,
          fields: () => ({
            any: {
              type: conditionsType(scope, stem, itemTypes),
              description: 'Filter records containing at least one block matching the specified conditions',
            },
            exists: {
              type: BooleanType,
              description: 'Filter records containing at least one block of any kind or not',
            },
            containsAny: {
              type: presenceType(scope, stem, itemTypes),
              description: 'Filter records containing at least one block of specified type or not',
            },
          }),
        }),
    ),
    read: (filter, locale) =>
      readBlocksFilter(scope, filter as BlocksFilter, itemTypes, operand(locale), locale),
  };
}

function conditionsType(
  scope: SchemaScope,
  stem: string,
  itemTypes: readonly ItemType[],
): GraphQLInputObjectType {
  return scope.once(
    `${stem}BlocksConditions`,
    (name) =>
      new GraphQLInputObjectType({
        name,
        description: 'Specify nested blocks fields conditions',
        fields: () =>
          Object.fromEntries(
            itemTypes.map((itemType) => [
              fieldName(itemType.apiKey),
              { type: blockFilter(scope, itemType).type },
            ]),
          ),
      }),
  );
}

function presenceType(
  scope: SchemaScope,
  stem: string,
  itemTypes: readonly ItemType[],
): GraphQLInputObjectType {
  return scope.once(
    `${stem}BlocksPresence`,
    (name) =>
      new GraphQLInputObjectType({
        name,
        description: 'Specify nested blocks types presence',
        fields: () =>
          Object.fromEntries(
            itemTypes.map((itemType) => [fieldName(itemType.apiKey), { type: BooleanType }]),
          ),
      }),
  );
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

interface BlocksFilter {
  any?: JsonObject | null;
  exists?: boolean | null;
  containsAny?: JsonObject | null;
}

/** All that is said must hold; each kind of block named in `any` needs a block of its own. */
function readBlocksFilter(
  scope: SchemaScope,
  { any, exists, containsAny }: BlocksFilter,
  itemTypes: readonly ItemType[],
  operand: Operand,
  locale: string,
): Condition {
  const conditions: Condition[] = [];
  for (const itemType of itemTypes) {
    const key = fieldName(itemType.apiKey);
    const filter = any?.[key] as JsonObject | null | undefined;
    if (filter) {
      const condition = readFilter(blockFilter(scope, itemType).keys(), filter, locale);
      conditions.push({ kind: 'any_block', operand, itemTypeId: itemType.id, condition });
    }
    conditions.push(...presence(containsAny?.[key], operand, itemType.id));
  }
  conditions.push(...presence(exists, operand, null));
  return all(conditions);
}

function presence(isWanted: Json | undefined, operand: Operand, itemTypeId: string | null): Condition[] {
  if (isWanted === null || isWanted === undefined) return [];
  const condition: Condition = { kind: 'any_block', operand, itemTypeId, condition: null };
  return [isWanted ? condition : { kind: 'not', condition }];
}

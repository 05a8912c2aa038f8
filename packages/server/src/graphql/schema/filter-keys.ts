import type { FilterInput, Operand } from '@recto/content/condition';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import { type FilterInputName, filterInputs } from '@recto/fields/filters/registry';
import type { GraphQLInputType } from 'graphql';
import { type KeyReaders, readOperators } from '../resolve/read-filter.ts';
import { leadsToHiddenOnly } from './allowed-item-types.ts';
import { filterInputType } from './filter-inputs.ts';
import { fieldName } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** One key of a filter: its type, and the condition that its value stands for in a locale. */
export type FilterKey = KeyReaders[string] & { type: GraphQLInputType };
export type FilterKeys = Readonly<Record<string, FilterKey>>;

/** Those that the caller may know of. */
export function sortedFields(scope: SchemaScope, itemType: ItemType): Field[] {
  return scope.schema
    .fieldsOf(itemType.id)
    .filter((field) => !leadsToHiddenOnly(scope, field))
    .sort((a, b) => (fieldName(a.apiKey) < fieldName(b.apiKey) ? -1 : 1));
}

/** Null for types that have no filter. */
export function fieldFilterKey(
  scope: SchemaScope,
  field: Field,
  operand: (locale: string) => Operand,
): FilterKey | null {
  const { filter } = scope.registry.types[field.fieldType].delivery;
  return filter && operatorKey(scope, filter, operand);
}

export function fieldOperand(scope: SchemaScope, field: Field): (locale: string) => Operand {
  const { storedAs } = scope.registry.types[field.fieldType];
  return (locale) => ({
    kind: 'field',
    fieldId: field.id,
    locale: field.localized ? locale : null,
    storedAs,
  });
}

export function operatorKey(
  scope: SchemaScope,
  name: FilterInputName,
  operand: (locale: string) => Operand,
): FilterKey {
  const input: FilterInput = filterInputs[name];
  return {
    type: filterInputType(scope, name),
    read: (value, locale) => readOperators(input, value, operand(locale)),
  };
}

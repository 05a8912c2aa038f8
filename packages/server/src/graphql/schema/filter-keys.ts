import type { Condition, FilterInput, MetaName, Operand } from '@recto/content/condition';
import type { Json } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import { type FilterInputName, filterInputs } from '@recto/fields/filters/registry';
import type { GraphQLInputType } from 'graphql';
import { readOperators } from '../resolve/read-filter.ts';
import { deepFilterKey } from './deep-filter.ts';
import { filterInputType } from './filter-inputs.ts';
import { fieldName } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** One key of a filter: its type, and the condition that its value stands for in a locale. */
export interface FilterKey {
  type: GraphQLInputType;
  read(value: Json, locale: string): Condition;
}
export type FilterKeys = Readonly<Record<string, FilterKey>>;

/** What the records of a model can be filtered by, in the published order: metas first, fields by name. */
export function modelFilterKeys(scope: SchemaScope, itemType: ItemType): FilterKeys {
  return { ...metaFilterKeys(scope, itemType), ...fieldFilterKeys(scope, itemType) };
}

const METAS: readonly [key: string, filter: FilterInputName, name: MetaName][] = [
  ['_createdAt', 'CreatedAtFilter', 'created_at'],
  ['id', 'ItemIdFilter', 'id'],
  ['_firstPublishedAt', 'PublishedAtFilter', 'first_published_at'],
  ['parent', 'ParentFilter', 'parent'],
  ['position', 'PositionFilter', 'position'],
  ['_publicationScheduledAt', 'PublishedAtFilter', 'publication_scheduled_at'],
  ['_unpublishingScheduledAt', 'PublishedAtFilter', 'unpublishing_scheduled_at'],
  ['_publishedAt', 'PublishedAtFilter', 'published_at'],
  ['_status', 'StatusFilter', 'status'],
  ['_updatedAt', 'UpdatedAtFilter', 'updated_at'],
  ['_isValid', 'BooleanFilter', 'is_valid'],
  ['_locales', 'LocalesFilter', 'locales'],
];

function metaFilterKeys(scope: SchemaScope, itemType: ItemType): FilterKeys {
  const isLocalized = scope.schema.fieldsOf(itemType.id).some((field) => field.localized);
  const offered = METAS.filter(
    ([, , name]) =>
      (name !== 'parent' || itemType.tree) &&
      (name !== 'position' || itemType.tree || itemType.sortable) &&
      (name !== 'locales' || isLocalized),
  );
  return Object.fromEntries(
    offered.map(([key, filter, name]) => [key, operatorKey(scope, filter, () => ({ kind: 'meta', name }))]),
  );
}

function fieldFilterKeys(scope: SchemaScope, itemType: ItemType): FilterKeys {
  const keys: Record<string, FilterKey> = {};
  for (const field of sortedFields(scope, itemType)) {
    const key =
      deepFilterKey(scope, itemType, field) ?? fieldFilterKey(scope, field, fieldOperand(scope, field));
    if (key) keys[fieldName(field.apiKey)] = key;
  }
  return keys;
}

export function sortedFields(scope: SchemaScope, itemType: ItemType): Field[] {
  return [...scope.schema.fieldsOf(itemType.id)].sort((a, b) =>
    fieldName(a.apiKey) < fieldName(b.apiKey) ? -1 : 1,
  );
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

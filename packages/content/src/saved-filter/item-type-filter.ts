import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ErrorReason } from '../refusal.ts';
import { invalidField } from '../schema/invalid-field.ts';
import type { ItemType } from '../schema/item-type.ts';
import type { Schema } from '../schema/schema.ts';
import type { SavedFilter } from './saved-filter.ts';

export interface Column {
  /** API key of a field, or one of the names below. */
  name: string;
  /** Share of the table's width. */
  width: number;
}

/** A saved search among the records of one model, with the table that shows it. */
export interface ItemTypeFilter extends SavedFilter {
  itemTypeId: string;
  /** Null: the columns of the model. */
  columns: readonly Column[] | null;
  /** Null: the order of the model. */
  orderBy: string | null;
}

const COLUMNS = [
  'id',
  '_preview',
  '_updated_at',
  '_created_at',
  '_creator',
  '_status',
  '_published_at',
  '_first_published_at',
  '_publication_scheduled_at',
  '_unpublishing_scheduled_at',
];

export function checkItemTypeFilter(filter: ItemTypeFilter, schema: Schema): ErrorReason[] {
  const itemType = schema.itemTypes.get(filter.itemTypeId);
  if (!itemType || itemType.modularBlock) {
    return [invalidField('ItemTypeFilter', 'item_type', 'VALIDATION_INVALID')];
  }
  const known = columnsOf(itemType, schema);
  const unknown = (filter.columns ?? []).map(({ name }) => name).filter((name) => !known.has(name));
  return [
    ...checkFilterName('ItemTypeFilter', filter),
    ...(unknown.length === 0
      ? []
      : [invalidField('ItemTypeFilter', 'columns', 'VALIDATION_INVALID', { names: unknown.slice(0, 20) })]),
  ];
}

export function checkFilterName(
  recordType: 'ItemTypeFilter' | 'UploadFilter',
  { name }: SavedFilter,
): ErrorReason[] {
  return name.trim() === '' ? [invalidField(recordType, 'name', 'VALIDATION_REQUIRED')] : [];
}

function columnsOf(itemType: ItemType, schema: Schema): Set<string> {
  return new Set([
    ...COLUMNS,
    ...schema.fieldsOf(itemType.id).map(({ apiKey }) => apiKey),
    ...(itemType.sortable ? ['position'] : []),
    ...(itemType.workflowId === null ? [] : ['_stage']),
  ]);
}

/** What became of the fields of a model: old API key → new one, or null for one that is gone. */
export type FieldFates = ReadonlyMap<string, string | null>;

/** The filter after fields were renamed or destroyed. The same object when it names none of them. */
export function followFields(filter: ItemTypeFilter, fates: FieldFates): ItemTypeFilter {
  const columns = filter.columns && followColumns(filter.columns, fates);
  const orderBy = filter.orderBy && followOrder(filter.orderBy, fates);
  const conditions = followConditions(filter.filter, fates);
  const isSame =
    columns?.length === filter.columns?.length &&
    (columns ?? []).every((column, index) => column === filter.columns?.[index]) &&
    orderBy === filter.orderBy &&
    conditions === filter.filter;
  return isSame ? filter : { ...filter, columns, orderBy, filter: conditions };
}

function followColumns(columns: readonly Column[], fates: FieldFates): readonly Column[] | null {
  const kept = columns.flatMap((column) => {
    const fate = fates.get(column.name);
    if (fate === undefined) return [column];
    return fate === null ? [] : [{ ...column, name: fate }];
  });
  return kept.length > 0 ? kept : null;
}

function followOrder(orderBy: string, fates: FieldFates): string | null {
  const rules = orderBy.split(',').flatMap((rule) => {
    const [, key = '', direction = ''] = /^(.*)_(ASC|DESC)$/.exec(rule.trim()) ?? [];
    const fate = fates.get(key);
    if (fate === undefined) return [rule];
    return fate === null ? [] : [`${fate}_${direction}`];
  });
  return rules.length > 0 ? rules.join(',') : null;
}

function followConditions(filter: JsonObject, fates: FieldFates): JsonObject {
  const { fields } = filter;
  if (!isJsonObject(fields) || !Object.keys(fields).some((key) => fates.has(key))) return filter;
  const kept = Object.entries(fields).flatMap(([key, condition]): [string, Json][] => {
    const fate = fates.get(key);
    if (fate === null) return [];
    return [[fate ?? key, condition]];
  });
  return { ...filter, fields: Object.fromEntries(kept) };
}

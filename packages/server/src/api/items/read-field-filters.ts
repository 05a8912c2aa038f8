import type { Condition, FilterInput, FilterOperator, MetaName, Operand } from '@recto/content/condition';
import { isJsonObject, type Json } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import { type FilterInputName, filterInputs } from '@recto/fields/filters/registry';
import { UnusablePattern } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import { checkPattern, isLiteral } from '#query/regular-expression.ts';
import { readArgument } from './read-argument.ts';

const METAS: Readonly<Record<string, [filter: FilterInputName, name: MetaName]>> = {
  id: ['ItemIdFilter', 'id'],
  _created_at: ['CreatedAtFilter', 'created_at'],
  _updated_at: ['UpdatedAtFilter', 'updated_at'],
  _published_at: ['PublishedAtFilter', 'published_at'],
  _first_published_at: ['PublishedAtFilter', 'first_published_at'],
  _publication_scheduled_at: ['PublishedAtFilter', 'publication_scheduled_at'],
  _unpublishing_scheduled_at: ['PublishedAtFilter', 'unpublishing_scheduled_at'],
  _status: ['StatusFilter', 'status'],
  _stage: ['ItemIdFilter', 'stage'],
  _is_valid: ['BooleanFilter', 'is_valid'],
  _locales: ['LocalesFilter', 'locales'],
  parent: ['ParentFilter', 'parent'],
  position: ['PositionFilter', 'position'],
};

/**
 * `filter[fields][title][eq]=…` → conditions, all of which must hold. The operators are those of the delivery
 * API, spelled in snake_case. Fields of a model can be named when the list is of that model alone.
 */
export function readFieldFilters(
  filters: Readonly<Record<string, unknown>>,
  itemType: ItemType | null,
  locale: string,
  context: RequestContext,
): Condition[] {
  return Object.entries(filters).flatMap(([key, operators]) => {
    if (key === '_creator') return readCreatorFilter(operators);
    const { input, operand } = findFilter(key, itemType, locale, context);
    return readOperators(operators, { key, input, operand, timeZone: context.schema.settings.timeZone });
  });
}

function findFilter(
  key: string,
  itemType: ItemType | null,
  locale: string,
  { schema, registry }: RequestContext,
): { input: FilterInput; operand: Operand } {
  const meta = Object.hasOwn(METAS, key) ? METAS[key] : undefined;
  if (meta) return { input: filterInputs[meta[0]], operand: { kind: 'meta', name: meta[1] } };
  const field = itemType && schema.fieldsOf(itemType.id).find(({ apiKey }) => apiKey === key);
  if (!field) throw invalidFilter({ field: key });
  const { storedAs, delivery } = registry.types[field.fieldType];
  if (!delivery.filter) throw invalidFilter({ field: key });
  return {
    input: filterInputs[delivery.filter],
    operand: { kind: 'field', fieldId: field.id, locale: field.localized ? locale : null, storedAs },
  };
}

/** What operators are asked of. */
export interface Asked {
  /** As the caller spelled it. */
  key: string;
  input: FilterInput;
  operand: Operand;
  /** A date-time without an offset is in the project's. */
  timeZone: string;
}

/** The operators asked of one operand. Uploads are filtered by the same words. */
export function readOperators(operators: unknown, asked: Asked): Condition[] {
  const { key, input, operand } = asked;
  if (!isJsonObject(operators)) throw invalidFilter({ field: key });
  return Object.entries(operators).map(([name, text]) => {
    const operator = input.operators.find((candidate) => snakeCase(candidate.name) === name);
    if (!operator) throw invalidFilter({ field: key, operator: name });
    return operator.condition(readValue(asked, operator, text), operand);
  });
}

function readValue({ key, timeZone }: Asked, operator: FilterOperator, text: unknown): Json {
  const value = readArgument(text, operator.argument, timeZone);
  const isUsable =
    value !== undefined && (value !== null || operator.nullable) && isUsablePattern(value, operator);
  if (!isUsable) throw invalidFilter({ field: key, operator: snakeCase(operator.name) });
  return value;
}

/** A pattern that the engine would refuse, or be kept busy by, is the caller's mistake as any other operand. */
function isUsablePattern(value: Json, { argument }: FilterOperator): boolean {
  if (argument !== 'StringMatchesFilter' || !isJsonObject(value) || value.regexp !== true) return true;
  const pattern = String(value.pattern);
  try {
    if (!isLiteral(pattern)) checkPattern(pattern);
    return true;
  } catch (error) {
    if (error instanceof UnusablePattern) return false;
    throw error;
  }
}

export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Only here: the delivery API does not know who made a record. `{ eq: { type: 'user', id: '12' } }`. */
function readCreatorFilter(operators: unknown): Condition[] {
  if (!isJsonObject(operators)) throw invalidFilter({ field: '_creator' });
  return Object.entries(operators).map(([name, argument]) => {
    const condition: Condition = {
      kind: 'in',
      operand: { kind: 'meta', name: 'creator' },
      values: (Array.isArray(argument) ? argument : [argument]).map(creatorKey),
    };
    if (name === 'eq' || name === 'in') return condition;
    if (name === 'neq' || name === 'not_in') return { kind: 'not', condition };
    throw invalidFilter({ field: '_creator', operator: name });
  });
}

function creatorKey(reference: unknown): string {
  if (!isJsonObject(reference)) throw invalidFilter({ field: '_creator' });
  return `${reference.type}:${reference.id}`;
}

export function invalidFilter(details: { field: string; operator?: string }) {
  return refusal('INVALID_FILTER_FIELDS_PARAM', details);
}

import type { Condition, FilterOperator, Operand } from '@recto/content/condition';
import type { Json, JsonObject } from '@recto/content/json';
import { readMoment } from './read-moment.ts';

/*
 * The operators that filter inputs are put together from. An argument has passed its GraphQL type before it
 * comes here, and null comes only to operators that declare it legal. Descriptions are part of the published
 * schema: tools that compare schemas look at them.
 */

type Bound = 'gt' | 'lt' | 'gte' | 'lte';

const MILLISECONDS_OF_A_MINUTE = 60_000;

export function bounds(argument: string, descriptions: Record<Bound, string>): FilterOperator[] {
  return (['gt', 'lt', 'gte', 'lte'] as const).map((name) => ({
    name,
    argument,
    description: descriptions[name],
    nullable: false,
    condition: (value, operand) => ({ kind: 'compare', operand, operator: name, value }),
  }));
}

export function eq(argument: string, description: string): FilterOperator {
  return { name: 'eq', argument, description, nullable: true, condition: equals };
}

/** Records without a value are among the answers: they do not have the one that is excluded. */
export function neq(argument: string, description: string): FilterOperator {
  return {
    name: 'neq',
    argument,
    description,
    nullable: true,
    condition: (value, operand) => not(equals(value, operand)),
  };
}

/** For operands that always have a value, where asking for null is a mistake of the caller. */
export function neverNull(operator: FilterOperator): FilterOperator {
  return { ...operator, nullable: false };
}

export function isIn(argument: string, description: string): FilterOperator {
  return { name: 'in', argument: `[${argument}]`, description, nullable: false, condition: among };
}

export function notIn(argument: string, description: string): FilterOperator {
  return {
    name: 'notIn',
    argument: `[${argument}]`,
    description,
    nullable: false,
    condition: (values, operand) => not(among(values, operand)),
  };
}

/** False also finds the records without a value. */
export function isTrue(description: string): FilterOperator {
  return {
    name: 'eq',
    argument: 'BooleanType',
    description,
    nullable: false,
    condition: (value, operand) => unless(value !== true, equals(true, operand)),
  };
}

export function matches(description: string): FilterOperator {
  return {
    name: 'matches',
    argument: 'StringMatchesFilter',
    description,
    nullable: false,
    condition: matching,
  };
}

export function notMatches(description: string): FilterOperator {
  return {
    name: 'notMatches',
    argument: 'StringMatchesFilter',
    description,
    nullable: false,
    condition: (value, operand) => not(matching(value, operand)),
  };
}

export function isBlank(description: string): FilterOperator {
  return {
    name: 'isBlank',
    argument: 'BooleanType',
    description,
    nullable: false,
    condition: (value, operand) => unless(value !== true, { kind: 'is_blank', operand }),
  };
}

export function isPresent(description: string): FilterOperator {
  return {
    name: 'isPresent',
    argument: 'BooleanType',
    description,
    nullable: false,
    condition: (value, operand) => unless(value === true, { kind: 'is_blank', operand }),
  };
}

export function exists(description: string): FilterOperator {
  return {
    name: 'exists',
    argument: 'BooleanType',
    description,
    nullable: false,
    condition: (value, operand) => unless(value === true, { kind: 'is_null', operand }),
  };
}

/** `element` as it stands in the list type: `ItemId`, `SiteLocale!`. */
export function listEq(element: string, description: string): FilterOperator {
  return {
    name: 'eq',
    argument: `[${element}]`,
    description,
    nullable: false,
    condition: (values, operand) => ({ kind: 'list_equals', operand, values: texts(values) }),
  };
}

export function allIn(element: string, description: string): FilterOperator {
  return {
    name: 'allIn',
    argument: `[${element}]`,
    description,
    nullable: false,
    condition: (values, operand) => ({ kind: 'has_all', operand, values: texts(values) }),
  };
}

export function anyIn(element: string, description: string): FilterOperator {
  return {
    name: 'anyIn',
    argument: `[${element}]`,
    description,
    nullable: false,
    condition: (values, operand) => ({ kind: 'has_any', operand, values: texts(values) }),
  };
}

export function noneIn(element: string, description: string): FilterOperator {
  return {
    name: 'notIn',
    argument: `[${element}]`,
    description,
    nullable: false,
    condition: (values, operand) => not({ kind: 'has_any', operand, values: texts(values) }),
  };
}

export function contains(element: string, description: string): FilterOperator {
  return {
    name: 'contains',
    argument: element,
    description,
    nullable: false,
    condition: (value, operand) => ({ kind: 'has_all', operand, values: [String(value)] }),
  };
}

/** Bounds on moments: the argument loses its seconds, the stored value keeps them. */
export function minuteBounds(names: readonly Bound[], descriptions: Record<Bound, string>): FilterOperator[] {
  return names.map((name) => ({
    name,
    argument: 'DateTime',
    description: descriptions[name],
    nullable: false,
    condition: (value, operand) => ({
      kind: 'compare',
      operand,
      operator: name,
      value: minuteOf(value).toISOString(),
    }),
  }));
}

export function minuteEq(description: string): FilterOperator {
  return { name: 'eq', argument: 'DateTime', description, nullable: true, condition: withinMinute };
}

export function minuteNeq(description: string): FilterOperator {
  return {
    name: 'neq',
    argument: 'DateTime',
    description,
    nullable: true,
    condition: (value, operand) => not(withinMinute(value, operand)),
  };
}

export function near(description: string): FilterOperator {
  return {
    name: 'near',
    argument: 'LatLonNearFilter',
    description,
    nullable: false,
    condition: (value, operand) => {
      const { latitude, longitude, radius } = value as JsonObject;
      return {
        kind: 'near',
        operand,
        latitude: Number(latitude),
        longitude: Number(longitude),
        radius: Number(radius),
      };
    },
  };
}

function equals(value: Json, operand: Operand): Condition {
  return value === null ? { kind: 'is_null', operand } : { kind: 'compare', operand, operator: 'eq', value };
}

/** Null among the values stands for the records without one. */
function among(values: Json, operand: Operand): Condition {
  const list = values as Json[];
  const known = list.filter((value) => value !== null);
  const isOneOfThem: Condition = { kind: 'in', operand, values: known };
  if (known.length === list.length) return isOneOfThem;
  return { kind: 'or', conditions: [isOneOfThem, { kind: 'is_null', operand }] };
}

function matching(argument: Json, operand: Operand): Condition {
  const { pattern, caseSensitive, regexp } = argument as JsonObject;
  return {
    kind: 'matches',
    operand,
    pattern: String(pattern),
    caseSensitive: caseSensitive === true,
    regexp: regexp !== false,
  };
}

function withinMinute(value: Json, operand: Operand): Condition {
  if (value === null) return { kind: 'is_null', operand };
  const start = minuteOf(value);
  const end = new Date(start.getTime() + MILLISECONDS_OF_A_MINUTE);
  return {
    kind: 'and',
    conditions: [
      { kind: 'compare', operand, operator: 'gte', value: start.toISOString() },
      { kind: 'compare', operand, operator: 'lt', value: end.toISOString() },
    ],
  };
}

function minuteOf(value: Json): Date {
  const date = readMoment(String(value));
  date.setUTCSeconds(0, 0);
  return date;
}

function not(condition: Condition): Condition {
  return { kind: 'not', condition };
}

function unless(negated: boolean, condition: Condition): Condition {
  return negated ? not(condition) : condition;
}

/** A list of ids or words has no use for null: nothing equals it. */
function texts(values: Json): string[] {
  return (values as Json[]).filter((value) => value !== null).map(String);
}

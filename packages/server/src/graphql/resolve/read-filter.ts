import type { Condition, FilterInput, Operand } from '@recto/content/condition';
import type { Json, JsonObject } from '@recto/content/json';
import { GraphQLError } from 'graphql';

/** What each key of a filter stands for, in a locale. */
export type KeyReaders = Readonly<Record<string, { read(value: Json, locale: string): Condition }>>;

export interface FilterReader {
  /** Made when first needed: a filter may reach itself. */
  keys(): KeyReaders;
}

/** The condition that a filter stands for: all its keys together. Null without any. */
export function readFilter(
  keys: KeyReaders,
  filter: JsonObject | null | undefined,
  locale: string,
): Condition | null {
  const conditions = Object.entries(filter ?? {}).flatMap(([key, value]) => {
    if (value === null) return [];
    if (key === 'OR' || key === 'AND') return readAlternatives(key, keys, value, locale);
    return keys[key]?.read(value, locale) ?? [];
  });
  return conditions.length > 0 ? all(conditions) : null;
}

/** What the operators of one key say about what it names. */
export function readOperators(input: FilterInput, value: Json, operand: Operand): Condition {
  return all(
    Object.entries(value as JsonObject).map(([name, argument]) => {
      const operator = input.operators.find((candidate) => candidate.name === name);
      if (!operator) throw new Error(`${input.name} has no operator ${name}`);
      if (argument === null && !operator.nullable) throw nullArgument(input, name);
      return operator.condition(argument, operand);
    }),
  );
}

export function all(conditions: Condition[]): Condition {
  const [first, ...others] = conditions;
  if (!first) return { kind: 'always' };
  return others.length === 0 ? first : { kind: 'and', conditions };
}

function readAlternatives(key: 'OR' | 'AND', keys: KeyReaders, value: Json, locale: string): Condition | [] {
  const filters = (value as (JsonObject | null)[]).filter((filter) => filter !== null);
  const conditions = filters.map((filter) => readFilter(keys, filter, locale) ?? ALWAYS);
  if (conditions.length === 0) return [];
  return key === 'OR' ? { kind: 'or', conditions } : all(conditions);
}

const ALWAYS: Condition = { kind: 'always' };

/** The types allow null everywhere, since they always did; the operators that have no answer to it say so. */
function nullArgument(input: FilterInput, operator: string): GraphQLError {
  return new GraphQLError(`Operator '${operator}' of ${input.name} does not accept null`, {
    extensions: { code: 'argumentLiteralsIncompatible', argumentName: operator, typeName: input.name },
  });
}

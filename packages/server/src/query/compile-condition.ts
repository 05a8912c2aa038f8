import type { Condition } from '@recto/content/condition';
import type { Json } from '@recto/content/json';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyBlock } from './any-block.ts';
import { checkConditionSize } from './condition-size.ts';
import { localeKeys } from './locale-keys.ts';
import { matchText } from './match-text.ts';
import { nearPoint } from './near-point.ts';
import { type Comparable, comparableOf, isEmptyText } from './operand-value.ts';
import type { Fragment, Target } from './target.ts';

type Comparison = Extract<Condition, { kind: 'compare' }>['operator'];

const OPERATORS: Record<Comparison, Fragment> = {
  eq: sql`=`,
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
};

/**
 * Condition → SQL about one row. A leaf may come out unknown where a value is missing, which counts as no;
 * `not` turns unknown into yes, so that a record without a value is found by what excludes values.
 */
export function compileCondition(condition: Condition, target: Target): RawBuilder<SqlBool> {
  checkConditionSize(condition);
  return compilePart(condition, target);
}

function compilePart(condition: Condition, target: Target): RawBuilder<SqlBool> {
  switch (condition.kind) {
    case 'always':
      return sql`true`;
    case 'never':
      return sql`false`;
    case 'and':
      return joined(condition.conditions, target, sql` and `, sql`true`);
    case 'or':
      return joined(condition.conditions, target, sql` or `, sql`false`);
    case 'not':
      return sql`((${compilePart(condition.condition, target)}) is not true)`;
    case 'links_to':
      return linksTo(condition, target);
    case 'any_block':
      return anyBlock(condition, target, compilePart);
    default:
      return compileLeaf(condition, target);
  }
}

type Leaf = Exclude<
  Condition,
  { kind: 'always' | 'never' | 'and' | 'or' | 'not' | 'links_to' | 'any_block' }
>;

function compileLeaf(condition: Leaf, target: Target): RawBuilder<SqlBool> {
  const value = comparableOf(condition.operand, target);
  switch (condition.kind) {
    case 'is_null':
      return value.isNull;
    case 'is_blank':
      return isEmptyText(condition.operand, value);
    case 'compare':
      return sql`${value.sql} ${OPERATORS[condition.operator]} ${bind(condition.value, value)}`;
    case 'in':
      return isAmong(condition.values, value);
    case 'matches':
      return matchText(value.text, condition);
    case 'near':
      return nearPoint(value.sql, condition);
    case 'has_all':
    case 'has_any':
    case 'list_equals':
      return compareList(condition, value, target);
  }
}

function joined(
  conditions: readonly Condition[],
  target: Target,
  word: Fragment,
  whenEmpty: RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (conditions.length === 0) return whenEmpty;
  return sql`(${sql.join(
    conditions.map((condition) => compilePart(condition, target)),
    word,
  )})`;
}

function bind(value: Json, { kind }: Comparable): Fragment {
  if (kind === 'boolean') return sql`${value === true}::boolean`;
  if (kind === 'numeric' || kind === 'integer') return sql`${Number(value)}::numeric`;
  return sql`${String(value)}::${sql.raw(kind === 'timestamptz' ? 'timestamptz' : 'text')}`;
}

function isAmong(values: readonly Json[], { sql: value, kind }: Comparable): RawBuilder<SqlBool> {
  if (values.length === 0) return sql`false`;
  const type = kind === 'integer' ? 'numeric' : kind;
  return sql`${value} = any(${values.map(String)}::${sql.raw(type)}[])`;
}

type ListCondition = Extract<Leaf, { kind: 'has_all' | 'has_any' | 'list_equals' }>;

function compareList(condition: ListCondition, value: Comparable, target: Target): RawBuilder<SqlBool> {
  const values = condition.values;
  if (value.kind === 'locales') return compareLocales(condition, target);
  if (value.kind === 'text[]') {
    const operator = { has_all: sql`@>`, has_any: sql`&&`, list_equals: sql`=` }[condition.kind];
    return sql`${value.sql} ${operator} ${values}::text[]`;
  }
  if (condition.kind === 'list_equals') {
    return sql`coalesce(${value.sql}, '[]'::jsonb) = ${JSON.stringify(values)}::jsonb`;
  }
  const operator = condition.kind === 'has_all' ? sql`?&` : sql`?|`;
  return sql`coalesce(${value.sql}, '[]'::jsonb) ${operator} ${values}::text[]`;
}

function compareLocales(condition: ListCondition, target: Target): RawBuilder<SqlBool> {
  const checks = condition.values.map((locale) => localeKeys(target, locale));
  const anyWord = condition.kind === 'has_any';
  if (checks.length === 0) return anyWord ? sql`false` : sql`true`;
  return sql`(${sql.join(checks, anyWord ? sql` or ` : sql` and `)})`;
}

function linksTo(
  { itemId, paths, locales }: Extract<Condition, { kind: 'links_to' }>,
  target: Target,
): RawBuilder<SqlBool> {
  if (target.table !== 'item') throw new Error('Only records link to records.');
  const inVersion = sql.ref(`r.in_${target.version}`);
  const byPath = paths
    ? sql` and exists (select from unnest(${paths}::text[]) p where r.path = p or starts_with(r.path, p || '/'))`
    : sql``;
  return sql`i.id in (select r.item_id from reference r where r.environment_id = ${target.environmentId}
    and r.target_id = ${itemId} and r.target_kind = 'item' and ${inVersion}${byPath}${byLocale(locales)})`;
}

function byLocale(locales: readonly (string | null)[] | null): Fragment {
  if (!locales) return sql``;
  const known = locales.filter((locale) => locale !== null);
  const orNone = locales.length > known.length ? sql` or r.locale is null` : sql``;
  return sql` and (r.locale = any(${known}::text[])${orNone})`;
}

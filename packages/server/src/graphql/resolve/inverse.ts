import type { Condition } from '@recto/content/condition';
import type { ItemType } from '@recto/content/schema/item-type';
import type { DeliveryContext, RecordSource } from '../delivery-context.ts';
import { type ListArguments, type OrderReader, readPage } from './list-arguments.ts';
import { narrowScope } from './locales.ts';
import { all, type FilterReader, readFilter } from './read-filter.ts';

/** A place that can hold links. */
export interface LinkPath {
  /** `blogPost_content__tabsBlock_link` */
  name: string;
  /** Ids of the fields walked through, as the reference index spells them. */
  path: string;
}

interface Choice {
  anyIn?: readonly string[] | null;
  notIn?: readonly string[] | null;
}
interface InverseArguments extends ListArguments {
  through?: { fields?: Choice | null; locales?: Choice | null } | null;
}

/** The records of `linking` that point at this one: each once, however often it does. */
export function listReferencing(
  linking: ItemType,
  paths: readonly LinkPath[],
  filter: FilterReader,
  order: OrderReader,
): (record: RecordSource, args: InverseArguments, context: DeliveryContext) => Promise<RecordSource[]> {
  return (record, args, context) => {
    const scope = narrowScope(record.scope, args);
    const condition = referencing(record, paths, filter, args, scope.locale);
    return context.listItems({
      itemTypeId: linking.id,
      condition,
      scope,
      ...readPage(order, args, scope.locale),
    });
  };
}

export function countReferencing(
  linking: ItemType,
  paths: readonly LinkPath[],
  filter: FilterReader,
): (record: RecordSource, args: InverseArguments, context: DeliveryContext) => Promise<{ count: number }> {
  return async (record, args, context) => {
    const scope = narrowScope(record.scope, args);
    const condition = referencing(record, paths, filter, args, scope.locale);
    return { count: await context.countItems({ itemTypeId: linking.id, condition, scope }) };
  };
}

function referencing(
  { item }: RecordSource,
  paths: readonly LinkPath[],
  filter: FilterReader,
  { through, filter: given }: InverseArguments,
  locale: string,
): Condition {
  const { fields, locales } = through ?? {};
  const anyPath = fields?.anyIn ? pathsOf(paths, fields.anyIn) : null;
  const anyLocale = locales?.anyIn ? locales.anyIn.map(heldIn) : null;
  const conditions: Condition[] = [linksTo(item.id, anyPath, anyLocale)];
  if (fields?.notIn) conditions.push(not(linksTo(item.id, pathsOf(paths, fields.notIn), null)));
  if (locales?.notIn) conditions.push(not(linksTo(item.id, null, locales.notIn.map(heldIn))));
  const filtered = readFilter(filter.keys(), given, locale);
  return all(filtered ? [...conditions, filtered] : conditions);
}

function linksTo(itemId: string, paths: string[] | null, locales: (string | null)[] | null): Condition {
  return { kind: 'links_to', itemId, paths, locales };
}

function pathsOf(paths: readonly LinkPath[], names: readonly string[]): string[] {
  return paths.filter(({ name }) => names.includes(name)).map(({ path }) => path);
}

function heldIn(linkingLocale: string): string | null {
  return linkingLocale === '_nonLocalized' ? null : linkingLocale;
}

function not(condition: Condition): Condition {
  return { kind: 'not', condition };
}

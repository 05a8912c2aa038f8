import type { ItemType } from '@recto/content/schema/item-type';
import type { DeliveryContext, LocaleScope, RecordSource } from '../delivery-context.ts';
import { type ListArguments, type OrderReader, readOrder, readPage } from './list-arguments.ts';
import { type LocaleArguments, narrowScope } from './locales.ts';
import { type FilterReader, readFilter } from './read-filter.ts';

type Resolver<Args, Result> = (root: unknown, args: Args, context: DeliveryContext) => Promise<Result>;

export function listRecords(
  itemType: ItemType,
  filter: FilterReader,
  order: OrderReader,
): Resolver<ListArguments, RecordSource[]> {
  return async (_root, args, context) => {
    const scope = rootScope(args, context);
    const condition = readFilter(filter.keys(), args.filter, scope.locale);
    return context.listItems({
      itemTypeId: itemType.id,
      condition,
      scope,
      ...readPage(order, args, scope.locale),
    });
  };
}

export function countRecords(
  itemType: ItemType,
  filter: FilterReader,
): Resolver<ListArguments, { count: number }> {
  return async (_root, args, context) => {
    const scope = rootScope(args, context);
    const condition = readFilter(filter.keys(), args.filter, scope.locale);
    return { count: await context.countItems({ itemTypeId: itemType.id, condition, scope }) };
  };
}

/** The first record of the list, or null. */
export function findRecord(
  itemType: ItemType,
  filter: FilterReader,
  orderBy: OrderReader,
): Resolver<ListArguments, RecordSource | null> {
  return async (_root, args, context) => {
    const scope = rootScope(args, context);
    const condition = readFilter(filter.keys(), args.filter, scope.locale);
    const order = readOrder(orderBy, args, scope.locale);
    const [record] = await context.listItems({
      itemTypeId: itemType.id,
      condition,
      order,
      first: 1,
      skip: 0,
      scope,
    });
    return record ?? null;
  };
}

export function findSingleton(itemType: ItemType): Resolver<LocaleArguments, RecordSource | null> {
  return async (_root, args, context) => {
    const scope = rootScope(args, context);
    const query = { itemTypeId: itemType.id, condition: null, order: [], first: 1, skip: 0, scope };
    const [record] = await context.listItems(query);
    return record ?? null;
  };
}

/** Without arguments, everything is read in the project's main locale. */
export function rootScope(args: LocaleArguments, { schema }: DeliveryContext): LocaleScope {
  return narrowScope({ locale: schema.settings.locales[0] ?? 'en', fallbackLocales: [] }, args);
}

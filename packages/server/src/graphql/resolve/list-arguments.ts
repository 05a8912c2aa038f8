import type { Ordering } from '@recto/content/condition';
import type { JsonObject } from '@recto/content/json';
import { GraphQLError } from 'graphql';
import type { LocaleArguments } from './locales.ts';

export interface OrderReader {
  byDefault: string;
  /** `title_ASC` → what to order by. */
  read(value: string, locale: string): Ordering;
}

export interface ListArguments extends LocaleArguments {
  filter?: JsonObject | null;
  orderBy?: readonly (string | null)[] | null;
  first?: number | null;
  skip?: number | null;
}

const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 500;

export interface Page {
  order: Ordering[];
  first: number;
  skip: number;
}

/** Which page of the list, in which order. More than the limit is a mistake, not a page that ends early. */
export function readPage(order: OrderReader, args: ListArguments, locale: string): Page {
  return {
    order: readOrder(order, args, locale),
    first: within('first', args.first ?? DEFAULT_PAGE, LARGEST_PAGE),
    skip: within('skip', args.skip ?? 0, Number.MAX_SAFE_INTEGER),
  };
}

export function readOrder(order: OrderReader, { orderBy }: ListArguments, locale: string): Ordering[] {
  const words = orderBy?.filter((word) => word !== null) ?? [order.byDefault];
  return words.map((word) => order.read(word, locale));
}

function within(name: 'first' | 'skip', value: number, most: number): number {
  if (value >= 0 && value <= most) return value;
  const bound = value < 0 ? 'must not be negative' : `must not be greater than ${most}`;
  throw new GraphQLError(`Argument '${name}' ${bound}, got ${value}`, {
    extensions: { code: 'argumentLiteralsIncompatible', argumentName: name },
  });
}

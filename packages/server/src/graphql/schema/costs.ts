/** What asking for a field costs: `base`, and what is asked below it `each` times over. `page` is the size of the
 *  page that its arguments ask for. */
export interface FieldCost {
  base: number;
  each: number | 'page';
}

/** What an argument adds: for each entry of a list, or when it is true. `page`: it is the size of the page. */
export interface ArgumentCost {
  entry?: number;
  whenTrue?: number;
  page?: true;
}

/** The documented prices. What is not here costs 1. */
export const COSTS = {
  plain: { base: 1, each: 1 },
  collection: { base: 100, each: 'page' },
  count: { base: 1_000, each: 1 },
  oneOfMany: { base: 50, each: 1 },
  singleton: { base: 25, each: 1 },
  site: { base: 10, each: 1 },
  /** Galleries, links, blocks, children. */
  list: { base: 0, each: 5 },
  link: { base: 10, each: 1 },
  parent: { base: 25, each: 1 },
  /** Single assets, JSON, tags of a page's head, blurred thumbnails. */
  heavy: { base: 5, each: 1 },
  structuredText: { base: 0, each: 1 },
  document: { base: 10, each: 1 },
} satisfies Record<string, FieldCost>;

/** A list with an entry for each locale. */
export function perLocale(locales: number): FieldCost {
  return { base: 0, each: locales };
}

const OPERATOR = 250;
const BLOCK_MODEL = 1_000_000;

/** On members of filter inputs: an operator, the conditions on one kind of block, the presence of one. */
export const OPERATOR_COST = { cost: OPERATOR };
export const BLOCK_CONDITIONS_COST = { cost: BLOCK_MODEL };
export const BLOCK_PRESENCE_COST = { cost: BLOCK_MODEL + OPERATOR };

export const ORDER_COST: { cost: ArgumentCost } = { cost: { entry: 250 } };
export const PAGE_COST: { cost: ArgumentCost } = { cost: { page: true } };
/** Rendered, a text costs as much as a heavy field. */
export const MARKDOWN_COST: { cost: ArgumentCost } = {
  cost: { whenTrue: COSTS.heavy.base - COSTS.plain.base },
};

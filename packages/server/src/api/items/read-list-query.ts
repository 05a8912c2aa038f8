import type { Condition, Ordering } from '@recto/content/condition';
import { readableItems } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Static } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import type { listItemsQuery } from './contract.ts';
import { readFieldFilters } from './read-field-filters.ts';
import { readOrdering } from './read-ordering.ts';
import { readSearch, type Search } from './search/search.ts';

type ListItemsQuery = Static<typeof listItemsQuery>;

/** Bodies with whole blocks are large. */
const MAXIMUM_NESTED = 30;
const DEFAULT_LIMIT = 30;

/** A list as the query string asks for it, narrowed to what may be read. */
export interface ItemList {
  /** Records of these models, each under the condition that makes it readable. */
  models: { itemType: ItemType; readable: Condition }[];
  /** Blocks of these models come as entries of their own; null: none. */
  blockTypeIds: string[] | null;
  ids: string[] | null;
  condition: Condition;
  search: Search | null;
  order: Ordering[];
  version: 'current' | 'published';
  nested: boolean;
  offset: number;
  limit: number;
}

export function readListQuery(query: ListItemsQuery, context: RequestContext): ItemList {
  const { filter = {}, nested = false } = query;
  refuseImpossible(filter, query);
  const types = filter.type === undefined ? null : readTypes(filter.type, context);
  const blockTypes = (types ?? [...context.schema.itemTypes.values()]).filter((type) => type.modularBlock);
  const single = types?.length === 1 && !types[0]?.modularBlock ? (types[0] ?? null) : null;
  const locale = readLocale(query.locale, context);
  const conditions = readFieldFilters(filter.fields ?? {}, single, locale, context);
  if (types && blockTypes.length > 0 && conditions.length > 0) {
    throw invalid('filter[fields] cannot be combined with block models');
  }
  const search = readSearch(filter.query, { locale, orderBy: query.order_by });
  if (types && blockTypes.length > 0 && search) {
    throw invalid('filter[query] cannot be combined with block models');
  }
  if (filter.only_valid === 'true') conditions.push(ONLY_VALID);
  const listsBlocks = blockTypes.length > 0 && single === null && search === null;
  return {
    models: readableModels(types, context),
    blockTypeIds: listsBlocks ? blockTypes.map(({ id }) => id) : null,
    ids: filter.ids === undefined ? null : filter.ids.split(',').map((id) => id.trim()),
    condition: { kind: 'and', conditions },
    search,
    order: search?.direction ? [] : readOrdering(query.order_by, single, locale, context),
    version: query.version ?? usualVersion(context),
    nested,
    offset: query.page?.offset ?? 0,
    limit: query.page?.limit ?? DEFAULT_LIMIT,
  };
}

/** Projects from before this was settled get published versions, until they opt in. */
function usualVersion({ schema }: RequestContext): ItemList['version'] {
  return schema.settings.flags.improved_items_listing ? 'current' : 'published';
}

function readLocale(locale: string | undefined, { schema }: RequestContext): string {
  const { locales } = schema.settings;
  if (locale !== undefined && !locales.includes(locale)) throw invalid('locale is none of the environment');
  return locale ?? locales[0] ?? 'en';
}

const ONLY_VALID: Condition = {
  kind: 'compare',
  operand: { kind: 'meta', name: 'is_valid' },
  operator: 'eq',
  value: true,
};

function refuseImpossible(
  filter: NonNullable<ListItemsQuery['filter']>,
  { nested, page }: ListItemsQuery,
): void {
  if (nested && (page?.limit ?? 0) > MAXIMUM_NESTED) {
    throw invalid(`page[limit] is at most ${MAXIMUM_NESTED} with nested=true`);
  }
  if (filter.ids !== undefined && filter.type !== undefined) {
    throw invalid('filter[ids] cannot be combined with filter[type]');
  }
}

/** Ids and API keys, mixed. */
function readTypes(text: string, { schema }: RequestContext): ItemType[] {
  return text.split(',').map((part) => {
    const word = part.trim();
    const itemType = schema.itemTypes.get(word) ?? schema.itemTypesByApiKey.get(word);
    if (!itemType) throw refusal('ITEM_TYPE_NOT_FOUND', { item_type: word.slice(0, 100) });
    return itemType;
  });
}

function readableModels(
  types: readonly ItemType[] | null,
  { schema, permissions, identity }: RequestContext,
): ItemList['models'] {
  // Blocks are readable with the record they live in, whatever its model.
  const wanted = types?.filter((type) => !type.modularBlock) ?? [...schema.itemTypes.values()];
  return wanted
    .filter((type) => !type.modularBlock)
    .map((itemType) => ({ itemType, readable: readableItems(permissions, itemType, identity) }))
    .filter(({ readable }) => readable.kind !== 'never');
}

function invalid(message: string) {
  return refusal('INVALID_PARAMS', { messages: [`#: ${message}.`] });
}

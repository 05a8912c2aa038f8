import type { Json } from '@recto/content/json';
import { readableItems } from '@recto/content/permissions/evaluate';
import type { Static } from '@sinclair/typebox';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RequestContext } from '#http/context.ts';
import { compileCondition } from '#query/compile-condition.ts';
import { compileOrdering } from '#query/compile-ordering.ts';
import type { ItemTarget } from '#query/target.ts';
import type { listItemsQuery } from './contract.ts';
import { findBlock, presentBlockOf, presentLoaded } from './present.ts';
import { type ItemList, readListQuery } from './read-list-query.ts';
import { indexTexts } from './search/index-texts.ts';
import { findPage, type Search } from './search/search.ts';
import { findItems, type LoadedItem, listEntries, listRecords, type Page } from './table.ts';

export interface ListedItems {
  items: Json[];
  total: number;
}

/** One page of records, or of records and blocks. The number of statements does not depend on its size. */
export async function listItems(
  context: RequestContext,
  query: Static<typeof listItemsQuery>,
): Promise<ListedItems> {
  const list = readListQuery(query, context);
  if (list.search) return listFound(context, list, list.search);
  return list.blockTypeIds === null ? listOnlyRecords(context, list) : listWithBlocks(context, list);
}

async function listOnlyRecords(context: RequestContext, list: ItemList): Promise<ListedItems> {
  const page = await listRecords(context.db, pageOf(context, list));
  return { items: page.items.map((loaded) => presentLoaded(loaded, context, list)), total: page.total };
}

async function listFound(context: RequestContext, list: ItemList, search: Search): Promise<ListedItems> {
  const { db, environment } = context;
  await indexTexts(context);
  const { ids, total } = await findPage(db, search, { ...pageOf(context, list), version: list.version });
  const loaded = await findItems(db, environment.id, ids);
  const byId = new Map(loaded.map((each) => [each.item.id, each]));
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  return { items: items.map((each) => presentLoaded(each, context, list)), total };
}

async function listWithBlocks(context: RequestContext, list: ItemList): Promise<ListedItems> {
  const blocks = { typeIds: list.blockTypeIds ?? [], ids: list.ids, version: list.version };
  const holders = conditionOf(context, { ...list, models: allReadable(context), ids: null });
  const page = await listEntries(context.db, pageOf(context, list), { ...blocks, holders });
  const ids = [...new Set(page.entries.map(({ holder_id }) => holder_id))];
  const loaded = await findItems(context.db, context.environment.id, ids);
  const byId = new Map(loaded.map((each) => [each.item.id, each]));
  const items = page.entries.flatMap(({ holder_id, block_id }) => {
    const holder = byId.get(holder_id);
    return holder ? presentEntry(holder, block_id, context, list) : [];
  });
  return { items, total: page.total };
}

function presentEntry(
  holder: LoadedItem,
  blockId: string | null,
  context: RequestContext,
  list: ItemList,
): Json[] {
  if (blockId === null) return [presentLoaded(holder, context, list)];
  const block = findBlock(holder.item, blockId, context, list);
  return block ? [presentBlockOf(holder.item, block, context, list)] : [];
}

function allReadable({ schema, permissions, identity }: RequestContext): ItemList['models'] {
  return [...schema.itemTypes.values()]
    .filter((itemType) => !itemType.modularBlock)
    .map((itemType) => ({ itemType, readable: readableItems(permissions, itemType, identity) }))
    .filter(({ readable }) => readable.kind !== 'never');
}

function pageOf(context: RequestContext, list: ItemList): Page {
  const target = targetOf(context, list);
  return {
    environmentId: context.environment.id,
    condition: conditionOf(context, list),
    order: compileOrdering(list.order, target),
    offset: list.offset,
    limit: list.limit,
  };
}

function targetOf({ environment, schema }: RequestContext, { models, version }: ItemList): ItemTarget {
  const fields = models.length === 1 ? schema.fieldsOf(models[0]?.itemType.id ?? '') : [];
  const localizedFieldIds = fields.filter((field) => field.localized).map(({ id }) => id);
  const isSettling = schema.change?.isSettling ?? false;
  return { table: 'item', version, environmentId: environment.id, localizedFieldIds, isSettling };
}

function conditionOf(context: RequestContext, list: ItemList): RawBuilder<SqlBool> {
  const target = targetOf(context, list);
  const parts = [
    ofReadableModels(list, target),
    ...(list.ids ? [sql<SqlBool>`i.id = any(${list.ids}::text[])`] : []),
    ...(list.version === 'published' ? [sql<SqlBool>`i.published_version_id is not null`] : []),
    compileCondition(list.condition, target),
  ];
  return sql`${sql.join(parts, sql` and `)}`;
}

/** Models without restrictions go together; each other one brings its own condition. */
function ofReadableModels({ models }: ItemList, target: ItemTarget): RawBuilder<SqlBool> {
  const free = models.filter(({ readable }) => readable.kind === 'always').map(({ itemType }) => itemType.id);
  const limited = models.filter(({ readable }) => readable.kind !== 'always');
  if (limited.length === 0 && free.length === 1) return sql`i.item_type_id = ${free[0]}`;
  const conditions = limited.map(
    ({ itemType, readable }) =>
      sql<SqlBool>`(i.item_type_id = ${itemType.id} and ${compileCondition(readable, target)})`,
  );
  return sql`(${sql.join([sql<SqlBool>`i.item_type_id = any(${free}::text[])`, ...conditions], sql` or `)})`;
}

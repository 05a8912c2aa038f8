import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import { presentItemType } from '#api/item-types/present.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf, pageOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { bulkItemEndpoints } from './bulk-routes.ts';
import { compareVersions } from './compare-versions.ts';
import {
  createItemBody,
  findItemQuery,
  listItemsQuery,
  publishItemBody,
  recursiveQuery,
  referencesQuery,
  unpublishItemBody,
  updateItemBody,
} from './contract.ts';
import { comparisonDocument, createdItemDocument, itemEntity } from './entity.ts';
import { listItems } from './list-items.ts';
import { listReferringItems } from './list-referring-items.ts';
import { mayCreate, mayWithItem } from './policy.ts';
import { findBlock, presentBlockOf, presentLoaded, type View } from './present.ts';
import {
  destroyRecord,
  loadForDestroying,
  loadForPublishing,
  loadForUnpublishing,
  type Neighbourhood,
} from './publish-record.ts';
import { saveInTurn } from './save-in-turn.ts';
import { publishing, unpublishing } from './state-changes.ts';
import { findItem, findItemOrHolder, type LoadedItem, lockEnvironment } from './table.ts';
import { checkBody, createFromBody, duplicateFrom, isMove, modelOf, updateFromBody } from './write-item.ts';

const base = {
  resource: 'item',
  answer: documentOf(itemEntity),
  present: (loaded: LoadedItem, context: RequestContext) => ({ data: presentLoaded(loaded, context) }),
};
/** Saves are one conditional statement each, so they need no transaction around them. */
const save = { ...base, transaction: 'own' as const };
function may<Loaded extends LoadedItem = LoadedItem>(action: Parameters<typeof mayWithItem>[1]) {
  return { policy: ({ item }: Loaded, context: RequestContext) => mayWithItem(context, action, item) };
}

const listAllItems = endpoint({
  resource: 'item',
  rel: 'instances',
  answer: pageOf(itemEntity),
  method: 'GET',
  path: '/items',
  query: listItemsQuery,
  policy: () => true,
  run: ({ query }, context) => listItems(context, query),
  present: ({ items, total }) => ({ data: items, meta: { total_count: total } }),
});

const findOneItem = endpoint({
  resource: 'item',
  rel: 'self',
  answer: documentOf(itemEntity),
  method: 'GET',
  path: '/items/:item_id',
  query: findItemQuery,
  load: ({ params }, context) =>
    existing(findItemOrHolder(context.db, context.environment.id, params.item_id ?? '')),
  ...may('read'),
  run: async (_request, _context, loaded) => loaded,
  present: (loaded, context, { params, query }) => {
    const view: View = { version: query.version ?? 'current', nested: query.nested ?? false };
    return { data: presentOne(loaded, params.item_id ?? '', context, view) };
  },
});

function presentOne(loaded: LoadedItem, id: string, context: RequestContext, view: View) {
  const { item } = loaded;
  if (view.version === 'published' && item.published === null) throw refusal('NOT_FOUND');
  if (item.id === id) return presentLoaded(loaded, context, view);
  const block = findBlock(item, id, context, view);
  if (!block) throw refusal('NOT_FOUND');
  return presentBlockOf(item, block, context, view);
}

async function existing<Loaded>(loading: Promise<Loaded | undefined>): Promise<Loaded> {
  const loaded = await loading;
  if (loaded === undefined) throw refusal('NOT_FOUND');
  return loaded;
}

const loadOne = {
  load: ({ params }: { params: Readonly<Record<string, string>> }, context: RequestContext) =>
    loadById(context, params.item_id),
};

function loadById({ db, environment, confirmation }: RequestContext, id = ''): Promise<LoadedItem> {
  return existing(findItem(db, environment.id, id, confirmation?.isGiven ? null : confirmation));
}

const createOneItem = endpoint({
  ...save,
  confirmsCaller: true,
  rel: 'create',
  method: 'POST',
  path: '/items',
  answer: createdItemDocument,
  body: createItemBody,
  load: async ({ body }, context) => findModel(context, body.data.relationships.item_type.data.id),
  policy: (itemType, context) => mayCreate(context, itemType),
  run: ({ body }, context, itemType) => createFromBody(context, itemType, body.data),
  present: presentCreated,
});

/** A single-instance model says which record it has: it changed, too. */
function presentCreated(loaded: LoadedItem, context: RequestContext) {
  const itemType = modelOf(context, loaded.item);
  const singletons = new Map([[itemType.id, loaded.item.id]]);
  return {
    data: presentLoaded(loaded, context),
    included: itemType.singleton ? [presentItemType(itemType, context.schema, singletons)] : [],
  };
}

/** Blocks are made through the record that holds them. */
function findModel({ schema }: RequestContext, id: string): ItemType {
  const itemType = schema.itemTypes.get(id);
  if (!itemType || itemType.modularBlock) throw refusal('INVALID_TYPE', { item_type: id });
  return itemType;
}

const updateOneItem = endpoint({
  ...save,
  ...loadOne,
  confirmsCaller: true,
  // A move to another stage has a right of its own, which is asked where it is done.
  policy: ({ item }, context, { body }) => isMove(body.data) || mayWithItem(context, 'update', item),
  rel: 'update',
  method: 'PUT',
  path: '/items/:item_id',
  body: updateItemBody,
  run: ({ body: { data }, params }, context, loaded) =>
    saveInTurn(context, loaded, {
      load: (alone) => loadById(alone, params.item_id),
      may: ({ item }, alone) => isMove(data) || mayWithItem(alone, 'update', item),
      run: (found, alone) => updateFromBody(alone, found, data),
    }),
});

const duplicateOneItem = endpoint({
  ...save,
  ...loadOne,
  rel: 'duplicate',
  answer: createdItemDocument,
  method: 'POST',
  path: '/items/:item_id/duplicate',
  isJob: true,
  policy: ({ item }, context) => mayWithItem(context, 'duplicate', item),
  run: (_request, context, loaded) => duplicateFrom(context, loaded),
  present: presentCreated,
});

/** In a transaction that nobody else's save can come between: a link made meanwhile would point at nothing. */
const destroyOneItem = endpoint({
  ...base,
  ...may<Neighbourhood>('delete'),
  rel: 'destroy',
  method: 'DELETE',
  path: '/items/:item_id',
  isJob: true,
  load: async ({ params }, context) => {
    await lockEnvironment(context.db, context.environment.id);
    return loadForDestroying(context, params.item_id ?? '');
  },
  run: (_request, context, loaded) => destroyRecord(context, loaded),
});

const publishOneItem = endpoint({
  ...save,
  ...may<Neighbourhood>('publish'),
  rel: 'publish',
  method: 'PUT',
  path: '/items/:item_id/publish',
  body: publishItemBody,
  bodyOptional: true,
  query: recursiveQuery,
  load: ({ params }, context) => loadForPublishing(context, params.item_id ?? ''),
  run: ({ body, query, params }, context, loaded) =>
    saveInTurn(context, loaded, publishing(params.item_id ?? '', body, query.recursive)),
});

const unpublishOneItem = endpoint({
  ...save,
  ...may<Neighbourhood>('publish'),
  rel: 'unpublish',
  method: 'PUT',
  path: '/items/:item_id/unpublish',
  body: unpublishItemBody,
  bodyOptional: true,
  query: recursiveQuery,
  load: ({ params }, context) => loadForUnpublishing(context, params.item_id ?? ''),
  run: ({ body, query, params }, context, loaded) =>
    saveInTurn(context, loaded, unpublishing(params.item_id ?? '', body, query.recursive)),
});

const listReferences = endpoint({
  resource: 'item',
  rel: 'references',
  answer: listOf(itemEntity),
  method: 'GET',
  path: '/items/:item_id/references',
  query: referencesQuery,
  ...loadOne,
  ...may('read'),
  run: ({ query }, context, { item }) => listReferringItems(context, { kind: 'item', id: item.id }, query),
  present: (items) => ({ data: items }),
});

const validateNewItem = endpoint({
  resource: 'item',
  rel: 'validate_new',
  answer: null,
  method: 'POST',
  path: '/items/validate',
  body: createItemBody,
  transaction: 'own',
  load: async ({ body }, context) => findModel(context, body.data.relationships.item_type.data.id),
  policy: (itemType, context) => mayCreate(context, itemType),
  run: ({ body }, context, itemType) => checkBody(context, itemType, null, body.data),
  present: () => null,
});

const validateExistingItem = endpoint({
  resource: 'item',
  rel: 'validate_existing',
  answer: null,
  method: 'POST',
  path: '/items/:item_id/validate',
  body: updateItemBody,
  transaction: 'own',
  ...loadOne,
  ...may('update'),
  run: ({ body }, context, { item }) => checkBody(context, modelOf(context, item), item, body.data),
  present: () => null,
});

const compareOneItem = endpoint({
  resource: 'item',
  rel: 'current_vs_published_state',
  answer: comparisonDocument,
  method: 'GET',
  path: '/items/:item_id/current-vs-published-state',
  ...loadOne,
  ...may('read'),
  run: (_request, context, { item }) => compareVersions(context, item),
  present: ({ state, included }) => ({ data: state, included }),
});

export const itemEndpoints: Endpoint[] = [
  listAllItems,
  findOneItem,
  createOneItem,
  updateOneItem,
  duplicateOneItem,
  destroyOneItem,
  publishOneItem,
  unpublishOneItem,
  listReferences,
  validateNewItem,
  validateExistingItem,
  compareOneItem,
  ...bulkItemEndpoints,
];

import { refusal } from '@recto/content/refusal';
import { mayWithItem } from '#api/items/policy.ts';
import { presentLoaded } from '#api/items/present.ts';
import { saveInTurn } from '#api/items/save-in-turn.ts';
import { findItem, type LoadedItem } from '#api/items/table.ts';
import { replaceDocument } from '#api/items/write-item.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, pageOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { conformVersions } from './conform-versions.ts';
import { findVersionQuery, itemVersionEntity, listVersionsQuery, restoredDocument } from './contract.ts';
import { presentVersion } from './present.ts';
import { countVersions, findVersion, type ItemVersion, listVersions } from './table.ts';

const base = { resource: 'item_version' };
const DEFAULT_LIMIT = 15;

interface VersionOfItem extends LoadedItem {
  version: ItemVersion;
}

const listItemVersions = endpoint({
  ...base,
  rel: 'instances',
  answer: pageOf(itemVersionEntity),
  method: 'GET',
  path: '/items/:item_id/versions',
  query: listVersionsQuery,
  load: ({ params }, context) => loadItem(context, params.item_id ?? ''),
  policy: ({ item }, context) => mayWithItem(context, 'read', item),
  run: async ({ query: { page } }, context, { item }) => {
    const { db, environment } = context;
    const range = { offset: page?.offset ?? 0, limit: page?.limit ?? DEFAULT_LIMIT };
    const versions = await listVersions(db, environment.id, item, range);
    const total = await countVersions(db, environment.id, item.id);
    return { item, versions: await conformVersions(context, item, versions), total };
  },
  present: ({ item, versions, total }, context, { query }) => ({
    data: versions.map((version) => presentVersion({ version, item }, context, query.nested ?? false)),
    meta: { total_count: total },
  }),
});

const findOneVersion = endpoint({
  ...base,
  rel: 'self',
  answer: documentOf(itemVersionEntity),
  method: 'GET',
  path: '/versions/:item_version_id',
  query: findVersionQuery,
  load: ({ params }, context) => loadVersion(context, params.item_version_id ?? ''),
  policy: ({ item }, context) => mayWithItem(context, 'read', item),
  run: async (_request, context, { version, item }) => ({
    item,
    version: await conformOne(context, item, version),
  }),
  present: (shown, context, { query }) => ({ data: presentVersion(shown, context, query.nested ?? false) }),
});

/** History is not rewritten: the old content becomes a new current version. */
const restoreVersion = endpoint({
  ...base,
  rel: 'restore',
  answer: restoredDocument,
  method: 'POST',
  path: '/versions/:item_version_id/restore',
  isJob: true,
  transaction: 'own',
  load: ({ params }, context) => loadVersion(context, params.item_version_id ?? ''),
  policy: ({ item }, context) => mayWithItem(context, 'update', item),
  run: async ({ params }, context, loaded) => {
    const restored = await saveInTurn(context, loaded, {
      load: (alone) => loadVersion(alone, params.item_version_id ?? ''),
      may: ({ item }, alone) => mayWithItem(alone, 'update', item),
      run: restoreInto,
    });
    const { version } = await loadVersion(context, restored.item.currentVersionId);
    return { restored, version };
  },
  present: ({ restored, version }, context) => ({
    data: [
      presentLoaded(restored, context),
      presentVersion({ version, item: restored.item }, context, false),
    ],
  }),
});

async function restoreInto(loaded: VersionOfItem, context: RequestContext): Promise<LoadedItem> {
  const { document } = await conformOne(context, loaded.item, loaded.version);
  return replaceDocument(context, loaded, document);
}

async function loadItem({ db, environment }: RequestContext, id: string): Promise<LoadedItem> {
  const loaded = await findItem(db, environment.id, id);
  if (!loaded) throw refusal('NOT_FOUND');
  return loaded;
}

async function loadVersion(context: RequestContext, id: string): Promise<VersionOfItem> {
  const version = await findVersion(context.db, context.environment.id, id);
  if (!version) throw refusal('NOT_FOUND');
  return { ...(await loadItem(context, version.itemId)), version };
}

async function conformOne(
  context: RequestContext,
  item: LoadedItem['item'],
  version: ItemVersion,
): Promise<ItemVersion> {
  const [conformed] = await conformVersions(context, item, [version]);
  return conformed ?? version;
}

export const itemVersionEndpoints: Endpoint[] = [listItemVersions, findOneVersion, restoreVersion];

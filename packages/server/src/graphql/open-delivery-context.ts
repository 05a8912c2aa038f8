import type { FieldRegistry } from '@recto/content/field-type';
import type { Identity, Item } from '@recto/content/item/item';
import { readableUploads } from '@recto/content/permissions/evaluate';
import type { Permissions } from '@recto/content/permissions/permissions';
import type { Schema } from '@recto/content/schema/schema';
import type { Database } from '#db/database.ts';
import type { Environment, Site } from '#http/context.ts';
import { batchLoads } from './batch-loads.ts';
import type { DeliveryContext, ListQuery, LocaleScope, RecordSource, Upload } from './delivery-context.ts';
import { type CountQuery, createItemReader, type ItemReader } from './item-reader.ts';
import { createRecordBodies } from './record-bodies.ts';
import { SeenStates } from './seen-states.ts';
import { createUploadBodies } from './upload-bodies.ts';
import { createUploadReader, type UploadReader } from './upload-reader.ts';
import type { Visibility } from './visibility.ts';
import { type Maybe, whenAllThere, whenThere } from './when-there.ts';

export interface DeliveryRequest {
  database: Pick<Database, 'db' | 'writes'>;
  /** Told of every list and count of records. */
  onList(query: CountQuery & Partial<Pick<ListQuery, 'order'>>): void;
  site: Site;
  environment: Environment;
  schema: Schema;
  registry: FieldRegistry;
  permissions: Permissions;
  identity: Identity;
  visibility: Visibility;
  version: 'published' | 'current';
  onlyValid: boolean;
  baseEditingUrl: string | null;
  contentLink: boolean;
  assetsUrl: string;
  /** What this process had written when the request came, where it alone writes. */
  writes: number | undefined;
}

/** Lists that travel in one statement: a planner's time grows with the text. */
const LISTS_AT_ONCE = 50;

/** One request's view of the content, with its loads batched by tick and remembered until it ends. */
export function openDeliveryContext(request: DeliveryRequest): DeliveryContext {
  const { database, environment, permissions, identity, schema, version } = request;
  const environmentId = environment.id;
  const states = new SeenStates(database, {
    id: environmentId,
    schemaVersion: schema.version,
    writes: request.writes,
  });
  const bodies = createRecordBodies({ environmentId, schemaVersion: schema.version, version, states });
  const items = createItemReader({ ...request, environmentId, states, bodies });
  const readable = readableUploads(permissions, identity);
  const uploadBodies = createUploadBodies(environmentId, schema.version, states);
  const uploads = createUploadReader({ db: database.db, bodies: uploadBodies, environmentId, readable });
  const toSource = sourceOf(request.schema);

  const listItems = batchLoads(items.listPages, LISTS_AT_ONCE);
  const countItems = batchLoads(items.countAll, LISTS_AT_ONCE);
  const { onList } = request;
  const findItem = loadById(items);
  const findChildren = loadChildren(items);
  const findUpload = loadUploadById(uploads);
  const loadItem = (id: string, scope: LocaleScope) =>
    whenThere(findItem(id), (item) => toSource(item, scope));

  return {
    site: request.site,
    environment,
    schema: request.schema,
    registry: request.registry,
    permissions,
    version: request.version,
    baseEditingUrl: request.baseEditingUrl,
    contentLink: request.contentLink,
    assetsUrl: request.assetsUrl,
    async listItems(query) {
      onList(query);
      return sources(await listItems(query), query.scope, toSource);
    },
    countItems(query) {
      onList(query);
      return countItems(query);
    },
    loadItem,
    loadItems: (ids, scope) =>
      whenThere(whenAllThere(ids.map((id) => loadItem(id, scope))), (found) =>
        found.filter((source) => source !== undefined),
      ),
    loadChildren: async (parentId, scope) => sources(await findChildren(parentId), scope, toSource),
    loadUpload: findUpload,
    listUploads: (query) => uploads.listPage(query),
    countUploads: (query) => uploads.count(query.condition),
    hasLeftSchema: (run) => states.haveLeftSchema(run),
  };
}

type ToSource = (item: Item | undefined, scope: LocaleScope) => RecordSource | undefined;

function sourceOf(schema: Schema): ToSource {
  return (item, scope) => {
    const itemType = item && schema.itemTypes.get(item.itemTypeId);
    return itemType && { itemType, id: item.id, values: item.current, item, scope };
  };
}

function sources(items: readonly Item[], scope: LocaleScope, toSource: ToSource): RecordSource[] {
  return items.map((item) => toSource(item, scope)).filter((source) => source !== undefined);
}

/** From memory at once, where that is known to be right. */
function loadById(items: ItemReader): (id: string) => Maybe<Item | undefined> {
  const load = remembered(loadFromDatabase(items));
  return (id) => {
    const known = items.recall(id);
    return known === undefined ? load(id) : (known ?? undefined);
  };
}

function loadFromDatabase(items: ItemReader): (id: string) => Promise<Item | undefined> {
  return batchLoads(async (ids: readonly string[]) => {
    const found = new Map((await items.findMany(ids)).map((item) => [item.id, item]));
    return ids.map((id) => found.get(id));
  });
}

function loadChildren(items: ItemReader): (parentId: string) => Promise<Item[]> {
  return batchLoads(async (parentIds: readonly string[]) => {
    const children = new Map(parentIds.map((id): [string, Item[]] => [id, []]));
    for (const item of await items.listChildren([...children.keys()])) {
      children.get(item.parentId ?? '')?.push(item);
    }
    return parentIds.map((id) => children.get(id) ?? []);
  });
}

function loadUploadById(uploads: UploadReader): (id: string) => Maybe<Upload | undefined> {
  const load = remembered(
    batchLoads(async (ids: readonly string[]) => {
      const found = new Map((await uploads.findMany(ids)).map((upload) => [upload.id, upload]));
      return ids.map((id) => found.get(id));
    }),
  );
  return (id) => {
    const known = uploads.recall(id);
    return known === undefined ? load(id) : (known ?? undefined);
  };
}

/** An id is asked of the database once a request. */
function remembered<Answer>(load: (id: string) => Promise<Answer>): (id: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (id) => {
    const answer = known.get(id) ?? load(id);
    known.set(id, answer);
    return answer;
  };
}

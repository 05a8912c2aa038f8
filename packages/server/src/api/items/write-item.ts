import type { FactsRequest } from '@recto/content/facts';
import { isEntityId } from '@recto/content/id';
import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import { copyNameFacts, duplicateDocument, renameCopy } from '@recto/content/item/duplicate-document';
import type { Identity, Item } from '@recto/content/item/item';
import { judgeDocument } from '@recto/content/item/judge-document';
import { type ReadDocument, readDocument, takeDocument } from '@recto/content/item/read-document';
import { createItem, type ItemUpdate, updateItem } from '@recto/content/item/save-item';
import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Static } from '@sinclair/typebox';
import { refuseStranger } from '#api/access-tokens/ownership.ts';
import type { RequestContext } from '#http/context.ts';
import { circumstancesOf } from './circumstances.ts';
import type { createItemBody, updateItemBody } from './contract.ts';
import { uniqueValues } from './derived-rows.ts';
import { loadFacts, loadFirstFacts, type StoredFacts } from './facts.ts';
import { moveToStage, refuseMoveToStage } from './move-to-stage.ts';
import { takesPlace, withPlace } from './place.ts';
import { manageableLocales, mayWithItem, refuseForbiddenContent } from './policy.ts';
import { factsOf, publishSaved } from './publication.ts';
import { readMoment, refuseBeyondLimits, splitAttributes, type WantedPlace } from './read-attributes.ts';
import { withRecalledFacts } from './recalled-facts.ts';
import { refuseClosedUploads } from './refuse-closed-uploads.ts';
import { saveChanges } from './save-changes.ts';
import type { LoadedItem } from './table.ts';

type CreateData = Static<typeof createItemBody>['data'];
type UpdateData = Static<typeof updateItemBody>['data'];

interface Reading {
  read: ReadDocument;
  place: WantedPlace;
}

/** Reads a body against the model and, for an update, the record as it stands. */
function readBody(
  context: RequestContext,
  itemType: ItemType,
  item: Item | null,
  data: CreateData | UpdateData,
): Reading {
  const { values, place, reasons } = splitAttributes(data.attributes ?? {}, itemType);
  const manageable = manageableLocales(context, itemType, item);
  const read = readDocument(
    { itemType, attributes: values, existing: item?.current ?? null, manageable, newId: context.newId },
    context,
  );
  refuseBeyondLimits(read.reasons);
  return { read: { ...read, reasons: [...reasons, ...read.reasons] }, place };
}

export async function createFromBody(
  context: RequestContext,
  itemType: ItemType,
  data: CreateData,
): Promise<LoadedItem> {
  const { read, place } = readBody(context, itemType, null, data);
  await refuseClosedUploads(context, itemType.id, { before: null, after: read.document });
  return insertItem(context, itemType, {
    action: 'create',
    id: readId(data.id, context),
    read,
    place,
    creator: readCreator(data) ?? context.identity,
    createdAt: readMoment(data.meta?.created_at, 'created_at') ?? context.now.toISOString(),
    firstPublishedAt: readMoment(data.meta?.first_published_at, 'first_published_at') ?? null,
  });
}

/** An older, numeric id is as good as a new one. */
function readId(id: string | undefined, { newId }: RequestContext): string {
  if (id === undefined) return newId();
  if (!isEntityId(id)) throw refusal('INVALID_ENTITY_ID');
  return id;
}

function readCreator(data: CreateData | UpdateData): Identity | undefined {
  return data.relationships?.creator?.data as Identity | undefined;
}

function isSameIdentity(one: Identity, other: Identity): boolean {
  return one.id === other.id && one.type === other.type;
}

interface Insertion {
  /** What the role has to allow. */
  action: 'create' | 'duplicate';
  id: string;
  read: ReadDocument;
  place: WantedPlace;
  creator: Identity;
  createdAt: string;
  firstPublishedAt: string | null;
}

async function insertItem(
  context: RequestContext,
  itemType: ItemType,
  { action, id, read, place, ...record }: Insertion,
): Promise<LoadedItem> {
  const { document } = read;
  const request = collectFacts(document, itemType.id, context);
  if (place.parentId) request.items.push(place.parentId);
  return withFacts(context, { item: null, itemId: id, itemType, place }, request, async (facts) => {
    if (!isSameIdentity(record.creator, context.identity)) {
      await refuseStranger(context.db, context.site, record.creator);
    }
    const circumstances = circumstancesOf(context, facts);
    const isValid = judgeDocument(read, itemType, id, circumstances);
    let created: Item | undefined;
    await withPlace(context, { item: null, itemId: id, itemType, wanted: place }, async (placed, db) => {
      const { placement, shifts } = placed;
      const saved = createItem({ id, itemType, document, isValid, placement, ...record }, circumstances);
      const decision = await publishSaved({ ...context, db }, saved, facts);
      if (saved.after) refuseForeignContent(context, action, saved.after, document);
      await saveChanges(context, { ...decision, shifts }, db);
      created = decision.changes[0]?.after ?? undefined;
    });
    if (!created) throw new Error('A created record is always there');
    return { item: created, hasChildren: false };
  });
}

/** Whoever takes a place among others is alone while that is saved, and looks everything up. */
function withFacts<Result>(
  context: RequestContext,
  {
    item,
    itemId,
    itemType,
    place,
  }: { item: Item | null; itemId: string; itemType: ItemType; place: WantedPlace },
  request: Required<FactsRequest>,
  work: (facts: StoredFacts) => Promise<Result>,
): Promise<Result> {
  if (takesPlace({ item, itemType, wanted: place })) return loadFirstFacts(context, request).then(work);
  return withRecalledFacts(context, request, { itemId, values: uniqueValues(item, context) }, work);
}

/** A role may be limited to some locales of what it creates, and to records of its own. */
function refuseForeignContent(
  context: RequestContext,
  action: Insertion['action'],
  item: Item,
  document: Item['current'],
): void {
  const { creator } = item;
  if (creator.id !== context.identity.id && !mayWithItem(context, 'edit_creator', item)) {
    throw refusal('INSUFFICIENT_PERMISSIONS', { action: 'edit_creator' });
  }
  if (context.permissions.isOwner) return;
  refuseForbiddenContent(context, action, item, { before: {}, after: document });
}

export async function updateFromBody(
  context: RequestContext,
  loaded: LoadedItem,
  data: UpdateData,
): Promise<LoadedItem> {
  const { item } = loaded;
  const itemType = modelOf(context, item);
  refuseOtherModel(data, item);
  refuseStaleVersion(data, item);
  const stage = data.meta?.stage;
  if (isMove(data) && stage) return moveToStage(context, loaded, stage);
  const { read, place } = readBody(context, itemType, item, data);
  await refuseClosedUploads(context, itemType.id, { before: item.current, after: read.document });
  const record = readRecord(context, data, item);
  const { creator } = record;
  if (creator && !isSameIdentity(creator, item.creator)) {
    await refuseStranger(context.db, context.site, creator);
  }
  return storeUpdate(context, loaded, { read, place, record }, data);
}

/** Nothing but the stage changes. */
export function isMove({ attributes, relationships, meta }: UpdateData): boolean {
  const isNothingElse = Object.keys({ ...attributes, ...relationships }).length === 0;
  return isNothingElse && meta !== undefined && Object.keys(meta).join() === 'stage';
}

export function modelOf({ schema }: RequestContext, item: Item): ItemType {
  const itemType = schema.itemTypes.get(item.itemTypeId);
  if (!itemType) throw refusal('NOT_FOUND');
  return itemType;
}

function refuseOtherModel(data: UpdateData, item: Item): void {
  const sent = data.relationships?.item_type?.data.id;
  if (sent !== undefined && sent !== item.itemTypeId) throw refusal('ITEM_TYPE_CANNOT_BE_CHANGED');
}

/** Whoever names the version it read does not want to overwrite a newer one. */
function refuseStaleVersion(data: UpdateData, item: Item): void {
  const sent = data.meta?.current_version;
  if (sent !== undefined && sent !== item.currentVersionId) {
    throw refusal('STALE_ITEM_VERSION', { current_version: item.currentVersionId });
  }
}

function readRecord(context: RequestContext, data: UpdateData, item: Item): ItemUpdate['record'] {
  const creator = readCreator(data) ?? item.creator;
  if (!isSameIdentity(creator, item.creator) && !mayWithItem(context, 'edit_creator', item)) {
    throw refusal('INSUFFICIENT_PERMISSIONS', { action: 'edit_creator' });
  }
  const stage = data.meta?.stage;
  if (stage !== undefined) refuseMoveToStage(context, item, stage);
  const firstPublishedAt = readMoment(data.meta?.first_published_at, 'first_published_at');
  return {
    creator,
    createdAt: readMoment(data.meta?.created_at, 'created_at') ?? item.createdAt,
    firstPublishedAt: firstPublishedAt === undefined ? item.firstPublishedAt : firstPublishedAt,
    stage: stage === undefined ? item.stage : stage,
  };
}

async function storeUpdate(
  context: RequestContext,
  { item, hasChildren }: LoadedItem,
  { read, place, record }: Reading & { record: ItemUpdate['record'] },
  data?: UpdateData,
): Promise<LoadedItem> {
  const itemType = modelOf(context, item);
  const { document } = read;
  const request = mergeFactsRequests([
    collectFacts(document, itemType.id, context),
    ...factsOf(item, context),
  ]);
  return withFacts(context, { item, itemId: item.id, itemType, place }, request, async (facts) => {
    const circumstances = circumstancesOf(context, facts);
    const isValid = judgeDocument(read, itemType, item.id, circumstances);
    refuseForbiddenContent(context, 'update', item, { before: item.current, after: document });
    const conflict =
      data?.meta?.current_version === undefined ? 'CONCURRENT_ITEM_UPDATE' : 'STALE_ITEM_VERSION';
    let updated = item;
    await withPlace(context, { item, itemId: item.id, itemType, wanted: place }, async (placed, db) => {
      const { position, parentId } = placed.placement;
      const moved = { ...record, position, parentId };
      const saved = updateItem(item, { document, isValid, record: moved }, circumstances);
      const decision = await publishSaved({ ...context, db }, saved, facts);
      await saveChanges(context, { ...decision, shifts: placed.shifts, conflict }, db);
      updated = decision.changes[0]?.after ?? item;
    });
    return { item: updated, hasChildren };
  });
}

/** Puts an old document in the place of the current one; whatever it lacks today's rules are told. */
export async function replaceDocument(
  context: RequestContext,
  loaded: LoadedItem,
  document: Item['current'],
): Promise<LoadedItem> {
  const read = takeDocument(document, loaded.item.itemTypeId, context);
  return storeUpdate(context, loaded, {
    read,
    place: { position: undefined, parentId: undefined },
    record: {},
  });
}

/** A copy with blocks and unique names of its own, not yet published where that is a step of its own. */
export async function duplicateFrom(context: RequestContext, { item }: LoadedItem): Promise<LoadedItem> {
  const itemType = modelOf(context, item);
  if (itemType.singleton) throw refusal('ITEM_TYPE_IS_SINGLETON');
  const names = await loadFacts(context.db, context.environment.id, copyFacts(context, item));
  const id = context.newId();
  const copy = duplicateDocument(item.current, itemType.id, context, context.newId);
  const document = renameCopy(copy, itemType.id, context, names.seenBy(id));
  return insertItem(context, itemType, {
    action: 'duplicate',
    id,
    read: takeDocument(document, itemType.id, context),
    place: { position: undefined, parentId: itemType.tree ? item.parentId : undefined },
    creator: context.identity,
    createdAt: context.now.toISOString(),
    firstPublishedAt: null,
  });
}

function copyFacts(context: RequestContext, { current, itemTypeId }: Item) {
  const { unique } = collectFacts(current, itemTypeId, context);
  return mergeFactsRequests([{ unique }, copyNameFacts(current, itemTypeId, context)]);
}

/** What saving a body would refuse, invalid drafts included: nothing is stored. */
export async function checkBody(
  context: RequestContext,
  itemType: ItemType,
  item: Item | null,
  data: CreateData | UpdateData,
): Promise<void> {
  const { read } = readBody(context, itemType, item, data);
  await refuseClosedUploads(context, itemType.id, { before: item?.current ?? null, after: read.document });
  const request = collectFacts(read.document, itemType.id, context);
  const facts = await loadFacts(context.db, context.environment.id, request);
  judgeDocument(read, itemType, item?.id ?? '', circumstancesOf(context, facts), false);
}

import type { ItemType } from '../schema/item-type.ts';
import { workflowOf } from '../schema/schema.ts';
import { initialStage } from '../workflow/workflow.ts';
import { isSameDocument } from './compare-documents.ts';
import type { Document, Identity, Item } from './item.ts';
import { type Circumstances, type ItemChange, itemEvent } from './item-change.ts';

/** Where a record stands among its siblings. */
export interface Placement {
  position: number | null;
  parentId: string | null;
}

export interface NewItem {
  id: string;
  itemType: ItemType;
  document: Document;
  isValid: boolean;
  placement: Placement;
  creator: Identity;
  createdAt: string;
  firstPublishedAt: string | null;
}

/** A new record, still a draft: models without draft mode publish it in the same change. */
export function createItem(request: NewItem, { now, newId, schema }: Circumstances): ItemChange {
  const workflow = workflowOf(schema, request.itemType);
  const item: Item = {
    id: request.id,
    itemTypeId: request.itemType.id,
    current: request.document,
    currentVersionId: newId(),
    isCurrentValid: request.isValid,
    published: null,
    publishedVersionId: null,
    isPublishedValid: null,
    creator: request.creator,
    createdAt: request.createdAt,
    updatedAt: now,
    publishedAt: null,
    firstPublishedAt: request.firstPublishedAt,
    publicationScheduledAt: null,
    unpublishingScheduledAt: null,
    ...request.placement,
    stage: workflow && initialStage(workflow),
  };
  return {
    before: null,
    after: item,
    versions: [{ id: item.currentVersionId, itemId: item.id, document: item.current }],
    events: [itemEvent('create', item)],
  };
}

export interface ItemUpdate {
  document: Document;
  isValid: boolean;
  /** What is not part of the document and takes effect at once, for the published view too. */
  record: Partial<
    Pick<Item, 'creator' | 'createdAt' | 'firstPublishedAt' | 'position' | 'parentId' | 'stage'>
  >;
}

/** Content that changed makes a new version; content that did not change makes none. */
export function updateItem(
  item: Item,
  update: ItemUpdate,
  { now, newId, schema }: Circumstances,
): ItemChange {
  const isSame = isSameDocument(item.current, update.document, schema.fieldsOf(item.itemTypeId));
  const touched: Item = { ...item, ...update.record };
  if (isSame) {
    const after = isSameRecord(item, touched) ? touched : { ...touched, updatedAt: now };
    return {
      before: item,
      after,
      versions: [],
      events: after === touched ? [] : [itemEvent('update', after)],
    };
  }
  const after: Item = {
    ...touched,
    current: update.document,
    currentVersionId: newId(),
    isCurrentValid: update.isValid,
    updatedAt: now,
  };
  return {
    before: item,
    after,
    versions: [{ id: after.currentVersionId, itemId: item.id, document: after.current }],
    events: [itemEvent('update', after)],
  };
}

function isSameRecord(before: Item, after: Item): boolean {
  return (
    before.creator.id === after.creator.id &&
    before.creator.type === after.creator.type &&
    before.createdAt === after.createdAt &&
    before.firstPublishedAt === after.firstPublishedAt &&
    before.position === after.position &&
    before.parentId === after.parentId &&
    before.stage === after.stage
  );
}

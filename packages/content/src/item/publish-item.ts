import { type ErrorReason, refuseAll } from '../refusal.ts';
import type { ItemType } from '../schema/item-type.ts';
import { isSameDocument } from './compare-documents.ts';
import { deriveReferences } from './derive-rows.ts';
import type { Document, Item } from './item.ts';
import { type Circumstances, type ItemChange, itemEvent } from './item-change.ts';
import { invalidField } from './judge-document.ts';
import { fieldOfPath, strategiesOf } from './reference-strategies.ts';
import { validateDocument } from './validate-document.ts';

export interface PublishRequest {
  item: Item;
  /** What its published document becomes; for a whole publication its current one. */
  document: Document;
  /** Whether unpublished ancestors in the tree are published as well. */
  recursive: boolean;
  /** The unpublished records that the cascade can reach, by id. */
  reachable: ReadonlyMap<string, Item>;
}

/**
 * Publishes a record and what its fields want published with it. Answers one change for each record, the
 * record's own first. Refuses with every reason found in any of them.
 */
export function publishItem(request: PublishRequest, circumstances: Circumstances): ItemChange[] {
  const plan = planPublication(request, circumstances);
  refuseAll([...plan].flatMap(([item, document]) => reasonsAgainst(item, document, plan, circumstances)));
  return [...plan].map(([item, document]) => {
    const isValid = mustBeValid(item, circumstances) || isValidDocument(item, document, circumstances);
    return publishDocument(item, document, circumstances, isValid);
  });
}

type Plan = Map<Item, Document>;

function planPublication(request: PublishRequest, circumstances: Circumstances): Plan {
  const plan: Plan = new Map([[request.item, request.document]]);
  const ids = new Set([request.item.id]);
  for (const [item, document] of plan) {
    const followers = linksToPublish(item, document, circumstances);
    if (request.recursive && item.parentId !== null) followers.push(item.parentId);
    for (const id of followers) {
      const follower = request.reachable.get(id);
      if (!follower || follower.publishedVersionId !== null || ids.has(id)) continue;
      ids.add(id);
      plan.set(follower, follower.current);
    }
  }
  return plan;
}

function linksToPublish(item: Item, document: Document, circumstances: Circumstances): string[] {
  return linkedItems(item, document, circumstances)
    .filter(({ strategy }) => strategy === 'publish_references')
    .map(({ id }) => id);
}

function linkedItems(item: Item, document: Document, circumstances: Circumstances) {
  return deriveReferences(document, item.itemTypeId, circumstances).flatMap(({ kind, id, path }) => {
    const field = fieldOfPath(path, circumstances.schema);
    return kind === 'item' && field
      ? [{ id, field, strategy: strategiesOf(field, circumstances).onPublish }]
      : [];
  });
}

function reasonsAgainst(
  item: Item,
  document: Document,
  plan: Plan,
  circumstances: Circumstances,
): ErrorReason[] {
  return [
    ...invalidity(item, document, circumstances),
    ...unpublishedLinks(item, document, plan, circumstances),
    ...unpublishedParent(item, plan, circumstances),
  ];
}

function invalidity(item: Item, document: Document, circumstances: Circumstances): ErrorReason[] {
  if (!mustBeValid(item, circumstances)) return [];
  const facts = circumstances.facts.seenBy(item.id);
  const problems = validateDocument(document, item.itemTypeId, circumstances, facts);
  if (problems.length === 0) return [];
  return [{ code: 'INVALID_DRAFT', details: { item: item.id } }, ...problems.map(invalidField)];
}

/** An environment that has not opted in publishes what a rule that came later finds invalid: it was valid when it was
 *  saved. Where invalid drafts can be saved, that says nothing. */
function mustBeValid(item: Item, { schema }: Circumstances): boolean {
  const { improved_validation_at_publishing: isForced } = schema.settings.flags;
  return isForced || schema.itemTypes.get(item.itemTypeId)?.draftSavingActive === true;
}

function isValidDocument(item: Item, document: Document, circumstances: Circumstances): boolean {
  const facts = circumstances.facts.seenBy(item.id);
  return validateDocument(document, item.itemTypeId, circumstances, facts).length === 0;
}

function unpublishedLinks(
  item: Item,
  document: Document,
  plan: Plan,
  circumstances: Circumstances,
): ErrorReason[] {
  const planned = new Set([...plan.keys()].map(({ id }) => id));
  const facts = circumstances.facts.seenBy(item.id);
  const unpublished = linkedItems(item, document, circumstances).filter(
    ({ id }) => !planned.has(id) && facts.item(id)?.isPublished === false,
  );
  const fields = new Set(unpublished.map(({ field }) => field));
  return [...fields].map((field) => ({
    code: 'UNPUBLISHED_LINK',
    details: {
      item: item.id,
      field: field.apiKey,
      field_id: field.id,
      unpublished_items: unpublished.filter((link) => link.field === field).map(({ id }) => id),
    },
  }));
}

function unpublishedParent(item: Item, plan: Plan, { facts }: Circumstances): ErrorReason[] {
  if (item.parentId === null || [...plan.keys()].some(({ id }) => id === item.parentId)) return [];
  if (facts.seenBy(item.id).item(item.parentId)?.isPublished !== false) return [];
  return [{ code: 'UNPUBLISHED_PARENT', details: { item: item.id, parent: item.parentId } }];
}

/** Makes `document` the published one. The current version is shared where both say the same. */
export function publishDocument(
  item: Item,
  document: Document,
  circumstances: Circumstances,
  isPublishedValid = true,
): ItemChange {
  const { now, newId, schema } = circumstances;
  const fields = schema.fieldsOf(item.itemTypeId);
  const isCurrent = isSameDocument(document, item.current, fields);
  const isUnchanged = item.published !== null && isSameDocument(document, item.published, fields);
  const versionId = isCurrent ? item.currentVersionId : isUnchanged ? item.publishedVersionId : newId();
  const after: Item = {
    ...item,
    published: document,
    publishedVersionId: versionId,
    isPublishedValid,
    publishedAt: now,
    firstPublishedAt: item.firstPublishedAt ?? now,
  };
  const isNew = versionId !== item.currentVersionId && versionId !== item.publishedVersionId;
  return {
    before: item,
    after,
    versions: isNew && versionId !== null ? [{ id: versionId, itemId: item.id, document }] : [],
    events: [itemEvent('publish', after)],
  };
}

/** Models without draft mode have no drafts: what is saved is published. */
export function publishesOnSave(itemType: ItemType): boolean {
  return !itemType.draftModeActive;
}

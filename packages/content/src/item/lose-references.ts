import { isSameDocument } from './compare-documents.ts';
import { deriveReferences } from './derive-rows.ts';
import type { Document, Item } from './item.ts';
import { type Circumstances, type ItemChange, itemEvent } from './item-change.ts';
import { fieldOfPath, type ReferenceStrategies, strategiesOf } from './reference-strategies.ts';
import { removeReferences } from './remove-references.ts';
import { validateDocument } from './validate-document.ts';

/** How the fields of a document that point at one of `targets` want to be treated. */
export function strategiesTowards(
  document: Document | null,
  itemTypeId: string,
  targets: ReadonlySet<string>,
  circumstances: Circumstances,
): ReferenceStrategies[] {
  if (!document) return [];
  return deriveReferences(document, itemTypeId, circumstances).flatMap(({ kind, id, path }) => {
    const field = fieldOfPath(path, circumstances.schema);
    return kind === 'item' && targets.has(id) && field ? [strategiesOf(field, circumstances)] : [];
  });
}

/** Takes the links to `targets` off a record, in the documents named. Answers null where a document that was valid
 *  would no longer be (a required field becomes empty): then the reference cannot go. */
export function loseReferences(
  item: Item,
  targets: ReadonlySet<string>,
  documents: { current: boolean; published: boolean },
  circumstances: Circumstances,
): ItemChange | null {
  const without = (document: Document) =>
    removeReferences(
      document,
      item.itemTypeId,
      circumstances,
      ({ kind, id }) => kind === 'item' && targets.has(id),
    );
  const current = documents.current ? without(item.current) : item.current;
  const published = documents.published && item.published ? without(item.published) : item.published;
  const isCurrentValid = isStillValid(item, current, circumstances);
  const isPublishedValid = published && isStillValid(item, published, circumstances);
  if (item.isCurrentValid && !isCurrentValid) return null;
  if (item.isPublishedValid && !isPublishedValid) return null;
  return recordLoss(item, { ...item, current, published, isCurrentValid, isPublishedValid }, circumstances);
}

function isStillValid(item: Item, document: Document, circumstances: Circumstances): boolean {
  const facts = circumstances.facts.seenBy(item.id);
  return validateDocument(document, item.itemTypeId, circumstances, facts).length === 0;
}

/** Each document that changed is a new version; a record that was published stays so. */
function recordLoss(item: Item, changed: Item, { newId, now, schema }: Circumstances): ItemChange {
  const fields = schema.fieldsOf(item.itemTypeId);
  const isCurrentNew = !isSameDocument(item.current, changed.current, fields);
  const isPublishedNew =
    item.published !== null &&
    changed.published !== null &&
    !isSameDocument(item.published, changed.published, fields);
  const isShared = item.publishedVersionId === item.currentVersionId && isCurrentNew === isPublishedNew;
  const currentVersionId = isCurrentNew ? newId() : item.currentVersionId;
  const publishedVersionId = isShared ? currentVersionId : isPublishedNew ? newId() : item.publishedVersionId;
  const after: Item = {
    ...changed,
    currentVersionId,
    publishedVersionId,
    updatedAt: isCurrentNew ? now : item.updatedAt,
  };
  return { before: item, after, ...historyOf(after, isCurrentNew, isPublishedNew, isShared) };
}

function historyOf(after: Item, isCurrentNew: boolean, isPublishedNew: boolean, isShared: boolean) {
  const current = { id: after.currentVersionId, itemId: after.id, document: after.current };
  const published = { id: after.publishedVersionId ?? '', itemId: after.id, document: after.published ?? {} };
  return {
    versions: [...(isCurrentNew ? [current] : []), ...(isPublishedNew && !isShared ? [published] : [])],
    events: [
      ...(isCurrentNew ? [itemEvent('update', after)] : []),
      ...(isPublishedNew ? [itemEvent('publish', after)] : []),
    ],
  };
}

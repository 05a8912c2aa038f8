import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import type { Document, Item } from '@recto/content/item/item';
import { validateDocument } from '@recto/content/item/validate-document';
import { isSameJson } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { loadFacts, type StoredFacts } from '#api/items/facts.ts';
import { changedItemTags } from '#cache-tags/changed-item-tags.ts';
import type { Db } from '#db/database.ts';
import type { RequestContext } from '#http/context.ts';
import { readUsers, saveValidity } from './table.ts';
import type { Upload } from './upload.ts';

/** Records held in memory at a time: a record has up to 300 KB. */
const SLICE = 200;

/**
 * Asks the rules of the fields that show an asset again, once it is saved with another file or other texts. What is
 * published may not become invalid by that; drafts may, and say so. Answers the cache tags that this touches.
 */
export async function judgeUsers(
  db: Db,
  context: RequestContext,
  before: Upload,
  after: Upload,
): Promise<string[]> {
  const tags: string[] = [];
  if (isSameJson(factsOf(before), factsOf(after))) return tags;
  for (let last = ''; ; ) {
    const items = await readUsers(db, context.environment.id, {
      uploadId: after.id,
      after: last,
      size: SLICE,
    });
    tags.push(...(await judgeItems(db, context, items)));
    if (items.length < SLICE) return tags;
    last = items.at(-1)?.id ?? '';
  }
}

/** All that rules read of an asset. */
function factsOf({ size, width, height, format, mimeType, isImage, defaultFieldMetadata }: Upload) {
  const metadata = Object.entries(defaultFieldMetadata).map(([locale, { alt, title }]) => [
    locale,
    alt,
    title,
  ]);
  return { size, width, height, format, mimeType, isImage, metadata };
}

async function judgeItems(db: Db, context: RequestContext, items: readonly Item[]): Promise<string[]> {
  const { environment, schema, registry } = context;
  const wanted = items.flatMap((item) =>
    documentsOf(item).map((document) => collectFacts(document, item.itemTypeId, { schema, registry })),
  );
  const facts = await loadFacts(db, environment.id, mergeFactsRequests(wanted));
  const judged = items.map((item) => withValidity(item, context, facts));
  const broken = judged.filter((item, at) => item.isPublishedValid === false && items[at]?.isPublishedValid);
  if (broken.length > 0) {
    throw refusal('UPLOAD_NOT_PASSING_FIELD_VALIDATIONS', {
      items: broken.map(({ id, itemTypeId }) => ({ id, item_type: itemTypeId })),
    });
  }
  const changed = judged.filter(({ isCurrentValid }, at) => isCurrentValid !== items[at]?.isCurrentValid);
  const mended = judged.filter(
    ({ isPublishedValid }, at) => isPublishedValid !== items[at]?.isPublishedValid,
  );
  await saveValidity(db, environment.id, [...new Set([...changed, ...mended])]);
  return items.flatMap((before, at) =>
    changedItemTags(environment.id, { before, after: judged[at] ?? before }, context),
  );
}

function documentsOf({ current, published }: Item): Document[] {
  return published === null ? [current] : [current, published];
}

function withValidity(item: Item, { schema, registry }: RequestContext, facts: StoredFacts): Item {
  const isValid = (document: Document) =>
    validateDocument(document, item.itemTypeId, { schema, registry }, facts.seenBy(item.id)).length === 0;
  return {
    ...item,
    isCurrentValid: isValid(item.current),
    isPublishedValid: item.published && isValid(item.published),
  };
}

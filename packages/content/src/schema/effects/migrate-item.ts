import type { DomainEvent } from '../../event.ts';
import type { Item } from '../../item/item.ts';
import { itemEvent } from '../../item/item-change.ts';
import { isSameJson } from '../../json.ts';
import { migrateDocument, type SchemaMigration } from './migrate-document.ts';

/** A record's current and published documents in the shape of the next schema. A model that leaves draft mode
 *  publishes what its records hold now. Versions keep their ids: nobody edited anything. */
export function migrateItem(item: Item, migration: SchemaMigration, now: string): Item {
  const current = migrateDocument(item.current, item.itemTypeId, migration);
  if (leavesDraftMode(item.itemTypeId, migration)) return publishCurrent({ ...item, current }, now);
  if (item.published === null) return { ...item, current };
  const isSame = item.publishedVersionId === item.currentVersionId;
  const published = isSame ? current : migrateDocument(item.published, item.itemTypeId, migration);
  return { ...item, current, published };
}

export function leavesDraftMode(
  itemTypeId: string,
  { before, after }: Pick<SchemaMigration, 'before' | 'after'>,
): boolean {
  const isActive = (of: typeof before) => of.itemTypes.get(itemTypeId)?.draftModeActive;
  return isActive(before) === true && isActive(after) === false;
}

/** A record whose model has left draft mode: what it holds now is what is published. */
export function publishCurrent(item: Item, now: string): Item {
  if (item.publishedVersionId === item.currentVersionId) return { ...item, published: item.current };
  return {
    ...item,
    published: item.current,
    publishedVersionId: item.currentVersionId,
    publishedAt: now,
    firstPublishedAt: item.firstPublishedAt ?? now,
  };
}

/** What readers of a record have to be told after its schema changed. */
export function migrationEvents(before: Item, after: Item): DomainEvent[] {
  const events: DomainEvent[] = [];
  if (!isSameJson(before.current, after.current)) events.push(itemEvent('update', after));
  if (!isSameJson(before.published, after.published)) events.push(itemEvent('publish', after));
  return events;
}

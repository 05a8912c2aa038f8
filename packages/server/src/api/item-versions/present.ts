import { formatInstant } from '@recto/content/item/format-instant';
import type { Item } from '@recto/content/item/item';
import { presentAttributes, presentIdentity } from '@recto/content/item/present-item';
import type { JsonObject } from '@recto/content/json';
import type { RequestContext } from '#http/context.ts';
import type { ItemVersion } from './table.ts';

export interface ShownVersion {
  version: ItemVersion;
  item: Item;
}

export function presentVersion(
  { version, item }: ShownVersion,
  context: RequestContext,
  nested: boolean,
): JsonObject {
  const { timeZone } = context.schema.settings;
  const moment = (date: string | null) => date && formatInstant(date, timeZone);
  return {
    id: version.id,
    type: 'item_version',
    attributes: presentAttributes(version.document, item.itemTypeId, nested, context),
    relationships: {
      item_type: { data: { id: item.itemTypeId, type: 'item_type' } },
      item: { data: { id: item.id, type: 'item' } },
      editor: presentIdentity(version.editor),
    },
    meta: {
      created_at: moment(version.createdAt),
      is_valid: isValid(version, item),
      is_published: version.id === item.publishedVersionId,
      is_current: version.id === item.currentVersionId,
      published_from: moment(version.publishedFrom),
      published_until: moment(version.publishedUntil),
    },
  };
}

/** Only the two living versions are checked against today's rules. */
function isValid({ id }: ItemVersion, item: Item): boolean {
  if (id === item.currentVersionId) return item.isCurrentValid;
  return id === item.publishedVersionId ? item.isPublishedValid === true : true;
}

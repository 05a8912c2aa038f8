import { formatInstant } from '@recto/content/item/format-instant';
import type { ScheduledPublication, ScheduledUnpublishing } from '@recto/content/item/schedule';
import type { JsonObject } from '@recto/content/json';

export function presentPublication(
  { id, itemId, at, selection }: ScheduledPublication,
  timeZone: string,
): JsonObject {
  return {
    type: 'scheduled_publication',
    id,
    attributes: {
      publication_scheduled_at: formatInstant(at, timeZone),
      selective_publication: selection && {
        content_in_locales: [...selection.locales],
        non_localized_content: selection.nonLocalized,
      },
    },
    relationships: { item: { data: { type: 'item', id: itemId } } },
  };
}

export function presentUnpublishing(
  { id, itemId, at, locales }: ScheduledUnpublishing,
  timeZone: string,
): JsonObject {
  return {
    type: 'scheduled_unpublishing',
    id,
    attributes: {
      unpublishing_scheduled_at: formatInstant(at, timeZone),
      content_in_locales: locales && [...locales],
    },
    relationships: { item: { data: { type: 'item', id: itemId } } },
  };
}

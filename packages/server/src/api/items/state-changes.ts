import type { Static } from '@sinclair/typebox';
import type { publishItemBody, unpublishItemBody } from './contract.ts';
import { mayWithItem } from './policy.ts';
import {
  destroyRecord,
  loadForDestroying,
  loadForPublishing,
  loadForUnpublishing,
  type Neighbourhood,
  publishRecord,
  unpublishRecord,
} from './publish-record.ts';
import type { ItemWork } from './save-in-turn.ts';
import type { LoadedItem } from './table.ts';

type StateChange = ItemWork<Neighbourhood, LoadedItem>;

export function publishing(
  id: string,
  body?: Static<typeof publishItemBody>,
  recursive = false,
): StateChange {
  return {
    load: (context) => loadForPublishing(context, id),
    may: ({ item }, context) => mayWithItem(context, 'publish', item),
    run: (loaded, context) => publishRecord(context, loaded, body, recursive),
  };
}

export function unpublishing(
  id: string,
  body?: Static<typeof unpublishItemBody>,
  recursive = false,
): StateChange {
  return {
    load: (context) => loadForUnpublishing(context, id),
    may: ({ item }, context) => mayWithItem(context, 'publish', item),
    run: (loaded, context) => unpublishRecord(context, loaded, body, recursive),
  };
}

/** Only alone: a link made meanwhile would point at nothing. */
export function destroying(id: string): StateChange {
  return {
    load: (context) => loadForDestroying(context, id),
    may: ({ item }, context) => mayWithItem(context, 'delete', item),
    run: (loaded, context) => destroyRecord(context, loaded),
  };
}

import type { Block, Item } from '@recto/content/item/item';
import { presentBlock, presentIdentity, presentItem, presentMeta } from '@recto/content/item/present-item';
import { walkBlocks } from '@recto/content/item/walk-document';
import type { JsonObject } from '@recto/content/json';
import type { RequestContext } from '#http/context.ts';
import type { LoadedItem } from './table.ts';

export interface View {
  version: 'current' | 'published';
  nested: boolean;
}

/** Writes answer with ids in the place of blocks. */
export const regularView: View = { version: 'current', nested: false };

export function presentLoaded(
  { item, hasChildren }: LoadedItem,
  context: RequestContext,
  view: View = regularView,
): JsonObject {
  return presentItem(item, { ...view, hasChildren: childrenOf(item, hasChildren, context) }, context);
}

/** Only records of a tree can have children. */
function childrenOf(item: Item, hasChildren: boolean, { schema }: RequestContext): boolean | null {
  return schema.itemTypes.get(item.itemTypeId)?.tree ? hasChildren : null;
}

/** A block that is read by itself: its own values, and the creator and dates of the record it lives in. */
export function presentBlockOf(item: Item, block: Block, context: RequestContext, view: View): JsonObject {
  const resource = presentBlock(block, view.nested, context);
  return {
    ...resource,
    relationships: { ...(resource.relationships as JsonObject), creator: presentIdentity(item.creator) },
    meta: presentMeta(item, null, context.schema.settings.timeZone),
  };
}

export function findBlock(
  item: Item,
  blockId: string,
  context: RequestContext,
  { version }: View,
): Block | undefined {
  const document = version === 'published' ? item.published : item.current;
  let found: Block | undefined;
  walkBlocks(document ?? {}, item.itemTypeId, context, (block) => {
    if (block.id === blockId) found = block;
  });
  return found;
}

import { type ErrorReason, refuseAll } from '../refusal.ts';
import type { Item } from './item.ts';
import { type Circumstances, type ItemChange, itemEvent } from './item-change.ts';
import { loseReferences, strategiesTowards } from './lose-references.ts';

export interface DestroyRequest {
  item: Item;
  hasChildren: boolean;
  /** Records that point at it in their current or published version. */
  referrers: readonly Item[];
}

/** Destroys a record and takes the links to it off all others. The record's own change comes first. */
export function destroyItem(request: DestroyRequest, circumstances: Circumstances): ItemChange[] {
  const { item, hasChildren } = request;
  const others = request.referrers.filter(({ id }) => id !== item.id);
  const losses = others.map((referrer) => ({ referrer, change: loseLinks(referrer, item, circumstances) }));
  const stuck = losses.filter(({ change }) => change === null).map(({ referrer }) => referrer);
  refuseAll([...(hasChildren ? [restriction(item)] : []), ...requiredBy(item, stuck)]);
  return [
    { before: item, after: null, versions: [], events: [itemEvent('delete', item)] },
    ...losses.flatMap(({ change }) => change ?? []),
  ];
}

function loseLinks(referrer: Item, item: Item, circumstances: Circumstances): ItemChange | null {
  const targets = new Set([item.id]);
  const strategies = [referrer.current, referrer.published].flatMap((document) =>
    strategiesTowards(document, referrer.itemTypeId, targets, circumstances),
  );
  if (strategies.some(({ onDelete }) => onDelete === 'fail')) return null;
  return loseReferences(referrer, targets, { current: true, published: true }, circumstances);
}

/** Children would become roots, or go as well: either surprises. Whoever means it moves them first. */
function restriction(item: Item): ErrorReason {
  return { code: 'DELETE_RESTRICTION', details: { item: item.id, reason: 'has_children' } };
}

function requiredBy(item: Item, referrers: readonly Item[]): ErrorReason[] {
  if (referrers.length === 0) return [];
  return [
    { code: 'REQUIRED_BY_ASSOCIATION', details: { item: item.id, items_ids: referrers.map(({ id }) => id) } },
  ];
}

import type { ItemChange } from '@recto/content/item/item-change';
import type { RequestContext } from '#http/context.ts';
import type { ShiftOfSiblings } from './decision.ts';

/** What moves up when records of ordered models are destroyed together: siblings behind the first by one, behind the
 *  second by two. No sibling is concerned twice. */
export function closeGaps(changes: readonly ItemChange[], { schema }: RequestContext): ShiftOfSiblings[] {
  const gaps = new Map<string, Gap[]>();
  for (const { before, after } of changes) {
    if (!before || after || before.position === null) continue;
    const itemType = schema.itemTypes.get(before.itemTypeId);
    if (!itemType?.sortable && !itemType?.tree) continue;
    const key = `${before.itemTypeId} ${before.parentId}`;
    gaps.set(key, [...(gaps.get(key) ?? []), { ...before, position: before.position }]);
  }
  return [...gaps.values()].flatMap(shiftsBehind);
}

interface Gap {
  id: string;
  itemTypeId: string;
  parentId: string | null;
  position: number;
}

function shiftsBehind(gaps: readonly Gap[]): ShiftOfSiblings[] {
  const ordered = gaps.toSorted((a, b) => a.position - b.position);
  return ordered.flatMap(({ id, itemTypeId, parentId, position }, index) => {
    const next = ordered[index + 1];
    const shift = { itemTypeId, parentId, first: position + 1, last: next ? next.position - 1 : null };
    return next && next.position === position + 1 ? [] : [{ ...shift, delta: -(index + 1), exceptId: id }];
  });
}

import type { Placement } from './save-item.ts';

/** Siblings whose position moves by `delta`. */
export interface Shift {
  parentId: string | null;
  first: number;
  /** Null: to the end. */
  last: number | null;
  delta: number;
}

export interface PlacementRequest {
  /** Where the record stands; null for a new one. */
  before: Placement | null;
  parentId: string | null;
  /** 1-based; undefined: stay, or for a new sibling at the end. */
  position: number | undefined;
  /** The last position among the children of `parentId`. */
  lastPosition: number;
}

/** Positions stay without gaps: what is beyond the end becomes the end. */
export function placeItem(request: PlacementRequest): { placement: Placement; shifts: Shift[] } {
  const { before, parentId } = request;
  const isSibling = before?.parentId === parentId && before.position !== null;
  const end = isSibling ? request.lastPosition : request.lastPosition + 1;
  const wanted = request.position ?? (isSibling ? before.position : null) ?? end;
  const position = Math.max(1, Math.min(wanted, end));
  const placement = { position, parentId };
  if (isSibling && before.position !== null) {
    return { placement, shifts: shiftWithin(parentId, before.position, position) };
  }
  return { placement, shifts: [...closeGap(before), { parentId, first: position, last: null, delta: 1 }] };
}

/** After a record went away. */
export function closeGap(before: Placement | null): Shift[] {
  if (before === null || before.position === null) return [];
  return [{ parentId: before.parentId, first: before.position + 1, last: null, delta: -1 }];
}

function shiftWithin(parentId: string | null, from: number, to: number): Shift[] {
  if (from === to) return [];
  return from < to
    ? [{ parentId, first: from + 1, last: to, delta: -1 }]
    : [{ parentId, first: to, last: from - 1, delta: 1 }];
}

import type { Item } from '@recto/content/item/item';
import { closeGap, placeItem } from '@recto/content/item/place-item';
import type { Placement } from '@recto/content/item/save-item';
import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Db } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import type { RequestContext } from '#http/context.ts';
import type { ShiftOfSiblings } from './decision.ts';
import { isOrdered, type WantedPlace } from './read-attributes.ts';
import { findSiblingFacts, lockEnvironment } from './table.ts';

export interface Placed {
  placement: Placement;
  shifts: ShiftOfSiblings[];
}

const unplaced: Placed = { placement: { position: null, parentId: null }, shifts: [] };

/** Runs `save` with the place that a record takes. Positions, and the one record of a single-instance model, are
 *  shared by all records of the model: then one writer at a time decides and saves. There is one lock for all
 *  that, so that no two writers can wait for each other. */
export async function withPlace(
  context: RequestContext,
  request: { item: Item | null; itemId: string; itemType: ItemType; wanted: WantedPlace },
  save: (placed: Placed, db: Db) => Promise<void>,
): Promise<void> {
  const { item } = request;
  if (!takesPlace(request)) return save(item ? { placement: item, shifts: [] } : unplaced, context.db);
  await inTransaction(context.db, async (db) => {
    await lockEnvironment(db, context.environment.id);
    await save(await findPlace(context, request, db), db);
  });
}

export function takesPlace({
  item,
  itemType,
  wanted,
}: {
  item: Item | null;
  itemType: ItemType;
  wanted: WantedPlace;
}): boolean {
  const isUnmoved = item !== null && !wantsToMove(item, wanted);
  return !isUnmoved && (isOrdered(itemType) || itemType.singleton);
}

function wantsToMove(item: Item, { position, parentId }: WantedPlace): boolean {
  return (
    (position !== undefined && position !== item.position) ||
    (parentId !== undefined && parentId !== item.parentId)
  );
}

async function findPlace(
  { environment }: RequestContext,
  { item, itemId, itemType, wanted }: Parameters<typeof withPlace>[1],
  db: Db,
): Promise<Placed> {
  const parentId = wanted.parentId === undefined ? (item?.parentId ?? null) : wanted.parentId;
  const facts = await findSiblingFacts(db, environment.id, itemType.id, { itemId, parentId });
  if (itemType.singleton && !item && facts.total > 0) throw refusal('DUPLICATE_SINGLETON');
  if (!isOrdered(itemType)) return unplaced;
  if (parentId === itemId || (parentId !== null && facts.ancestors.length === 0)) {
    throw refusal('INVALID_PARENT_ID', { parent_id: parentId });
  }
  if (facts.ancestors.includes(itemId)) throw refusal('INVALID_PARENT', { parent_id: parentId });
  const { placement, shifts } = placeItem({
    before: facts.own,
    parentId,
    position: wanted.position,
    lastPosition: facts.lastPosition,
  });
  return {
    placement,
    shifts: shifts.map((shift) => ({ ...shift, itemTypeId: itemType.id, exceptId: itemId })),
  };
}

/** Runs `save` with what closes the gap that a destroyed record leaves. */
export async function withGapClosed(
  context: RequestContext,
  { item, itemType }: { item: Item; itemType: ItemType },
  save: (shifts: ShiftOfSiblings[], db: Db) => Promise<void>,
): Promise<void> {
  if (!isOrdered(itemType)) return save([], context.db);
  await inTransaction(context.db, async (db) => {
    const { id } = context.environment;
    await lockEnvironment(db, id);
    const { own } = await findSiblingFacts(db, id, itemType.id, { itemId: item.id, parentId: item.parentId });
    const shifts = closeGap(own).map((shift) => ({ ...shift, itemTypeId: itemType.id, exceptId: item.id }));
    await save(shifts, db);
  });
}

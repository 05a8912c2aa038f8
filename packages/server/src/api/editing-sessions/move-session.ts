import { isEntityId } from '@recto/content/id';
import type { Identity, Item } from '@recto/content/item/item';
import { refusal } from '@recto/content/refusal';
import type { Static } from '@sinclair/typebox';
import { mayWithItem } from '#api/items/policy.ts';
import { findItem } from '#api/items/table.ts';
import type { RequestContext } from '#http/context.ts';
import type { SessionMove, updateEditingSessionBody } from './contract.ts';
import {
  type EditingSession,
  endSilentSessions,
  listNeighbours,
  releaseLocks,
  saveSession,
} from './table.ts';

/** A session with the record that it is at. */
export interface SessionAt {
  session: EditingSession;
  item: Item;
}

/** What a session is asked to do, and what stands there by now. */
export interface Situation {
  item: Item;
  own: EditingSession | undefined;
  /** Whose the record is to change. */
  holder: EditingSession | undefined;
}

type UpdateData = Static<typeof updateEditingSessionBody>['data'];

/** Only to enter a record a session need not be there yet. */
export async function loadSituation(
  context: RequestContext,
  id: string,
  data?: UpdateData,
): Promise<Situation> {
  if (!isEntityId(id)) throw refusal('INVALID_ENTITY_ID');
  const { db, site, environment, now } = context;
  await endSilentSessions(db, site.id, now);
  const entered = data && 'relationships' in data ? data.relationships.item.data.id : undefined;
  const sessions = await listNeighbours(context, { id, itemId: entered });
  const own = sessions.find((session) => session.id === id);
  const loaded = await findItem(db, environment.id, entered ?? own?.itemId ?? '');
  if (!loaded) throw refusal('NOT_FOUND');
  const { item } = loaded;
  const holder = sessions.find(({ itemId, lockedAt }) => itemId === item.id && lockedAt !== null);
  return { item, own, holder };
}

/** Nobody moves the session of somebody else. */
export function mayMove(
  { item, own, holder }: Situation,
  type: UpdateData['type'],
  context: RequestContext,
): boolean {
  if (own && !isOf(own, context.identity)) return false;
  if (type === 'editing_session_unlock_item') return true;
  if (!mayWithItem(context, 'read', item)) return false;
  if (type === 'editing_session_enter_item') return true;
  const isForeign = holder !== undefined && !isOf(holder, context.identity);
  const isTaking = type === 'editing_session_take_over_item' && isForeign;
  return mayWithItem(context, 'update', item) && (!isTaking || mayWithItem(context, 'take_over', item));
}

export function isOf(session: EditingSession | undefined, { type, id }: Identity): boolean {
  return session?.editor.type === type && session.editor.id === id;
}

export async function moveSession(
  context: RequestContext,
  id: string,
  type: UpdateData['type'],
  situation: Situation,
): Promise<SessionAt> {
  const { item, own, holder } = situation;
  if (type === 'editing_session_unlock_item' && !own) throw refusal('NOT_FOUND');
  const isHeld = own !== undefined && own.id === holder?.id;
  if (isLocking(type) && holder && !isHeld) await freeFor(context, type, holder);
  const lockedSince = isHeld ? own.lockedAt : isLocking(type) ? context.now : null;
  const lockedAt = type === 'editing_session_unlock_item' ? null : lockedSince;
  const session = { id, itemId: item.id, editor: context.identity, lastActivityAt: context.now, lockedAt };
  await saveSession(context, session);
  return { session, item };
}

function isLocking(type: UpdateData['type']): type is SessionMove {
  return type === 'editing_session_lock_item' || type === 'editing_session_take_over_item';
}

/** The lock is one of a person or token: whoever moves to another window takes it along. */
async function freeFor(context: RequestContext, type: SessionMove, holder: EditingSession): Promise<void> {
  const isTakingOver = type === 'editing_session_take_over_item';
  if (!isTakingOver && !isOf(holder, context.identity)) {
    throw refusal('UNMANAGED_EDIT_CONFLICT', { editor: { ...holder.editor } });
  }
  await releaseLocks(context, holder.itemId);
}

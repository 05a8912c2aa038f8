import { refusal } from '@recto/content/refusal';
import { isOver } from '#api/editing-sessions/table.ts';
import type { RequestContext } from '#http/context.ts';
import type { LoadedItem } from './table.ts';

/** While somebody holds a record's lock, nobody else changes it. What a change of another record or a schedule
 *  does to it goes on. */
export function refuseLocked({ lock }: LoadedItem, { identity, now }: RequestContext): void {
  if (!lock || isOver(lock.lastActivityAt, now)) return;
  const { type, id } = lock.editor;
  if (type !== identity.type || id !== identity.id) throw refusal('ITEM_LOCKED', { editor: { type, id } });
}

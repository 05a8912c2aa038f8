import type { JsonObject } from '@recto/content/json';
import type { EditingSession } from './table.ts';

export function presentEditingSession(session: EditingSession, itemTypeId: string): JsonObject {
  return {
    type: 'editing_session',
    id: session.id,
    attributes: {
      last_activity_at: session.lastActivityAt.toISOString(),
      locked_at: session.lockedAt?.toISOString() ?? null,
    },
    relationships: {
      active_item: { data: { type: 'item', id: session.itemId } },
      active_item_type: { data: { type: 'item_type', id: itemTypeId } },
      editor: { data: { ...session.editor } },
    },
  };
}

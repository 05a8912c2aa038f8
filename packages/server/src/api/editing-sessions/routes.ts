import { refusal } from '@recto/content/refusal';
import { mayWithItem } from '#api/items/policy.ts';
import { findItems } from '#api/items/table.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { editingSessionEntity, updateEditingSessionBody } from './contract.ts';
import { isOf, loadSituation, mayMove, moveSession, type SessionAt } from './move-session.ts';
import { presentEditingSession } from './present.ts';
import { deleteSession, listSessions } from './table.ts';

const base = { resource: 'editing_session' };
const one = {
  ...base,
  path: '/editing-sessions/:editing_session_id',
  answer: documentOf(editingSessionEntity),
  present: ({ session, item }: SessionAt) => ({ data: presentEditingSession(session, item.itemTypeId) }),
};

const list = endpoint({
  ...base,
  rel: 'instances',
  method: 'GET',
  path: '/editing-sessions',
  answer: listOf(editingSessionEntity),
  policy: () => true,
  run: (_request, context) => listReadable(context),
  present: (sessions) => ({
    data: sessions.map(({ session, item }) => presentEditingSession(session, item.itemTypeId)),
  }),
});

/** They come whole, so what is at a record that may not be read is left out here. */
async function listReadable(context: RequestContext): Promise<SessionAt[]> {
  const sessions = await listSessions(context);
  const ids = new Set(sessions.map(({ itemId }) => itemId));
  const loaded = await findItems(context.db, context.environment.id, [...ids]);
  const items = new Map(loaded.map(({ item }) => [item.id, item]));
  return sessions.flatMap((session) => {
    const item = items.get(session.itemId);
    return item && mayWithItem(context, 'read', item) ? [{ session, item }] : [];
  });
}

const update = endpoint({
  ...one,
  rel: 'update',
  method: 'PUT',
  body: updateEditingSessionBody,
  load: ({ params, body }, context) => loadSituation(context, params.editing_session_id ?? '', body.data),
  policy: (situation, context, { body }) => mayMove(situation, body.data.type, context),
  run: ({ params, body }, context, situation) =>
    moveSession(context, params.editing_session_id ?? '', body.data.type, situation),
});

const destroy = endpoint({
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  load: ({ params }, context) => loadSituation(context, params.editing_session_id ?? ''),
  policy: ({ own, item }, context) => isOf(own, context.identity) || mayWithItem(context, 'take_over', item),
  async run(_request, context, { own, item }) {
    if (!own) throw refusal('NOT_FOUND');
    await deleteSession(context, own.id);
    return { session: own, item };
  },
});

export const editingSessionEndpoints: Endpoint[] = [list, update, destroy];

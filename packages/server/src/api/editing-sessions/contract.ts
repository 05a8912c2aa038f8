import { Type } from '@sinclair/typebox';
import { identifier, nullable, oneOf } from '#http/document.ts';
import { linkage } from '#schema/linkage.ts';

const strict = { additionalProperties: false };

/** What a session does with the record that it names. */
export const SESSION_MOVES = [
  'editing_session_enter_item',
  'editing_session_lock_item',
  'editing_session_take_over_item',
] as const;
export type SessionMove = (typeof SESSION_MOVES)[number];

export const updateEditingSessionBody = Type.Object(
  {
    data: Type.Union([
      Type.Object(
        {
          type: oneOf(SESSION_MOVES),
          relationships: Type.Object({ item: linkage('item') }, strict),
        },
        strict,
      ),
      Type.Object({ type: Type.Literal('editing_session_unlock_item') }, strict),
    ]),
  },
  strict,
);

export const editingSessionEntity = Type.Object({
  type: Type.Literal('editing_session'),
  id: Type.String(),
  attributes: Type.Object({
    last_activity_at: nullable(Type.String()),
    locked_at: nullable(Type.String()),
  }),
  relationships: Type.Object({
    active_item: Type.Object({ data: identifier('item') }),
    active_item_type: Type.Object({ data: identifier('item_type') }),
    editor: Type.Object({
      data: Type.Object({
        type: oneOf(['account', 'access_token', 'user', 'sso_user', 'organization']),
        id: Type.String(),
      }),
    }),
  }),
});

import { Type } from '@sinclair/typebox';
import { identifier } from '#http/document.ts';

const closed = { additionalProperties: false };
const role = Type.Object({ data: identifier('role') });
/** A 32-bit column. */
const LARGEST_PRIORITY = 2_147_483_647;

export const updateSsoGroupBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('sso_group'),
        id: Type.Optional(Type.String()),
        attributes: Type.Object(
          {
            priority: Type.Integer({ minimum: -LARGEST_PRIORITY, maximum: LARGEST_PRIORITY }),
            // What clients read and send back; it is the provider's.
            name: Type.Optional(Type.String()),
          },
          closed,
        ),
        relationships: Type.Object({ role, users: Type.Optional(Type.Object({})) }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const ssoGroupEntity = Type.Object({
  type: Type.Literal('sso_group'),
  id: Type.String(),
  attributes: Type.Object({ name: Type.String(), priority: Type.Number() }),
  relationships: Type.Object({
    role,
    users: Type.Object({ data: Type.Array(identifier('sso_user')) }),
  }),
});

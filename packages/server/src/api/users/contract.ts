import { type Static, Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

const closed = { additionalProperties: false };

export const includeQuery = Type.Object({ include: Type.Optional(Type.String()) });

/** The kind is checked by hand: an unknown one has a code of its own. */
export const destroyUserQuery = Type.Object({
  destination_user_type: Type.Optional(Type.String()),
  destination_user_id: Type.Optional(Type.String()),
});

export const updateUserBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('user'),
        id: Type.Optional(Type.String()),
        attributes: Type.Optional(
          Type.Object(
            {
              is_active: Type.Optional(Type.Boolean()),
              // What clients read and send back; it is the account's own.
              email: Type.Optional(Type.String()),
              full_name: Type.Optional(Type.String()),
              is_2fa_active: Type.Optional(Type.Boolean()),
            },
            closed,
          ),
        ),
        relationships: Type.Optional(
          Type.Object({ role: Type.Optional(Type.Object({ data: identifier('role') }, closed)) }, closed),
        ),
        meta: Type.Optional(Type.Object({})),
      },
      closed,
    ),
  },
  closed,
);

export const userEntity = Type.Object({
  type: Type.Literal('user'),
  id: Type.String(),
  attributes: Type.Object({
    email: Type.String(),
    full_name: Type.String(),
    is_2fa_active: Type.Boolean(),
    is_active: Type.Boolean(),
  }),
  relationships: Type.Object({ role: Type.Object({ data: identifier('role') }) }),
  meta: Type.Object({ last_access: nullable(Type.String()) }),
});
export type UserEntity = Static<typeof userEntity>;

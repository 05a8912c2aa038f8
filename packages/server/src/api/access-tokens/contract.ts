import { type Static, Type } from '@sinclair/typebox';
import { identifier, nullable, oneOf } from '#http/document.ts';
import { LAST_ACCESSES } from './last-access.ts';

const closed = { additionalProperties: false };

const attributes = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    can_access_cda: Type.Boolean(),
    can_access_cda_preview: Type.Boolean(),
    can_access_cma: Type.Boolean(),
    // What clients read and send back; nobody can set it.
    hardcoded_type: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    last_cma_access: Type.Optional(Type.String()),
    last_cda_access: Type.Optional(Type.String()),
    token: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  closed,
);

const role = Type.Object(
  { data: Type.Object({ type: Type.Literal('role'), id: Type.String() }, closed) },
  closed,
);

export const createAccessTokenBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('access_token'),
        attributes,
        relationships: Type.Object({ role }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const updateAccessTokenBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('access_token'),
        id: Type.Optional(Type.String()),
        attributes,
        relationships: Type.Optional(Type.Object({ role: Type.Optional(role) }, closed)),
      },
      closed,
    ),
  },
  closed,
);

/** The kind is checked by hand: an unknown one has a code of its own. */
export const destroyAccessTokenQuery = Type.Object({
  destination_user_type: Type.Optional(Type.String()),
  destination_user_id: Type.Optional(Type.String()),
});

export const accessTokenEntity = Type.Object({
  type: Type.Literal('access_token'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    hardcoded_type: nullable(Type.String()),
    can_access_cda: Type.Boolean(),
    can_access_cda_preview: Type.Boolean(),
    can_access_cma: Type.Boolean(),
    last_cma_access: oneOf(LAST_ACCESSES),
    last_cda_access: oneOf(LAST_ACCESSES),
    token: nullable(Type.String()),
  }),
  relationships: Type.Object({ role: Type.Object({ data: nullable(identifier('role')) }) }),
});
export type AccessTokenEntity = Static<typeof accessTokenEntity>;

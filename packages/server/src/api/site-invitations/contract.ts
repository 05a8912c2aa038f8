import { type Static, Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

const closed = { additionalProperties: false };
const role = Type.Object({ data: identifier('role') }, closed);

export const createInvitationBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('site_invitation'),
        attributes: Type.Object({ email: Type.String({ maxLength: 1000 }) }, closed),
        relationships: Type.Object({ role }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const updateInvitationBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('site_invitation'),
        id: Type.Optional(Type.String()),
        // What clients read and send back; an address is invited anew, not changed.
        attributes: Type.Optional(Type.Object({})),
        relationships: Type.Object({ role: Type.Optional(role) }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const invitationEntity = Type.Object({
  type: Type.Literal('site_invitation'),
  id: Type.String(),
  attributes: Type.Object({
    email: Type.String(),
    expired: Type.Boolean(),
    /** Told once, to whoever invites. */
    invitation_link: nullable(Type.String()),
  }),
  relationships: Type.Object({ role: Type.Object({ data: identifier('role') }) }),
});
export type InvitationEntity = Static<typeof invitationEntity>;

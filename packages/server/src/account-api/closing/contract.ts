import { Type } from '@sinclair/typebox';

const closed = { additionalProperties: false };
const proofs = Type.Object(
  { otp_code: Type.Optional(Type.String({ maxLength: 100 })), password: Type.String({ maxLength: 1000 }) },
  closed,
);

export const destroyAccountBody = Type.Object(
  {
    data: Type.Object({ type: Type.Literal('account_destroy_request'), attributes: proofs }, closed),
  },
  closed,
);

export const destroyOrganizationBody = Type.Object(
  {
    data: Type.Object({ type: Type.Literal('organization_destroy_request'), attributes: proofs }, closed),
  },
  closed,
);

export const convertBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization'),
        attributes: Type.Object({ name: Type.String({ pattern: '\\S', maxLength: 200 }) }, closed),
      },
      closed,
    ),
  },
  closed,
);

import { Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';

const closed = { additionalProperties: false };
const text = Type.Union([Type.String({ maxLength: 200 }), Type.Null()]);
const campaign = Type.Object(
  { source: Type.String(), medium: Type.String(), campaign: Type.Optional(Type.String()) },
  closed,
);

export const accountCreateBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('account'),
        attributes: Type.Object(
          {
            email: Type.String({ maxLength: 1000 }),
            password: Type.String({ maxLength: 1000 }),
            first_name: Type.Optional(text),
            last_name: Type.Optional(text),
            company: Type.Optional(text),
            // Clients of the hosted service may send these; nobody here keeps them.
            signup_to_newsletter: Type.Optional(Type.Boolean()),
            role_description: Type.Optional(Type.String({ maxLength: 100 })),
            role_context: Type.Optional(Type.String({ maxLength: 100 })),
            acquisition_method: Type.Optional(campaign),
            latest_acquisition_method: Type.Optional(campaign),
          },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

export const accountUpdateBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('account'),
        id: Type.Optional(Type.String()),
        attributes: Type.Optional(
          Type.Object(
            {
              email: Type.Optional(Type.String({ maxLength: 1000 })),
              password: Type.Optional(Type.String({ maxLength: 1000 })),
              current_password: Type.Optional(Type.String({ maxLength: 1000 })),
              otp_code: Type.Optional(Type.String({ maxLength: 100 })),
              first_name: Type.Optional(text),
              last_name: Type.Optional(text),
              company: Type.Optional(text),
            },
            closed,
          ),
        ),
        relationships: Type.Optional(
          Type.Object(
            { default_organization: Type.Object({ data: nullable(identifier('organization')) }, closed) },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  closed,
);

export const accountFindQuery = Type.Object({ include: Type.Optional(Type.String()) });

/** Ours: the link of an invitation lets somebody in who has no account yet. */
export const accountCreateQuery = Type.Object({
  invitation_id: Type.Optional(Type.String({ maxLength: 100 })),
  invitation_token: Type.Optional(Type.String({ maxLength: 100 })),
});

const secret = Type.String({ maxLength: 100 });

export const confirmEmailBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('account'),
        attributes: Type.Object({ token: secret, account_id: secret }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const resetPasswordBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('account'),
        attributes: Type.Object({ email: Type.String({ maxLength: 1000 }) }, closed),
      },
      closed,
    ),
  },
  closed,
);

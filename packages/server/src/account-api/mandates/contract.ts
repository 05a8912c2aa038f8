import { Type } from '@sinclair/typebox';
import { identifier } from '#http/document.ts';

const closed = { additionalProperties: false };
const organization = Type.Object({ data: identifier('organization') });

export const mandateRequestEntity = Type.Object({
  type: Type.Literal('organization_mandate_request'),
  id: Type.String(),
  relationships: Type.Object({ approver_organization: organization, requester_organization: organization }),
  meta: Type.Object({
    requester_organization_name: Type.String(),
    approver_organization_name: Type.String(),
  }),
});

export const mandateEntity = Type.Object({
  type: Type.Literal('organization_mandate'),
  id: Type.String(),
  relationships: Type.Object({
    mandator_organization: organization,
    appointed_organization: organization,
    // Nobody has a plan here; clients look for it all the same.
    active_plan: Type.Object({ data: Type.Null() }),
    additional_enabled_plans: Type.Object({ data: Type.Array(identifier('per_owner_pricing_plan')) }),
  }),
  meta: Type.Object({
    appointed_organization_name: Type.String(),
    mandator_organization_name: Type.String(),
  }),
});

export const createRequestBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization_mandate_request'),
        relationships: Type.Object(
          { approver_organization: Type.Object({ data: identifier('organization') }, closed) },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

/** Text on the wire: whoever sends anything but a no wants it. */
export const createRequestQuery = Type.Object({ auto_approve: Type.Optional(Type.String()) });

export const updateMandateBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization_mandate'),
        id: Type.Optional(Type.String()),
        relationships: Type.Object(
          {
            additional_enabled_plans: Type.Optional(
              Type.Object({ data: Type.Array(identifier('per_owner_pricing_plan')) }, closed),
            ),
          },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

export const requestDocument = Type.Object({ data: mandateRequestEntity });
export const requestOrMandateDocument = Type.Object({
  data: Type.Union([mandateRequestEntity, mandateEntity]),
});
export const requestListDocument = Type.Object({ data: Type.Array(mandateRequestEntity) });
export const mandateDocument = Type.Object({ data: mandateEntity });
export const mandateListDocument = Type.Object({ data: Type.Array(mandateEntity) });

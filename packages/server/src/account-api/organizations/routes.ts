import { type Static, Type } from '@sinclair/typebox';
import { nullable } from '#http/document.ts';
import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import {
  findMembership,
  insertOrganization,
  listMemberships,
  renameOrganization,
  requireRight,
} from './table.ts';

const closed = { additionalProperties: false };
const name = Type.String({ pattern: '\\S', maxLength: 200 });
const includeQuery = Type.Object({ include: Type.Optional(Type.String()) });

const organizationEntity = Type.Object({
  type: Type.Literal('organization'),
  id: Type.String(),
  attributes: Type.Object({ name: Type.String() }),
  relationships: Type.Object({
    // Nobody has a plan here; clients look for it all the same.
    active_subscription: Type.Object({ data: Type.Null() }),
    billing_profile: Type.Object({ data: Type.Null() }),
  }),
  meta: Type.Object({ discount_on_public_plans: Type.Integer(), agency_partner: nullable(Type.Null()) }),
});
export const organizationDocument = Type.Object({ data: organizationEntity });

export const createOrganizationBody = Type.Object(
  {
    data: Type.Object(
      { type: Type.Literal('organization'), attributes: Type.Object({ name: Type.Optional(name) }, closed) },
      closed,
    ),
  },
  closed,
);

export const updateOrganizationBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization'),
        id: Type.Optional(Type.String()),
        attributes: Type.Object({ name: Type.Optional(name) }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const organizationEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'organization',
    rel: 'instances',
    method: 'GET',
    path: '/organizations',
    query: includeQuery,
    answer: Type.Object({ data: Type.Array(organizationEntity) }),
    access: 'signed_in',
    async run(_request, { db, account }) {
      const memberships = await listMemberships(db, account.id);
      return {
        data: memberships.map(({ organizationId, organizationName }) =>
          presentOrganization(organizationId, organizationName),
        ),
      };
    },
  }),
  accountEndpoint({
    resource: 'organization',
    rel: 'self',
    method: 'GET',
    path: '/organizations/:organization_id',
    query: includeQuery,
    answer: organizationDocument,
    access: 'signed_in',
    async run({ params }, { db, account }) {
      const found = await findMembership(db, account.id, params.organization_id ?? '');
      return { data: presentOrganization(found.organizationId, found.organizationName) };
    },
  }),
  accountEndpoint({
    resource: 'organization',
    rel: 'create',
    method: 'POST',
    path: '/organizations',
    body: createOrganizationBody,
    answer: organizationDocument,
    access: 'signed_in',
    async run({ body }, { db, account, now, newId }) {
      const organizationId = newId();
      const label = body.data.attributes.name ?? 'Organization';
      const ids = { organizationId, membershipId: newId(), accountId: account.id };
      await insertOrganization(db, { ...ids, name: label }, now);
      return { data: presentOrganization(organizationId, label) };
    },
  }),
  accountEndpoint({
    resource: 'organization',
    rel: 'update',
    method: 'PUT',
    path: '/organizations/:organization_id',
    body: updateOrganizationBody,
    answer: organizationDocument,
    access: 'signed_in',
    async run({ params, body }, { db, account }) {
      const found = await findMembership(db, account.id, params.organization_id ?? '');
      requireRight(found, 'can_manage_organization');
      const label = body.data.attributes.name ?? found.organizationName;
      await renameOrganization(db, found.organizationId, label);
      return { data: presentOrganization(found.organizationId, label) };
    },
  }),
];

export function presentOrganization(id: string, label: string): Static<typeof organizationEntity> {
  return {
    type: 'organization',
    id,
    attributes: { name: label },
    relationships: { active_subscription: { data: null }, billing_profile: { data: null } },
    meta: { discount_on_public_plans: 0, agency_partner: null },
  };
}

import {
  isLastOwner,
  isOrganizationRoleId,
  ORGANIZATION_ROLE_IDS,
  type OrganizationRoleId,
} from '@recto/content/organization/organization-role';
import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { identifier } from '#http/document.ts';
import type { AnswerDocument } from '#http/endpoint.ts';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { type Membership, requireRight } from '../organizations/table.ts';
import { memberEntity, presentMember, presentRole, roleEntity } from './present.ts';
import {
  deleteMember,
  listMembers,
  type OrganizationMember,
  takeMembers,
  updateMemberRole,
} from './table.ts';

const closed = { additionalProperties: false };
const includeQuery = Type.Object({ include: Type.Optional(Type.String()) });
export const memberDocument = Type.Object({
  data: memberEntity,
  included: Type.Optional(Type.Array(roleEntity)),
});

export const updateMemberBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization_membership'),
        id: Type.Optional(Type.String()),
        relationships: Type.Object(
          { role: Type.Optional(Type.Object({ data: identifier('organization_role') }, closed)) },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

export const organizationMemberEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'organization_role',
    rel: 'instances',
    method: 'GET',
    path: '/organization-roles',
    answer: Type.Object({ data: Type.Array(roleEntity) }),
    access: 'signed_in',
    run: async () => ({ data: ORGANIZATION_ROLE_IDS.map(presentRole) }),
  }),
  accountEndpoint({
    resource: 'organization_role',
    rel: 'self',
    method: 'GET',
    path: '/organization-roles/:organization_role_id',
    answer: Type.Object({ data: roleEntity }),
    access: 'signed_in',
    async run({ params }) {
      const id = params.organization_role_id ?? '';
      if (!isOrganizationRoleId(id)) throw refusal('NOT_FOUND');
      return { data: presentRole(id) };
    },
  }),
  accountEndpoint({
    resource: 'organization_membership',
    rel: 'instances',
    method: 'GET',
    path: '/organization-memberships',
    query: includeQuery,
    answer: Type.Object({
      data: Type.Array(memberEntity),
      included: Type.Optional(Type.Array(roleEntity)),
    }),
    access: 'signed_in',
    async run({ query }, context) {
      const { organizationId } = requireMembership(context);
      const members = await listMembers(context.db, organizationId);
      return withRoles(members.map(presentMember), members, query.include);
    },
  }),
  accountEndpoint({
    resource: 'organization_membership',
    rel: 'me',
    method: 'GET',
    path: '/organization-memberships/me',
    query: includeQuery,
    answer: memberDocument,
    access: 'signed_in',
    run: ({ query }, context) => answerMember(context, requireMembership(context).id, query.include),
  }),
  accountEndpoint({
    resource: 'organization_membership',
    rel: 'self',
    method: 'GET',
    path: '/organization-memberships/:organization_membership_id',
    query: includeQuery,
    answer: memberDocument,
    access: 'signed_in',
    run: ({ params, query }, context) =>
      answerMember(context, params.organization_membership_id, query.include),
  }),
  accountEndpoint({
    resource: 'organization_membership',
    rel: 'update',
    method: 'PUT',
    path: '/organization-memberships/:organization_membership_id',
    body: updateMemberBody,
    answer: memberDocument,
    access: 'signed_in',
    async run({ params, body }, context) {
      const own = requireMembership(context);
      requireRight(own, 'can_manage_members');
      const members = await takeMembers(context.db, own.organizationId);
      const member = among(members, params.organization_membership_id);
      const role = readRole(body.data.relationships.role?.data.id ?? member.role);
      if (role !== 'owner') refuseLastOwner(members, member.id);
      await updateMemberRole(context.db, member.id, role);
      return { data: presentMember({ ...member, role }) };
    },
  }),
  accountEndpoint({
    resource: 'organization_membership',
    rel: 'destroy',
    method: 'DELETE',
    path: '/organization-memberships/:organization_membership_id',
    answer: memberDocument,
    access: 'signed_in',
    async run({ params }, context) {
      const own = requireMembership(context);
      // Everybody may leave.
      if (params.organization_membership_id !== own.id) requireRight(own, 'can_manage_members');
      const members = await takeMembers(context.db, own.organizationId);
      const member = among(members, params.organization_membership_id);
      refuseLastOwner(members, member.id);
      await deleteMember(context.db, member.id);
      return { data: presentMember(member) };
    },
  }),
];

/** Which organization a request is about stands in the header `X-Organization`. */
export function requireMembership({ membership }: AccountContext): Membership {
  if (!membership) throw refusal('INSUFFICIENT_PERMISSIONS', { reason: 'organization_required' });
  return membership;
}

export function readRole(id: string): OrganizationRoleId {
  if (!isOrganizationRoleId(id)) throw refusal('INVALID_RELATIONSHIP', { field: 'role', id });
  return id;
}

function refuseLastOwner(members: readonly OrganizationMember[], id: string): void {
  if (isLastOwner(members, id)) throw refusal('REQUIRED_BY_ASSOCIATION', { reason: 'last_owner' });
}

async function answerMember(context: AccountContext, id: string | undefined, include: string | undefined) {
  const { organizationId } = requireMembership(context);
  const member = among(await listMembers(context.db, organizationId), id);
  return withRoles(presentMember(member), [member], include);
}

function among(members: readonly OrganizationMember[], id: string | undefined): OrganizationMember {
  const member = members.find((other) => other.id === id);
  if (!member) throw refusal('NOT_FOUND');
  return member;
}

function withRoles(
  data: NonNullable<AnswerDocument>['data'],
  members: readonly OrganizationMember[],
  include: string | undefined,
): AnswerDocument {
  if (!include?.split(',').includes('role')) return { data };
  return { data, included: [...new Set(members.map(({ role }) => role))].map(presentRole) };
}

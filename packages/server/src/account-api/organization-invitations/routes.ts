import { refusal, refuseAll } from '@recto/content/refusal';
import { type Static, Type } from '@sinclair/typebox';
import { checkLink, newLink } from '#api/site-invitations/link.ts';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import { identifier } from '#http/document.ts';
import { sendMail } from '#mail/send-mail.ts';
import { emailProblems } from '../account/email.ts';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { readRole, requireMembership } from '../organization-members/routes.ts';
import { listMembers } from '../organization-members/table.ts';
import { organizationDocument, presentOrganization } from '../organizations/routes.ts';
import { findMembership, insertMember, requireRight } from '../organizations/table.ts';
import {
  deleteInvitation,
  insertInvitation,
  listInvitations,
  type OrganizationInvitation,
  takeInvitation,
  updateInvitation,
} from './table.ts';

const closed = { additionalProperties: false };
const role = Type.Object({ data: identifier('organization_role') }, closed);

const invitationEntity = Type.Object({
  type: Type.Literal('organization_invitation'),
  id: Type.String(),
  attributes: Type.Object({ email: Type.String() }),
  relationships: Type.Object({ role: Type.Object({ data: identifier('organization_role') }) }),
  meta: Type.Object({ expired: Type.Boolean() }),
});
export const organizationInvitationDocument = Type.Object({ data: invitationEntity });

export const createOrganizationInvitationBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization_invitation'),
        attributes: Type.Object({ email: Type.String({ maxLength: 1000 }) }, closed),
        relationships: Type.Object({ role }, closed),
      },
      closed,
    ),
  },
  closed,
);

export const updateOrganizationInvitationBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('organization_invitation'),
        id: Type.Optional(Type.String()),
        relationships: Type.Object({ role: Type.Optional(role) }, closed),
      },
      closed,
    ),
  },
  closed,
);

const base = { resource: 'organization_invitation' };
const one = {
  ...base,
  path: '/organization-invitations/:organization_invitation_id',
  answer: organizationInvitationDocument,
};

export const organizationInvitationEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'instances',
    method: 'GET',
    path: '/organization-invitations',
    answer: Type.Object({ data: Type.Array(invitationEntity) }),
    async run(_request, context) {
      const { organizationId } = requireMembership(context);
      const invitations = await listInvitations(context.db, organizationId);
      return { data: invitations.map((invitation) => presentInvitation(invitation, context.now)) };
    },
  }),
  accountEndpoint({
    ...one,
    access: 'signed_in',
    rel: 'self',
    method: 'GET',
    async run({ params }, context) {
      return { data: presentInvitation(await find(context, params.organization_invitation_id), context.now) };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'create',
    method: 'POST',
    path: '/organization-invitations',
    answer: organizationInvitationDocument,
    body: createOrganizationInvitationBody,
    async run({ body }, context) {
      const { organizationId } = requireManager(context);
      const { email } = body.data.attributes;
      refuseAll(emailProblems(email));
      await refuseMember(context, organizationId, email);
      const { token, ...secret } = newLink(context.now);
      const invitation = {
        id: context.newId(),
        organizationId,
        email,
        role: readRole(body.data.relationships.role.data.id),
        ...secret,
      };
      await insertOnce(context, invitation);
      await sendLink(context, invitation, token);
      return { data: presentInvitation(invitation, context.now) };
    },
  }),
  accountEndpoint({
    ...one,
    access: 'signed_in',
    rel: 'update',
    method: 'PUT',
    body: updateOrganizationInvitationBody,
    async run({ params, body }, context) {
      requireManager(context);
      const invitation = await find(context, params.organization_invitation_id);
      const changed = {
        ...invitation,
        role: readRole(body.data.relationships.role?.data.id ?? invitation.role),
      };
      await updateInvitation(context.db, changed);
      return { data: presentInvitation(changed, context.now) };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'resend',
    answer: null,
    method: 'POST',
    path: '/organization-invitations/:organization_invitation_id/resend',
    async run({ params }, context) {
      requireManager(context);
      const { token, ...secret } = newLink(context.now);
      const renewed = { ...(await find(context, params.organization_invitation_id)), ...secret };
      await updateInvitation(context.db, renewed);
      await sendLink(context, renewed, token);
      return null;
    },
  }),
  accountEndpoint({
    ...one,
    access: 'signed_in',
    rel: 'destroy',
    method: 'DELETE',
    async run({ params }, context) {
      requireManager(context);
      const invitation = await find(context, params.organization_invitation_id);
      await deleteInvitation(context.db, invitation.id);
      return { data: presentInvitation(invitation, context.now) };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'redeem',
    method: 'PUT',
    path: '/organization-invitations/:organization_invitation_id/redeem',
    query: Type.Object({ token: Type.Optional(Type.String({ maxLength: 100 })) }),
    answer: organizationDocument,
    async run({ params, query }, context) {
      const { db, now, account } = context;
      const invitation = await takeInvitation(db, params.organization_invitation_id ?? '');
      checkLink(invitation, query.token ?? '', now);
      const { organizationId } = invitation;
      await refuseMember(context, organizationId, account.email);
      const member = { id: context.newId(), organizationId, accountId: account.id, role: invitation.role };
      await joinOnce(db, member, now);
      await deleteInvitation(db, invitation.id);
      const joined = await findMembership(db, account.id, organizationId);
      return { data: presentOrganization(organizationId, joined.organizationName) };
    },
  }),
];

function requireManager(context: AccountContext) {
  const membership = requireMembership(context);
  requireRight(membership, 'can_manage_members');
  return membership;
}

async function find(context: AccountContext, id: string | undefined): Promise<OrganizationInvitation> {
  const invitations = await listInvitations(context.db, requireMembership(context).organizationId);
  const invitation = invitations.find((other) => other.id === id);
  if (!invitation) throw refusal('NOT_FOUND');
  return invitation;
}

async function refuseMember({ db }: AccountContext, organizationId: string, email: string): Promise<void> {
  const members = await listMembers(db, organizationId);
  if (members.some((member) => member.email.toLowerCase() === email.toLowerCase())) {
    throw isMember();
  }
}

/** Two links for one account may be used at one moment. */
async function joinOnce(db: Db, member: Parameters<typeof insertMember>[1], now: Date): Promise<void> {
  try {
    await insertMember(db, member, now);
  } catch (error) {
    throw error instanceof UniqueViolation ? isMember() : error;
  }
}

function isMember() {
  return refusal('INVALID_FIELD', {
    field: 'email',
    code: 'VALIDATION_UNIQUENESS',
    record_type: 'OrganizationMembership',
  });
}

async function insertOnce({ db, now }: AccountContext, invitation: OrganizationInvitation): Promise<void> {
  try {
    await insertInvitation(db, invitation, now);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw refusal('INVALID_FIELD', {
      field: 'email',
      code: 'VALIDATION_UNIQUENESS',
      record_type: 'OrganizationInvitation',
    });
  }
}

async function sendLink(
  context: AccountContext,
  { id, email }: OrganizationInvitation,
  token: string,
): Promise<void> {
  const { organizationName } = requireMembership(context);
  const query = new URLSearchParams({ email, id, token });
  await sendMail(context, {
    to: email,
    subject: `You are invited to ${organizationName.replace(/\s+/g, ' ')}`,
    text: `You are invited to join "${organizationName}". Within a week, open\n\n${context.settings.publicUrl}/accept-organization-invitation?${query}`,
  });
}

function presentInvitation(invitation: OrganizationInvitation, now: Date): Static<typeof invitationEntity> {
  return {
    type: 'organization_invitation',
    id: invitation.id,
    attributes: { email: invitation.email },
    relationships: { role: { data: { type: 'organization_role', id: invitation.role } } },
    meta: { expired: invitation.expiresAt <= now },
  };
}

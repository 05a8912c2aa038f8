import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal, refuseAll } from '@recto/content/refusal';
import { emailProblems } from '#account-api/account/email.ts';
import { requireRole } from '#api/roles/holders.ts';
import { hasJoined } from '#api/users/table.ts';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { createInvitationBody, invitationEntity, updateInvitationBody } from './contract.ts';
import { newLink, sendLink } from './link.ts';
import { presentInvitation } from './present.ts';
import {
  deleteInvitation,
  findInvitation,
  type Invitation,
  insertInvitation,
  listInvitations,
  updateInvitation,
} from './table.ts';

interface Told {
  invitation: Invitation;
  link: string | null;
}

const base = {
  resource: 'site_invitation',
  answer: documentOf(invitationEntity),
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_manage_users'),
  present: ({ invitation, link }: Told, { now }: RequestContext) => ({
    data: presentInvitation(invitation, link, now),
  }),
};
const one = {
  ...base,
  load: ({ params }: { params: Readonly<Record<string, string>> }, { db, site }: RequestContext) =>
    findInvitation(db, site.id, params.site_invitation_id ?? ''),
};

const list = endpoint({
  ...base,
  rel: 'instances',
  method: 'GET',
  path: '/site-invitations',
  answer: listOf(invitationEntity),
  run: (_request, { db, site }) => listInvitations(db, site.id),
  present: (invitations: Invitation[], { now }) => ({
    data: invitations.map((invitation) => presentInvitation(invitation, null, now)),
  }),
});

const find = endpoint({
  ...one,
  rel: 'self',
  method: 'GET',
  path: '/site-invitations/:site_invitation_id',
  run: async (_request, _context, invitation: Invitation) => ({ invitation, link: null }),
});

const create = endpoint({
  ...base,
  rel: 'create',
  method: 'POST',
  path: '/site-invitations',
  body: createInvitationBody,
  async run({ body }, context) {
    const { db, site, now } = context;
    const { email } = body.data.attributes;
    refuseAll(emailProblems(email));
    const roleId = await requireRole(db, site.id, body.data.relationships.role.data.id);
    if (await hasJoined(db, site.id, email)) throw refusal('ACCOUNT_ALREADY_JOINED_SITE');
    const { token, ...secret } = newLink(now);
    const invitation = { id: context.newId(), siteId: site.id, email, roleId, ...secret };
    await insertOnce(db, invitation, now);
    return { invitation, link: await sendLink(context, invitation, token) };
  },
});

const update = endpoint({
  ...one,
  rel: 'update',
  method: 'PUT',
  path: '/site-invitations/:site_invitation_id',
  body: updateInvitationBody,
  async run({ body }, { db, site }, invitation: Invitation) {
    const roleId = body.data.relationships.role?.data.id ?? invitation.roleId;
    const changed = { ...invitation, roleId: await requireRole(db, site.id, roleId) };
    await updateInvitation(db, changed);
    return { invitation: changed, link: null };
  },
});

/** The old link ends: whoever has it may be the reason for a new one. */
const resend = endpoint({
  ...one,
  rel: 'resend',
  method: 'POST',
  path: '/site-invitations/:site_invitation_id/resend',
  async run(_request, context, invitation: Invitation) {
    const { token, ...secret } = newLink(context.now);
    const renewed = { ...invitation, ...secret };
    await updateInvitation(context.db, renewed);
    return { invitation: renewed, link: await sendLink(context, renewed, token) };
  },
});

const destroy = endpoint({
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  path: '/site-invitations/:site_invitation_id',
  async run(_request, { db }, invitation: Invitation) {
    await deleteInvitation(db, invitation.id);
    return { invitation, link: null };
  },
});

export const siteInvitationEndpoints: Endpoint[] = [list, find, create, update, resend, destroy];

async function insertOnce(db: Db, invitation: Invitation, now: Date): Promise<void> {
  try {
    await insertInvitation(db, invitation, now);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw refusal('INVALID_FIELD', {
      field: 'email',
      code: 'VALIDATION_UNIQUENESS',
      record_type: 'SiteInvitation',
    });
  }
}

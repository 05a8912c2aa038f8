import { refusal } from '@recto/content/refusal';
import { type Static, Type } from '@sinclair/typebox';
import { identifier } from '#http/document.ts';
import { sendMail } from '#mail/send-mail.ts';
import {
  type AccountContext,
  type AccountEndpoint,
  accountEndpoint,
  type VisitorContext,
} from '../account-endpoint.ts';
import { requireMembership } from '../organization-members/routes.ts';
import { tellOwners } from '../organization-members/tell-owners.ts';
import { requireRight } from '../organizations/table.ts';
import { deactivateSecondFactor } from '../second-factor/table.ts';
import { checkPassword } from '../sessions/check-password.ts';
import {
  deleteTfaRequest,
  insertTfaRequest,
  listTfaRequests,
  readBelonging,
  type TfaRequest,
} from './table.ts';

const closed = { additionalProperties: false };

const tfaRequestEntity = Type.Object({
  type: Type.Literal('tfa_deactivate_request'),
  id: Type.String(),
  relationships: Type.Object({
    organization: Type.Object({ data: identifier('organization') }),
    account: Type.Object({ data: identifier('account') }),
  }),
  meta: Type.Object({ email: Type.String() }),
});
export const tfaRequestDocument = Type.Object({ data: tfaRequestEntity });

export const createTfaRequestBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('tfa_deactivate_request'),
        attributes: Type.Object(
          { email: Type.String({ maxLength: 1000 }), password: Type.String({ maxLength: 1000 }) },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

const base = { resource: 'tfa_deactivate_request' };

/** Whoever lost their second factor has a password and no session. Their organization's owners know them. */
export const tfaRequestEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    ...base,
    rel: 'create',
    method: 'POST',
    path: '/tfa-deactivate-requests',
    body: createTfaRequestBody,
    answer: tfaRequestDocument,
    access: 'anyone',
    transaction: 'own',
    async run({ body }, context) {
      const account = await checkPassword(context, body.data.attributes);
      if (!account.is2faActive) throw refusal('INVALID_REQUEST', { reason: 'second_factor_inactive' });
      return context.db.transaction().execute(async (db) => {
        const organizationId = await findOrganizationOf({ ...context, db }, account.id);
        const wanted = { id: context.newId(), organizationId, accountId: account.id };
        const { request, isNew } = await insertTfaRequest(db, wanted, context.now);
        if (isNew) await askOwners({ ...context, db }, request);
        return { data: presentTfaRequest(request) };
      });
    },
  }),
  accountEndpoint({
    ...base,
    rel: 'instances',
    method: 'GET',
    path: '/tfa-deactivate-requests',
    answer: Type.Object({ data: Type.Array(tfaRequestEntity) }),
    access: 'signed_in',
    async run(_request, context) {
      const { organizationId } = requireManager(context);
      return { data: (await listTfaRequests(context.db, organizationId)).map(presentTfaRequest) };
    },
  }),
  accountEndpoint({
    ...base,
    rel: 'approve',
    answer: null,
    method: 'PUT',
    path: '/tfa-deactivate-requests/:tfa_deactivate_request_id/approve',
    access: 'signed_in',
    async run({ params }, context) {
      const { accountId, email, organizationId } = await take(context, params.tfa_deactivate_request_id);
      // They may have left since, or protect something of their own.
      if ((await findOrganizationOf(context, accountId)) !== organizationId) throw refusal('NOT_FOUND');
      await deactivateSecondFactor(context.db, accountId);
      await sendMail(context, {
        to: email,
        subject: 'Your second factor is off',
        text: `An owner of your organization took the second factor off your account. Sign in with your password, and set it up again:\n\n${context.settings.publicUrl}/`,
      });
      return null;
    },
  }),
  accountEndpoint({
    ...base,
    rel: 'reject',
    answer: null,
    method: 'PUT',
    path: '/tfa-deactivate-requests/:tfa_deactivate_request_id/reject',
    access: 'signed_in',
    async run({ params }, context) {
      const { email } = await take(context, params.tfa_deactivate_request_id);
      await sendMail(context, {
        to: email,
        subject: 'Your second factor stays on',
        text: 'An owner of your organization declined to take the second factor off your account.',
      });
      return null;
    },
  }),
];

/** More than one organization would let each decide about what protects the others. */
async function findOrganizationOf({ db }: VisitorContext, accountId: string): Promise<string> {
  const { ownsProjects, organizationIds } = await readBelonging(db, accountId);
  if (ownsProjects) throw refusal('INVALID_REQUEST', { reason: 'owns_projects' });
  const [organizationId, ...others] = organizationIds;
  if (organizationId === undefined || others.length > 0) {
    throw refusal('INVALID_REQUEST', { reason: 'not_in_one_organization' });
  }
  return organizationId;
}

function requireManager(context: AccountContext) {
  const membership = requireMembership(context);
  requireRight(membership, 'can_manage_members');
  return membership;
}

/** Nobody answers for themselves: whoever stole a session and a password would. */
async function take(context: AccountContext, id: string | undefined): Promise<TfaRequest> {
  const { organizationId } = requireManager(context);
  const request = (await listTfaRequests(context.db, organizationId)).find((other) => other.id === id);
  if (!request) throw refusal('NOT_FOUND');
  if (request.accountId === context.account.id) throw refusal('INSUFFICIENT_PERMISSIONS');
  if (!(await deleteTfaRequest(context.db, request.id))) throw refusal('NOT_FOUND');
  return request;
}

async function askOwners(context: VisitorContext, { organizationId, email }: TfaRequest): Promise<void> {
  await tellOwners(context, organizationId, {
    subject: 'Somebody lost their second factor',
    text: `${email} asks you to take the second factor off their account, because they cannot sign in any more. Make sure that it is them; then open\n\n${context.settings.publicUrl}/`,
  });
}

function presentTfaRequest({
  id,
  organizationId,
  accountId,
  email,
}: TfaRequest): Static<typeof tfaRequestEntity> {
  return {
    type: 'tfa_deactivate_request',
    id,
    relationships: {
      organization: { data: { type: 'organization', id: organizationId } },
      account: { data: { type: 'account', id: accountId } },
    },
    meta: { email },
  };
}

import { ORGANIZATION_ROLES } from '@recto/content/organization/organization-role';
import { refusal } from '@recto/content/refusal';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { requireMembership } from '../organization-members/routes.ts';
import { inOneLine, tellOwners } from '../organization-members/tell-owners.ts';
import { listMemberships, requireRight } from '../organizations/table.ts';
import {
  createRequestBody,
  createRequestQuery,
  requestDocument,
  requestListDocument,
  requestOrMandateDocument,
} from './contract.ts';
import { presentMandate, presentRequest } from './present.ts';
import {
  deleteMandateRequest,
  findOrganization,
  insertMandate,
  insertMandateRequest,
  listMandateRequests,
  listMandates,
  type MandateRequest,
  type NamedOrganization,
} from './table.ts';

const base = { resource: 'organization_mandate_request' };

export const mandateRequestEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'create',
    method: 'POST',
    path: '/organization-mandate-requests',
    body: createRequestBody,
    query: createRequestQuery,
    answer: requestOrMandateDocument,
    async run({ body, query }, context) {
      const own = requireOwner(context);
      const approver = await findApprover(context, body.data.relationships.approver_organization.data.id);
      await refuseAppointed(context, own, approver);
      const request = { id: context.newId(), requester: own, approver };
      if (isYes(query.auto_approve) && (await isOwnerOf(context, approver.id))) {
        return { data: presentMandate(await approve(context, request)) };
      }
      if (!(await insertMandateRequest(context.db, request, context.now))) {
        throw refusal('INVALID_REQUEST', { reason: 'mandate_requested' });
      }
      await askOwners(context, request);
      return { data: presentRequest(request) };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'pending_instances',
    method: 'GET',
    path: '/organization-mandate-requests/pending',
    answer: requestListDocument,
    async run(_request, context) {
      const { organizationId } = requireMembership(context);
      const requests = await listMandateRequests(context.db, organizationId);
      return {
        data: requests.filter(({ approver }) => approver.id === organizationId).map(presentRequest),
      };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'requested_instances',
    method: 'GET',
    path: '/organization-mandate-requests/requested',
    answer: requestListDocument,
    async run(_request, context) {
      const { organizationId } = requireMembership(context);
      const requests = await listMandateRequests(context.db, organizationId);
      return {
        data: requests.filter(({ requester }) => requester.id === organizationId).map(presentRequest),
      };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'destroy',
    method: 'DELETE',
    path: '/organization-mandate-requests/:organization_mandate_request_id',
    answer: requestDocument,
    async run({ params }, context) {
      const request = await take(context, params.organization_mandate_request_id, 'requester');
      return { data: presentRequest(request) };
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'approve',
    answer: null,
    method: 'PUT',
    path: '/organization-mandate-requests/:organization_mandate_request_id/approve',
    async run({ params }, context) {
      const request = await take(context, params.organization_mandate_request_id, 'approver');
      await approve(context, request);
      await tellAnswer(context, request, 'approved');
      return null;
    },
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'reject',
    answer: null,
    method: 'PUT',
    path: '/organization-mandate-requests/:organization_mandate_request_id/reject',
    async run({ params }, context) {
      const request = await take(context, params.organization_mandate_request_id, 'approver');
      await tellAnswer(context, request, 'declined');
      return null;
    },
  }),
];

function requireOwner(context: AccountContext): NamedOrganization {
  const membership = requireMembership(context);
  requireRight(membership, 'can_manage_organization');
  return { id: membership.organizationId, name: membership.organizationName };
}

async function findApprover(context: AccountContext, id: string): Promise<NamedOrganization> {
  const approver = await findOrganization(context.db, id);
  const isItself = id === context.membership?.organizationId;
  if (!approver || isItself) throw refusal('INVALID_RELATIONSHIP', { field: 'approver_organization', id });
  return approver;
}

async function refuseAppointed(
  { db }: AccountContext,
  own: NamedOrganization,
  approver: NamedOrganization,
): Promise<void> {
  const mandates = await listMandates(db, own.id);
  if (mandates.some(({ mandator }) => mandator.id === approver.id)) {
    throw refusal('INVALID_REQUEST', { reason: 'mandate_exists' });
  }
}

async function isOwnerOf({ db, account }: AccountContext, organizationId: string): Promise<boolean> {
  const memberships = await listMemberships(db, account.id);
  const found = memberships.find((membership) => membership.organizationId === organizationId);
  return found !== undefined && ORGANIZATION_ROLES[found.role].can_manage_organization;
}

function isYes(text: string | undefined): boolean {
  return text !== undefined && !['', '0', 'false'].includes(text);
}

async function approve({ db, now, newId }: AccountContext, { requester, approver }: MandateRequest) {
  const mandate = { id: newId(), mandator: approver, appointed: requester };
  if (!(await insertMandate(db, mandate, now)))
    throw refusal('INVALID_REQUEST', { reason: 'mandate_exists' });
  return mandate;
}

/** Takes a request off the table, for an owner of the side whose word it needs. */
async function take(
  context: AccountContext,
  id: string | undefined,
  side: 'requester' | 'approver',
): Promise<MandateRequest> {
  const { organizationId } = requireMembership(context);
  const requests = await listMandateRequests(context.db, organizationId);
  const request = requests.find((other) => other.id === id);
  if (!request) throw refusal('NOT_FOUND');
  requireOwner(context);
  if (request[side].id !== organizationId) throw refusal('INSUFFICIENT_PERMISSIONS');
  if (!(await deleteMandateRequest(context.db, request.id))) throw refusal('NOT_FOUND');
  return request;
}

async function askOwners(context: AccountContext, { requester, approver }: MandateRequest): Promise<void> {
  await tellOwners(context, approver.id, {
    subject: `${inOneLine(requester.name)} asks to work in your projects`,
    text: `The organization "${requester.name}" asks "${approver.name}" for a mandate: its people would enter all projects of "${approver.name}" with full rights. To approve or decline, open\n\n${context.settings.publicUrl}/`,
  });
}

async function tellAnswer(
  context: AccountContext,
  { requester, approver }: MandateRequest,
  answer: 'approved' | 'declined',
): Promise<void> {
  await tellOwners(context, requester.id, {
    subject: `${inOneLine(approver.name)} ${answer} your mandate`,
    text: `The organization "${approver.name}" ${answer} the mandate that "${requester.name}" asked for.`,
  });
}

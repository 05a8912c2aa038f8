import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { requireMembership } from '../organization-members/routes.ts';
import { requireRight } from '../organizations/table.ts';
import { mandateDocument, mandateListDocument, updateMandateBody } from './contract.ts';
import { presentMandate } from './present.ts';
import { deleteMandate, listMandates, type Mandate } from './table.ts';

const base = { resource: 'organization_mandate' };
const one = { ...base, path: '/organization-mandates/:organization_mandate_id', answer: mandateDocument };

export const mandateEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'approved_instances',
    method: 'GET',
    path: '/organization-mandates/approved',
    answer: mandateListDocument,
    run: (_request, context) => answerMandates(context, 'mandator'),
  }),
  accountEndpoint({
    ...base,
    access: 'signed_in',
    rel: 'given_instances',
    method: 'GET',
    path: '/organization-mandates/given',
    query: Type.Object({ include: Type.Optional(Type.String()) }),
    answer: mandateListDocument,
    run: (_request, context) => answerMandates(context, 'appointed'),
  }),
  accountEndpoint({
    ...one,
    access: 'signed_in',
    rel: 'update',
    method: 'PUT',
    body: updateMandateBody,
    async run({ params, body }, context) {
      const mandate = await find(context, params.organization_mandate_id);
      requireRight(requireMembership(context), 'can_manage_organization');
      if (mandate.appointed.id !== requireMembership(context).organizationId) {
        throw refusal('INSUFFICIENT_PERMISSIONS');
      }
      const plans = body.data.relationships.additional_enabled_plans?.data ?? [];
      if (plans.length > 0) {
        throw refusal('NOT_OFFERED', {
          resource: 'per_owner_pricing_plan',
          reason: 'Nothing is sold here: there are no plans to enable.',
        });
      }
      return { data: presentMandate(mandate) };
    },
  }),
  accountEndpoint({
    ...one,
    access: 'signed_in',
    rel: 'destroy',
    method: 'DELETE',
    async run({ params }, context) {
      const mandate = await find(context, params.organization_mandate_id);
      requireRight(requireMembership(context), 'can_manage_organization');
      await deleteMandate(context.db, mandate.id);
      return { data: presentMandate(mandate) };
    },
  }),
];

async function answerMandates(context: AccountContext, side: 'mandator' | 'appointed') {
  const { organizationId } = requireMembership(context);
  const mandates = await listMandates(context.db, organizationId);
  return { data: mandates.filter((mandate) => mandate[side].id === organizationId).map(presentMandate) };
}

/** Either side knows it, and may end it. */
async function find(context: AccountContext, id: string | undefined): Promise<Mandate> {
  const { organizationId } = requireMembership(context);
  const mandate = (await listMandates(context.db, organizationId)).find((other) => other.id === id);
  if (!mandate) throw refusal('NOT_FOUND');
  return mandate;
}

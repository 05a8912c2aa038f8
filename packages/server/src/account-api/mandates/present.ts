import type { Static } from '@sinclair/typebox';
import type { mandateEntity, mandateRequestEntity } from './contract.ts';
import type { Mandate, MandateRequest } from './table.ts';

export function presentRequest({
  id,
  requester,
  approver,
}: MandateRequest): Static<typeof mandateRequestEntity> {
  return {
    type: 'organization_mandate_request',
    id,
    relationships: {
      approver_organization: { data: { type: 'organization', id: approver.id } },
      requester_organization: { data: { type: 'organization', id: requester.id } },
    },
    meta: { requester_organization_name: requester.name, approver_organization_name: approver.name },
  };
}

export function presentMandate({ id, mandator, appointed }: Mandate): Static<typeof mandateEntity> {
  return {
    type: 'organization_mandate',
    id,
    relationships: {
      mandator_organization: { data: { type: 'organization', id: mandator.id } },
      appointed_organization: { data: { type: 'organization', id: appointed.id } },
      active_plan: { data: null },
      additional_enabled_plans: { data: [] },
    },
    meta: { appointed_organization_name: appointed.name, mandator_organization_name: mandator.name },
  };
}

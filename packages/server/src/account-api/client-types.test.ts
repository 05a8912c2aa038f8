import type { RawApiTypes } from '@datocms/dashboard-client';
import type { Static } from '@sinclair/typebox';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  accountCreateBody,
  accountUpdateBody,
  confirmEmailBody,
  resetPasswordBody,
} from './account/contract.ts';
import type { accountDocument } from './account/entity.ts';
import type { convertBody, destroyAccountBody, destroyOrganizationBody } from './closing/contract.ts';
import type { duplicateBody } from './duplicates/contract.ts';
import type {
  createRequestBody,
  mandateDocument,
  mandateListDocument,
  requestDocument,
  requestListDocument,
  updateMandateBody,
} from './mandates/contract.ts';
import type {
  createOrganizationInvitationBody,
  organizationInvitationDocument,
  updateOrganizationInvitationBody,
} from './organization-invitations/routes.ts';
import type { memberDocument, updateMemberBody } from './organization-members/routes.ts';
import type {
  createOrganizationBody,
  organizationDocument,
  updateOrganizationBody,
} from './organizations/routes.ts';
import type {
  activationBody,
  activationDocument,
  deactivationBody,
  provisioningDocument,
} from './second-factor/routes.ts';
import type { sessionDocument } from './sessions/entity.ts';
import type { credentialsBody } from './sessions/routes.ts';
import type { createTransferBody, transferDocument } from './site-transfers/routes.ts';
import type { siteCreateBody, siteListQuery, siteUpdateBody } from './sites/contract.ts';
import type { siteDocument, siteListDocument } from './sites/entity.ts';
import type { createTfaRequestBody, tfaRequestDocument } from './tfa-requests/routes.ts';
import type {
  featureListDocument,
  limitListDocument,
  resourceUsageListDocument,
  siteDailyUsageListDocument,
} from './usage/contract.ts';

/** The compiler is the test: it fails in `tsc`, not here. */
describe('the contracts agree with the types of the official dashboard client', () => {
  it('for sessions', () => {
    expectTypeOf<RawApiTypes.SessionCreateSchema>().toExtend<Static<typeof credentialsBody>>();
    expectTypeOf<Static<typeof sessionDocument>>().toExtend<RawApiTypes.SessionCreateTargetSchema>();
  });

  it('for the account', () => {
    expectTypeOf<Static<typeof accountDocument>>().toExtend<RawApiTypes.AccountSelfTargetSchema>();
    expectTypeOf<Static<typeof sessionDocument>>().toExtend<RawApiTypes.AccountCreateTargetSchema>();
    expectTypeOf<Static<typeof sessionDocument>>().toExtend<RawApiTypes.AccountUpdateTargetSchema>();
    expectTypeOf<RawApiTypes.AccountCreateSchema>().toExtend<Static<typeof accountCreateBody>>();
    expectTypeOf<RawApiTypes.AccountUpdateSchema>().toExtend<Static<typeof accountUpdateBody>>();
  });

  it('for the second factor', () => {
    expectTypeOf<RawApiTypes.AccountActivate_2FaSchema>().toExtend<Static<typeof activationBody>>();
    expectTypeOf<RawApiTypes.AccountDeactivate_2FaSchema>().toExtend<Static<typeof deactivationBody>>();
    expectTypeOf<Static<typeof provisioningDocument>>().toExtend<RawApiTypes.AccountReset_2FaTargetSchema>();
    expectTypeOf<Static<typeof activationDocument>>().toExtend<RawApiTypes.AccountActivate_2FaTargetSchema>();
  });

  it('for links that are sent by mail', () => {
    expectTypeOf<RawApiTypes.AccountConfirmEmailChangeSchema>().toExtend<Static<typeof confirmEmailBody>>();
    expectTypeOf<RawApiTypes.AccountResetPasswordSchema>().toExtend<Static<typeof resetPasswordBody>>();
  });

  it('for transfers of projects', () => {
    expectTypeOf<Static<typeof transferDocument>>().toExtend<RawApiTypes.SiteTransferSelfTargetSchema>();
    expectTypeOf<RawApiTypes.SiteTransferCreateSchema>().toExtend<Static<typeof createTransferBody>>();
  });

  it('for organizations', () => {
    type Organization = Static<typeof organizationDocument>['data'];
    // Nobody has a subscription here, though the client's types promise one.
    expectTypeOf<Omit<Organization, 'relationships'>>().toExtend<
      Omit<RawApiTypes.Organization, 'relationships'>
    >();
    expectTypeOf<RawApiTypes.OrganizationCreateSchema>().toExtend<Static<typeof createOrganizationBody>>();
    expectTypeOf<RawApiTypes.OrganizationUpdateSchema>().toExtend<Static<typeof updateOrganizationBody>>();
    expectTypeOf<
      Static<typeof memberDocument>
    >().toExtend<RawApiTypes.OrganizationMembershipSelfTargetSchema>();
    expectTypeOf<RawApiTypes.OrganizationMembershipUpdateSchema>().toExtend<
      Static<typeof updateMemberBody>
    >();
    expectTypeOf<
      Static<typeof organizationInvitationDocument>
    >().toExtend<RawApiTypes.OrganizationInvitationSelfTargetSchema>();
    expectTypeOf<RawApiTypes.OrganizationInvitationCreateSchema>().toExtend<
      Static<typeof createOrganizationInvitationBody>
    >();
    expectTypeOf<RawApiTypes.OrganizationInvitationUpdateSchema>().toExtend<
      Static<typeof updateOrganizationInvitationBody>
    >();
  });

  it('for jobs', () => {
    expectTypeOf<RawApiTypes.AccountDestroySchema>().toExtend<Static<typeof destroyAccountBody>>();
    expectTypeOf<RawApiTypes.OrganizationDestroySchema>().toExtend<Static<typeof destroyOrganizationBody>>();
    expectTypeOf<RawApiTypes.AccountConvertToOrganizationSchema>().toExtend<Static<typeof convertBody>>();
    expectTypeOf<RawApiTypes.SiteDuplicateSchema>().toExtend<Static<typeof duplicateBody>>();
  });

  it('for mandates', () => {
    type Mandate = Static<typeof mandateDocument>['data'];
    type Listed = Static<typeof mandateListDocument>['data'][number];
    // Nobody has a plan here, though the client's types promise one.
    type WithoutPlan<Entity extends { relationships: { active_plan: unknown } }> = Omit<
      Entity,
      'relationships'
    > & {
      relationships: Omit<Entity['relationships'], 'active_plan'>;
    };
    expectTypeOf<WithoutPlan<Mandate>>().toExtend<WithoutPlan<RawApiTypes.OrganizationMandate>>();
    expectTypeOf<WithoutPlan<Listed>>().toExtend<WithoutPlan<RawApiTypes.OrganizationMandate>>();
    expectTypeOf<RawApiTypes.OrganizationMandateUpdateSchema>().toExtend<Static<typeof updateMandateBody>>();
    expectTypeOf<
      Static<typeof requestDocument>
    >().toExtend<RawApiTypes.OrganizationMandateRequestDestroyTargetSchema>();
    expectTypeOf<
      Static<typeof requestListDocument>
    >().toExtend<RawApiTypes.OrganizationMandateRequestPendingInstancesTargetSchema>();
    expectTypeOf<RawApiTypes.OrganizationMandateRequestCreateSchema>().toExtend<
      Static<typeof createRequestBody>
    >();
  });

  it('for usage', () => {
    expectTypeOf<
      Static<typeof resourceUsageListDocument>
    >().toExtend<RawApiTypes.ResourceUsageInstancesTargetSchema>();
    expectTypeOf<
      Static<typeof siteDailyUsageListDocument>
    >().toExtend<RawApiTypes.DailyUsageInstancesTargetSchema>();
    expectTypeOf<
      Static<typeof limitListDocument>
    >().toExtend<RawApiTypes.SubscriptionLimitInstancesTargetSchema>();
    expectTypeOf<
      Static<typeof featureListDocument>
    >().toExtend<RawApiTypes.SubscriptionFeatureInstancesTargetSchema>();
  });

  it('for requests to take a second factor off', () => {
    expectTypeOf<
      Static<typeof tfaRequestDocument>
    >().toExtend<RawApiTypes.TfaDeactivateRequestCreateTargetSchema>();
    expectTypeOf<RawApiTypes.TfaDeactivateRequestCreateSchema>().toExtend<
      Static<typeof createTfaRequestBody>
    >();
  });

  it('for projects', () => {
    expectTypeOf<Static<typeof siteDocument>>().toExtend<RawApiTypes.SiteSelfTargetSchema>();
    expectTypeOf<Static<typeof siteListDocument>>().toExtend<RawApiTypes.SiteInstancesTargetSchema>();
    expectTypeOf<RawApiTypes.SiteCreateSchema>().toExtend<Static<typeof siteCreateBody>>();
    expectTypeOf<RawApiTypes.SiteUpdateSchema>().toExtend<Static<typeof siteUpdateBody>>();
    expectTypeOf<RawApiTypes.SiteInstancesHrefSchema>().toExtend<Static<typeof siteListQuery>>();
  });
});

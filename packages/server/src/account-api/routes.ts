import { accountResourceEndpoints } from './account/routes.ts';
import type { AccountEndpoint } from './account-endpoint.ts';
import { closingEndpoints } from './closing/routes.ts';
import { duplicateSite } from './duplicates/routes.ts';
import { findJobResult } from './job-results/routes.ts';
import { mandateEndpoints } from './mandates/mandate-routes.ts';
import { mandateRequestEndpoints } from './mandates/request-routes.ts';
import { organizationInvitationEndpoints } from './organization-invitations/routes.ts';
import { organizationMemberEndpoints } from './organization-members/routes.ts';
import { organizationEndpoints } from './organizations/routes.ts';
import { secondFactorEndpoints } from './second-factor/routes.ts';
import { sessionEndpoints } from './sessions/routes.ts';
import { setupEndpoints } from './setup/routes.ts';
import { redeemSiteInvitation } from './site-invitations/routes.ts';
import { siteTransferEndpoints } from './site-transfers/routes.ts';
import { siteEndpoints } from './sites/routes.ts';
import { tfaRequestEndpoints } from './tfa-requests/routes.ts';
import { usageEndpoints } from './usage/routes.ts';

/** Every endpoint of the account API. */
export const accountEndpoints: AccountEndpoint[] = [
  ...setupEndpoints,
  ...sessionEndpoints,
  ...accountResourceEndpoints,
  ...secondFactorEndpoints,
  ...siteEndpoints,
  redeemSiteInvitation,
  ...siteTransferEndpoints,
  ...organizationEndpoints,
  ...organizationMemberEndpoints,
  ...organizationInvitationEndpoints,
  ...mandateRequestEndpoints,
  ...mandateEndpoints,
  ...tfaRequestEndpoints,
  ...usageEndpoints,
  ...closingEndpoints,
  duplicateSite,
  findJobResult,
];

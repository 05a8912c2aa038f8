import { accessTokenEndpoints } from '#api/access-tokens/routes.ts';
import { dailyUsageEndpoints } from '#api/daily-usages/routes.ts';
import { editingSessionEndpoints } from '#api/editing-sessions/routes.ts';
import { emojiSuggestionsEndpoints } from '#api/emoji-suggestions/routes.ts';
import { environmentEndpoints } from '#api/environments/routes.ts';
import { fieldEndpoints } from '#api/fields/routes.ts';
import { fieldsetEndpoints } from '#api/fieldsets/routes.ts';
import { itemTypeFilterEndpoints } from '#api/item-type-filters/routes.ts';
import { itemTypeEndpoints } from '#api/item-types/routes.ts';
import { itemVersionEndpoints } from '#api/item-versions/routes.ts';
import { itemEndpoints } from '#api/items/routes.ts';
import { jobResultEndpoints } from '#api/job-results/routes.ts';
import { maintenanceModeEndpoints } from '#api/maintenance-mode/routes.ts';
import { menuItemEndpoints } from '#api/menu-items/routes.ts';
import { pluginEndpoints } from '#api/plugins/routes.ts';
import { publicInfoEndpoints } from '#api/public-info/routes.ts';
import { roleEndpoints } from '#api/roles/routes.ts';
import { scheduleEndpoints } from '#api/schedules/routes.ts';
import { schemaMenuItemEndpoints } from '#api/schema-menu-items/routes.ts';
import { siteEndpoints } from '#api/site/routes.ts';
import { siteInvitationEndpoints } from '#api/site-invitations/routes.ts';
import { ssoGroupEndpoints } from '#api/sso-groups/routes.ts';
import { ssoSettingsEndpoints } from '#api/sso-settings/routes.ts';
import { ssoUserEndpoints } from '#api/sso-users/routes.ts';
import { subscriptionEndpoints } from '#api/subscription/routes.ts';
import { uploadCollectionEndpoints } from '#api/upload-collections/routes.ts';
import { uploadFilterEndpoints } from '#api/upload-filters/routes.ts';
import { uploadRequestEndpoints } from '#api/upload-requests/routes.ts';
import { uploadSmartTagEndpoints } from '#api/upload-smart-tags/routes.ts';
import { uploadTagEndpoints } from '#api/upload-tags/routes.ts';
import { uploadTrackEndpoints } from '#api/upload-tracks/routes.ts';
import { uploadEndpoints } from '#api/uploads/routes.ts';
import { usageCounterEndpoints } from '#api/usage-counters/routes.ts';
import { userEndpoints } from '#api/users/routes.ts';
import { whiteLabelSettingsEndpoints } from '#api/white-label-settings/routes.ts';
import { workflowEndpoints } from '#api/workflows/routes.ts';
import type { Endpoint } from '#http/endpoint.ts';

/** Every endpoint of the Content Management API that is served. */
export const endpoints: Endpoint[] = [
  ...itemTypeEndpoints,
  ...fieldEndpoints,
  ...fieldsetEndpoints,
  ...siteEndpoints,
  ...environmentEndpoints,
  ...maintenanceModeEndpoints,
  ...itemEndpoints,
  ...itemVersionEndpoints,
  ...roleEndpoints,
  ...userEndpoints,
  ...siteInvitationEndpoints,
  ...ssoSettingsEndpoints,
  ...ssoUserEndpoints,
  ...ssoGroupEndpoints,
  ...accessTokenEndpoints,
  ...uploadRequestEndpoints,
  ...uploadEndpoints,
  ...uploadTrackEndpoints,
  ...pluginEndpoints,
  ...menuItemEndpoints,
  ...schemaMenuItemEndpoints,
  ...uploadCollectionEndpoints,
  ...workflowEndpoints,
  ...itemTypeFilterEndpoints,
  ...uploadFilterEndpoints,
  ...uploadTagEndpoints,
  ...uploadSmartTagEndpoints,
  ...scheduleEndpoints,
  ...editingSessionEndpoints,
  ...subscriptionEndpoints,
  ...whiteLabelSettingsEndpoints,
  ...dailyUsageEndpoints,
  ...usageCounterEndpoints,
  ...publicInfoEndpoints,
  ...emojiSuggestionsEndpoints,
  ...jobResultEndpoints,
];

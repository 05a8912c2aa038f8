import { refusal } from '@recto/content/refusal';
import { presentFeatures, presentLimits } from '#api/subscription/routes.ts';
import { countUsage, findFeaturesInUse } from '#api/subscription/table.ts';
import { presentDailyUsage } from '#usage/daily-usage-entity.ts';
import { listDailyUsages, monthFrom, monthOf } from '#usage/read-usage.ts';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { presentSite } from '../sites/present.ts';
import { findSite, listEverySite } from '../sites/table.ts';
import {
  featureListDocument,
  limitListDocument,
  monthQuery,
  resourceUsageListDocument,
  siteDailyUsageListDocument,
} from './contract.ts';
import { presentResourceUsages } from './present.ts';
import { listOwnedSiteIds, listSiteUsages, readPrimaryEnvironmentId, type UsageOwner } from './table.ts';

/** What the projects of an account, or of the organization that a request is about, use. */
export const usageEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'resource_usage',
    rel: 'instances',
    method: 'GET',
    path: '/resource-usages',
    answer: resourceUsageListDocument,
    access: 'signed_in',
    async run(_request, context) {
      const usages = await listSiteUsages(context.db, ownerOf(context), monthOf(context.now, 0));
      return { data: presentResourceUsages(usages) };
    },
  }),
  accountEndpoint({
    resource: 'daily_usage',
    rel: 'instances',
    method: 'GET',
    path: '/daily-site-usages',
    query: monthQuery,
    answer: siteDailyUsageListDocument,
    access: 'signed_in',
    async run({ query }, context) {
      const { db, now, settings, account } = context;
      const month = monthFrom(
        Number(query.year ?? now.getUTCFullYear()),
        Number(query.month ?? now.getUTCMonth() + 1) - 1,
      );
      const siteIds = await listOwnedSiteIds(db, ownerOf(context));
      const usages = await listDailyUsages(db, siteIds, month);
      const sites = await listEverySite(db, account.id, [...new Set(usages.map(({ siteId }) => siteId))]);
      return {
        data: usages.map((usage) => ({
          ...presentDailyUsage(usage),
          relationships: { site: { data: { type: 'site', id: usage.siteId } } },
        })),
        included: sites.map((site) => presentSite(site, null, settings)),
      };
    },
  }),
  accountEndpoint({
    resource: 'subscription_limit',
    rel: 'instances',
    method: 'GET',
    path: '/sites/:site_id/subscription-limits',
    answer: limitListDocument,
    access: 'signed_in',
    async run({ params }, context) {
      return presentLimits(await countUsage(context.db, await findScope(context, params.site_id)));
    },
  }),
  accountEndpoint({
    resource: 'subscription_feature',
    rel: 'instances',
    method: 'GET',
    path: '/sites/:site_id/subscription-features',
    answer: featureListDocument,
    access: 'signed_in',
    async run({ params }, context) {
      return presentFeatures(await findFeaturesInUse(context.db, await findScope(context, params.site_id)));
    },
  }),
];

function ownerOf({ account, membership }: AccountContext): UsageOwner {
  return { accountId: account.id, organizationId: membership?.organizationId ?? null };
}

/** Content is counted in the primary environment. */
async function findScope({ db, account }: AccountContext, id: string | undefined) {
  const site = await findSite(db, account.id, id ?? '');
  if (site.role === null) throw refusal('INSUFFICIENT_PERMISSIONS');
  return { siteId: site.id, environmentId: await readPrimaryEnvironmentId(db, site.id) };
}

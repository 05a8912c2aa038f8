import type { SiteUsage } from './table.ts';

type Amount = Exclude<keyof SiteUsage, 'siteId' | 'siteName'>;

/** What projects of one owner share, with the part of each. Nothing streams or encodes videos yet. */
const QUOTAS: readonly { quota: string; amount: Amount | null }[] = [
  { quota: 'items', amount: 'items' },
  { quota: 'uploadable_bytes', amount: 'uploadableBytes' },
  { quota: 'api_calls', amount: 'apiCalls' },
  { quota: 'traffic_bytes', amount: 'trafficBytes' },
  { quota: 'mux_encoding_seconds', amount: null },
  { quota: 'mux_streaming_seconds', amount: null },
];

/** Without a plan, all of it is free of charge and nothing is beyond it. */
export function presentResourceUsages(usages: readonly SiteUsage[]) {
  return QUOTAS.map(({ quota, amount }) => {
    const usageOf = (site: SiteUsage) => (amount === null ? 0 : site[amount]);
    const total = usages.reduce((sum, site) => sum + usageOf(site), 0);
    return {
      type: 'resource_usage' as const,
      id: quota,
      attributes: {
        quota,
        current_usage: total,
        free_of_charge_usage: total,
        current_extra_usage: 0,
        sites_current_usage: usages.map((site) => ({
          site_id: site.siteId,
          site_name: site.siteName,
          current_usage: usageOf(site),
        })),
        usage_status: null,
        forecast_message: null,
      },
    };
  });
}

import { listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { dailyUsageEntity, presentDailyUsage } from '#usage/daily-usage-entity.ts';
import { type DailyUsage, dayAfter, listDailyUsages, monthOf, type Period } from '#usage/read-usage.ts';

/** Every day of the last month and of this one, up to today: what a chart shows. */
const list = endpoint({
  resource: 'daily_usage',
  rel: 'instances',
  method: 'GET',
  path: '/daily-site-usages',
  answer: listOf(dailyUsageEntity),
  policy: () => true,
  async run(_request, { db, site, now }) {
    const period = { from: monthOf(now, -1).from, to: dayAfter(now, 1) };
    return everyDay(site.id, period, await listDailyUsages(db, [site.id], period));
  },
  present: (usages) => ({ data: usages.map(presentDailyUsage) }),
});

export const dailyUsageEndpoints: Endpoint[] = [list];

function everyDay(siteId: string, { from, to }: Period, usages: readonly DailyUsage[]): DailyUsage[] {
  const known = new Map(usages.map((usage) => [usage.day, usage]));
  const days: DailyUsage[] = [];
  for (let day = from; day < to; day = dayAfter(new Date(day), 1)) {
    days.push(known.get(day) ?? { siteId, day, ...nothing });
  }
  return days;
}

const nothing = { cdaRequests: 0, cmaRequests: 0, cdaBytes: 0, cmaBytes: 0, assetBytes: 0 };

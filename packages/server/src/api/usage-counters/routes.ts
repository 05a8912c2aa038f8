import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { documentOf, oneOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { listBreakdown, monthOf, type Period, todayOf } from '#usage/read-usage.ts';

/** What is counted by what, in which unit. */
const COUNTERS = [
  'assets_path_bytes',
  'assets_referrer_bytes',
  'assets_ip_bytes',
  'assets_full_path_bytes',
  'assets_path_requests',
  'assets_full_path_requests',
  'cda_access_token_id_bytes',
  'cda_access_token_id_requests',
  'cda_referrer_bytes',
  'cda_referrer_requests',
  'cda_ip_bytes',
  'cda_ip_requests',
  'cma_endpoint_bytes',
  'cma_endpoint_requests',
  'cma_user_bytes',
  'cma_user_requests',
  'cma_ip_bytes',
  'cma_ip_requests',
  'video_path_seconds',
] as const;
type Counter = (typeof COUNTERS)[number];

const PERIODS = ['today', 'current_month', 'last_month'] as const;

export const usageCounterEntity = Type.Object({
  type: Type.Literal('usage_counter'),
  id: oneOf(COUNTERS),
  attributes: Type.Object({
    result: Type.Array(Type.Object({ value: Type.String(), counter: Type.Number() })),
  }),
});

export const usageCounterQuery = Type.Object({ period: Type.Optional(oneOf(PERIODS)) });

/** Addresses of visitors are for those who run the project. */
const find = endpoint({
  resource: 'usage_counter',
  rel: 'self',
  method: 'GET',
  path: '/usage-log-counters/:usage_counter_id',
  query: usageCounterQuery,
  answer: documentOf(usageCounterEntity),
  policy: (_subject, { permissions }) => hasFlag(permissions, 'can_edit_site'),
  async run({ params, query }, { db, site, now }) {
    const id = COUNTERS.find((known) => known === params.usage_counter_id);
    if (!id) throw refusal('NOT_FOUND');
    const period = periodOf(query.period ?? 'today', now);
    return { id, result: await listBreakdown(db, { siteId: site.id, ...readCounter(id) }, period) };
  },
  present: ({ id, result }) => ({ data: { type: 'usage_counter', id, attributes: { result } } }),
});

export const usageCounterEndpoints: Endpoint[] = [find];

function periodOf(name: (typeof PERIODS)[number], now: Date): Period {
  if (name === 'today') return todayOf(now);
  return monthOf(now, name === 'current_month' ? 0 : -1);
}

/** `cda_ip_bytes` → the kind `cda_ip`, in bytes. Nothing streams videos, so that no second is counted. */
function readCounter(id: Counter): { kind: string; unit: 'requests' | 'bytes' } {
  const [, kind = id, unit] = /^(.+)_(bytes|requests|seconds)$/.exec(id) ?? [];
  return { kind, unit: unit === 'bytes' ? 'bytes' : 'requests' };
}

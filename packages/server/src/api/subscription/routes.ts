import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf, nullable } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import {
  countUsage,
  type FeaturesInUse,
  findFeaturesInUse,
  LIMIT_CODES,
  type LimitCode,
  type Usage,
} from './table.ts';

export const subscriptionLimitEntity = Type.Object({
  type: Type.Literal('subscription_limit'),
  id: Type.String(),
  attributes: Type.Object({ code: Type.String(), usage: Type.Number(), limit: nullable(Type.Number()) }),
});

export const subscriptionFeatureEntity = Type.Object({
  type: Type.Literal('subscription_feature'),
  id: Type.String(),
  attributes: Type.Object({ code: Type.String(), enabled: Type.Boolean(), in_use: Type.Boolean() }),
});

const listLimits = endpoint({
  resource: 'subscription_limit',
  rel: 'instances',
  method: 'GET',
  path: '/subscription-limits',
  answer: listOf(subscriptionLimitEntity),
  policy: () => true,
  run: (_request, context) => countUsage(context.db, scopeOf(context)),
  present: presentLimits,
});

const findLimit = endpoint({
  resource: 'subscription_limit',
  rel: 'self',
  method: 'GET',
  path: '/subscription-limits/:subscription_limit_id',
  answer: documentOf(subscriptionLimitEntity),
  policy: () => true,
  async run({ params }, context) {
    const code = LIMIT_CODES.find((known) => known === params.subscription_limit_id);
    if (!code) throw refusal('NOT_FOUND');
    return { code, usage: await countUsage(context.db, scopeOf(context)) };
  },
  present: ({ code, usage }) => ({ data: presentLimit(code, usage) }),
});

const listFeatures = endpoint({
  resource: 'subscription_feature',
  rel: 'instances',
  method: 'GET',
  path: '/subscription-features',
  answer: listOf(subscriptionFeatureEntity),
  policy: () => true,
  run: (_request, context) => findFeaturesInUse(context.db, scopeOf(context)),
  present: presentFeatures,
});

export const subscriptionEndpoints: Endpoint[] = [listLimits, findLimit, listFeatures];

function scopeOf({ site, environment }: RequestContext) {
  return { siteId: site.id, environmentId: environment.id };
}

export function presentLimits(usage: Usage) {
  return { data: LIMIT_CODES.map((code) => presentLimit(code, usage)) };
}

export function presentFeatures(features: FeaturesInUse) {
  return {
    data: Object.entries(features).map(([code, inUse]) => ({
      type: 'subscription_feature',
      id: code,
      attributes: { code, enabled: true, in_use: inUse },
    })),
  };
}

/** Nothing is limited: whoever runs Recto pays for the machine. */
function presentLimit(code: LimitCode, usage: Usage) {
  return { type: 'subscription_limit', id: code, attributes: { code, usage: usage[code], limit: null } };
}

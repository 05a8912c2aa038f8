import { Type } from '@sinclair/typebox';
import { subscriptionFeatureEntity, subscriptionLimitEntity } from '#api/subscription/routes.ts';
import { identifier, nullable } from '#http/document.ts';
import { dailyUsageEntity } from '#usage/daily-usage-entity.ts';
import { siteEntity } from '../sites/entity.ts';

const resourceUsageEntity = Type.Object({
  type: Type.Literal('resource_usage'),
  id: Type.String(),
  attributes: Type.Object({
    quota: Type.String(),
    current_usage: nullable(Type.Number()),
    free_of_charge_usage: Type.Number(),
    current_extra_usage: nullable(Type.Number()),
    sites_current_usage: nullable(
      Type.Array(
        Type.Object({ site_id: Type.String(), site_name: Type.String(), current_usage: Type.Number() }),
      ),
    ),
    usage_status: nullable(Type.String()),
    forecast_message: nullable(Type.String()),
  }),
});
export const resourceUsageListDocument = Type.Object({ data: Type.Array(resourceUsageEntity) });

export const siteDailyUsageListDocument = Type.Object({
  data: Type.Array(
    Type.Composite([
      dailyUsageEntity,
      Type.Object({ relationships: Type.Object({ site: Type.Object({ data: identifier('site') }) }) }),
    ]),
  ),
  included: Type.Array(siteEntity),
});

/** Text on the wire: `2026`, `11`. Both default to now. */
export const monthQuery = Type.Object({
  year: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
  month: Type.Optional(Type.String({ pattern: '^(0?[1-9]|1[0-2])$' })),
});

export const limitListDocument = Type.Object({ data: Type.Array(subscriptionLimitEntity) });
export const featureListDocument = Type.Object({ data: Type.Array(subscriptionFeatureEntity) });

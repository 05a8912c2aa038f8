import { type Static, Type } from '@sinclair/typebox';
import type { DailyUsage } from './read-usage.ts';

export const dailyUsageEntity = Type.Object({
  type: Type.Literal('daily_usage'),
  id: Type.String(),
  attributes: Type.Object({
    date: Type.String(),
    cda_api_calls: Type.Number(),
    cma_api_calls: Type.Number(),
    cda_traffic_bytes: Type.Number(),
    cma_traffic_bytes: Type.Number(),
    assets_traffic_bytes: Type.Number(),
    mux_delivered_seconds: Type.Number(),
    mux_high_resolution_delivered_seconds: Type.Number(),
    mux_encoded_seconds: Type.Number(),
    smart_tags_detections: Type.Number(),
  }),
});

export function presentDailyUsage(usage: DailyUsage): Static<typeof dailyUsageEntity> {
  return {
    type: 'daily_usage',
    id: `${usage.siteId}-${usage.day}`,
    attributes: {
      date: usage.day,
      cda_api_calls: usage.cdaRequests,
      cma_api_calls: usage.cmaRequests,
      cda_traffic_bytes: usage.cdaBytes,
      cma_traffic_bytes: usage.cmaBytes,
      assets_traffic_bytes: usage.assetBytes,
      // Videos are not streamed and pictures not looked at by anybody yet.
      mux_delivered_seconds: 0,
      mux_high_resolution_delivered_seconds: 0,
      mux_encoded_seconds: 0,
      smart_tags_detections: 0,
    },
  };
}

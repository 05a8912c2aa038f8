import { describe, expect, it } from 'vitest';
import { formatAmount, monthsOf, totalOf } from './measures.ts';
import type { DailyUsage } from './use-usage.ts';

const day = (date: string, amounts: Partial<DailyUsage> = {}) =>
  ({
    date,
    ...{ cda_api_calls: 0, cma_api_calls: 0, cda_traffic_bytes: 0, cma_traffic_bytes: 0 },
    assets_traffic_bytes: 0,
    ...amounts,
  }) as DailyUsage;

describe('usage', () => {
  it('adds up what a day has of each kind', () => {
    const usage = day('2026-11-21', { cda_api_calls: 2, cma_api_calls: 1, assets_traffic_bytes: 9 });
    expect(totalOf(usage, 'requests')).toBe(3);
    expect(totalOf(usage, 'traffic')).toBe(9);
  });

  it('is told by month, the newest first', () => {
    expect(monthsOf([day('2026-10-31'), day('2026-11-01'), day('2026-11-02')])).toEqual([
      '2026-11',
      '2026-10',
    ]);
  });

  it.each([
    [1234, 'requests', '1,234'],
    [0, 'traffic', '0 bytes'],
    [1500, 'traffic', '1.5 kB'],
    [2_000_000_000, 'traffic', '2 GB'],
  ] as const)('%d of %s reads %s', (amount, measure, text) => {
    expect(formatAmount(amount, measure)).toBe(text);
  });
});

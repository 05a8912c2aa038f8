import type { DailyUsage } from './use-usage.ts';

export type Measure = 'requests' | 'traffic';
export type Kind = 'cda' | 'cma' | 'assets';

/** What a day has of each kind. Requests for assets are not told by day. */
export const MEASURES: Record<Measure, { kind: Kind; of(usage: DailyUsage): number }[]> = {
  requests: [
    { kind: 'cda', of: ({ cda_api_calls }) => cda_api_calls },
    { kind: 'cma', of: ({ cma_api_calls }) => cma_api_calls },
  ],
  traffic: [
    { kind: 'cda', of: ({ cda_traffic_bytes }) => cda_traffic_bytes },
    { kind: 'cma', of: ({ cma_traffic_bytes }) => cma_traffic_bytes },
    { kind: 'assets', of: ({ assets_traffic_bytes }) => assets_traffic_bytes },
  ],
};

export function totalOf(usage: DailyUsage, measure: Measure): number {
  return MEASURES[measure].reduce((sum, { of }) => sum + of(usage), 0);
}

/** `2026-11`, of each day that there is. */
export function monthsOf(usages: readonly DailyUsage[]): string[] {
  return [...new Set(usages.map(({ date }) => date.slice(0, 7)))].reverse();
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatAmount(amount: number, measure: Measure): string {
  if (measure === 'requests') return amount.toLocaleString();
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, amount)) / 3));
  return (amount / 1000 ** power).toLocaleString(undefined, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}

export function formatMonth(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString(undefined, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

export function formatDay(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** What a project used on one day. */
export interface DailyUsage {
  siteId: string;
  /** `2026-11-21`, of UTC. */
  day: string;
  cdaRequests: number;
  cmaRequests: number;
  cdaBytes: number;
  cmaBytes: number;
  assetBytes: number;
}

/** Days of UTC: the first that counts, and the first that does not any more. */
export interface Period {
  from: string;
  to: string;
}

/** Ordered by day. Days on which nothing happened are missing. */
export async function listDailyUsages(
  db: Db,
  siteIds: readonly string[],
  { from, to }: Period,
): Promise<DailyUsage[]> {
  const sum = (column: 'requests' | 'bytes', kind: string) =>
    sql`coalesce(sum(${sql.ref(column)}) filter (where kind = ${kind}), 0)::float8`;
  const { rows } = await sql<DailyUsage>`
    select site_id as "siteId", to_char(day, 'YYYY-MM-DD') as day,
      ${sum('requests', 'cda')} as "cdaRequests", ${sum('requests', 'cma')} as "cmaRequests",
      ${sum('bytes', 'cda')} as "cdaBytes", ${sum('bytes', 'cma')} as "cmaBytes",
      ${sum('bytes', 'assets')} as "assetBytes"
    from usage
    where site_id = any(${siteIds}::text[]) and kind in ('cda', 'cma', 'assets') and value = ''
      and day >= ${from}::date and day < ${to}::date
    group by site_id, day order by day, site_id`.execute(db);
  return rows;
}

/** Longer lists tell nobody more. */
const MOST_VALUES = 500;

/** What happened most, first. */
export async function listBreakdown(
  db: Db,
  { siteId, kind, unit }: { siteId: string; kind: string; unit: 'requests' | 'bytes' },
  { from, to }: Period,
): Promise<{ value: string; counter: number }[]> {
  const counter = sql`sum(${sql.ref(unit)})`;
  const { rows } = await sql<{ value: string; counter: number }>`
    select value, ${counter}::float8 as counter from usage
    where site_id = ${siteId} and kind = ${kind} and day >= ${from}::date and day < ${to}::date
    group by value order by ${counter} desc, value limit ${MOST_VALUES}`.execute(db);
  return rows;
}

/** Months from this one: 0 is the present one, -1 the last. */
export function monthOf(now: Date, offset: number): Period {
  return monthFrom(now.getUTCFullYear(), now.getUTCMonth() + offset);
}

/** `month` counts from 0 and may lie outside of the year. */
export function monthFrom(year: number, month: number): Period {
  const first = (count: number) => new Date(Date.UTC(year, month + count, 1)).toISOString().slice(0, 10);
  return { from: first(0), to: first(1) };
}

export function todayOf(now: Date): Period {
  return { from: dayAfter(now, 0), to: dayAfter(now, 1) };
}

export function dayAfter(date: Date, days: number): string {
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

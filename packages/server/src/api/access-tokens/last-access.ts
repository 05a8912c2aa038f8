/** How fresh the last use of a token is. Weeks begin on Monday; days are those of UTC. */
export const LAST_ACCESSES = [
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'never',
] as const;
export type LastAccess = (typeof LAST_ACCESSES)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** The narrowest of the documented periods that the last use lies in; older than last month counts as never. */
export function lastAccess(usedAt: Date | null, now: Date): LastAccess {
  if (usedAt === null) return 'never';
  const today = startOfDay(now);
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS;
  const used = usedAt.getTime();
  if (used >= today) return 'today';
  if (used >= today - DAY_MS) return 'yesterday';
  if (used >= monday) return 'this_week';
  if (used >= monday - 7 * DAY_MS) return 'last_week';
  if (used >= startOfMonth(now, 0)) return 'this_month';
  if (used >= startOfMonth(now, -1)) return 'last_month';
  return 'never';
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
}

function startOfMonth(date: Date, months: number): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

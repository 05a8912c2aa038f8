import type { ErrorReason } from '../refusal.ts';
import type { Schema } from '../schema/schema.ts';

/** What is published at the moment that stands in the record. */
export interface ScheduledPublication {
  id: string;
  itemId: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** Null: the whole record. */
  selection: { locales: readonly string[]; nonLocalized: boolean } | null;
}

/** What is taken off then. */
export interface ScheduledUnpublishing {
  id: string;
  itemId: string;
  at: string;
  /** Null: the whole record. */
  locales: readonly string[] | null;
}

/** A plan is for a moment to come, and names locales that there are. `at`: undefined where it could not be read. */
export function checkSchedule(
  field: 'publication_scheduled_at' | 'unpublishing_scheduled_at',
  { at, locales, now }: { at: string | undefined; locales: readonly string[]; now: string },
  { settings }: Schema,
): ErrorReason[] {
  const reasons: ErrorReason[] = [];
  if (at === undefined) reasons.push({ code: 'INVALID_DATE', details: { field } });
  else if (at <= now) reasons.push(invalid(field));
  const unknown = locales.filter((locale) => !settings.locales.includes(locale));
  if (unknown.length > 0) reasons.push(invalid('content_in_locales', unknown));
  return reasons;
}

function invalid(field: string, locales?: readonly string[]): ErrorReason {
  const details = { field, code: 'VALIDATION_INVALID', ...(locales ? { locales: [...locales] } : {}) };
  return { code: 'INVALID_FIELD', details };
}

import { type ErrorReason, refuseAll } from '../refusal.ts';
import { allFieldsets } from './edit-schema.ts';
import type { EnvironmentFlags } from './environment-flags.ts';
import { invalidField } from './invalid-field.ts';
import { buildSchema, type Schema } from './schema.ts';

/** Language, then script and region where the language needs them: `en`, `de-AT`, `zh-Hans-CN`, `es-419`. */
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;
const MOST_LOCALES = 500;

export interface EnvironmentChange {
  locales?: readonly string[];
  timeZone?: string;
  flags?: Partial<EnvironmentFlags>;
}

/** Changes what decides about the documents of a whole environment. */
export function changeEnvironment(schema: Schema, change: EnvironmentChange): Schema {
  refuseAll([...checkLocales(change.locales), ...checkTimeZone(change.timeZone)]);
  const flags = { ...schema.settings.flags, ...change.flags };
  return buildSchema({
    version: schema.version,
    settings: {
      locales: change.locales ?? schema.settings.locales,
      timeZone: change.timeZone ?? schema.settings.timeZone,
      millisecondsInDatetime: flags.milliseconds_in_datetime,
      flags,
    },
    itemTypes: [...schema.itemTypes.values()],
    fields: [...schema.fields.values()],
    fieldsets: allFieldsets(schema),
    workflows: [...schema.workflows.values()],
  });
}

function checkLocales(locales: readonly string[] | undefined): ErrorReason[] {
  if (!locales) return [];
  const isFine =
    locales.length > 0 &&
    locales.length <= MOST_LOCALES &&
    new Set(locales).size === locales.length &&
    locales.every((locale) => LOCALE.test(locale));
  return isFine ? [] : [invalidField('Site', 'locales', 'VALIDATION_INVALID')];
}

function checkTimeZone(timeZone: string | undefined): ErrorReason[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  return [invalidField('Site', 'timezone', 'VALIDATION_INVALID')];
}

/** An offset such as `+02:00` has no summer time: only names are places. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

import type { Json, JsonObject } from '@recto/content/json';
import type { LocaleScope } from '../delivery-context.ts';

export interface LocaleArguments {
  locale?: string | null;
  fallbackLocales?: readonly string[] | null;
}

/** What a field's own arguments say over the locales in force around it; holds for its whole subtree. */
export function narrowScope(scope: LocaleScope, { locale, fallbackLocales }: LocaleArguments): LocaleScope {
  if (!locale && !fallbackLocales) return scope;
  return {
    locale: locale ?? scope.locale,
    fallbackLocales: fallbackLocales ?? scope.fallbackLocales,
  };
}

/** The value in the locale asked for, or in the first fallback that has one. */
export function localizedValue(byLocale: Json | undefined, scope: LocaleScope): Json {
  return ((byLocale ?? {}) as JsonObject)[shownLocale(byLocale, scope)] ?? null;
}

/** The locale that a value is shown in. */
export function shownLocale(byLocale: Json | undefined, { locale, fallbackLocales }: LocaleScope): string {
  const values = (byLocale ?? {}) as JsonObject;
  if (!isMissing(values[locale] ?? null)) return locale;
  return fallbackLocales.find((fallback) => !isMissing(values[fallback] ?? null)) ?? locale;
}

/** What makes a reader turn to the next locale. Coarser than a field type's own idea of blank. */
function isMissing(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

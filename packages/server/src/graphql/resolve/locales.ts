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
export function localizedValue(byLocale: Json | undefined, { locale, fallbackLocales }: LocaleScope): Json {
  const values = (byLocale ?? {}) as JsonObject;
  const value = values[locale] ?? null;
  if (!isMissing(value)) return value;
  for (const fallback of fallbackLocales) {
    const other = values[fallback] ?? null;
    if (!isMissing(other)) return other;
  }
  return value;
}

/** What makes a reader turn to the next locale. Coarser than a field type's own idea of blank. */
function isMissing(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

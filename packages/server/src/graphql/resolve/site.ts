import { isJsonObject, type Json, type JsonObject } from '@recto/content/json';
import type { DeliveryContext, LocaleScope, UploadSource } from '../delivery-context.ts';
import { defaultAsset } from './asset.ts';
import { type LocaleArguments, localizedValue, narrowScope } from './locales.ts';
import { rootScope } from './records.ts';

/** The project itself; what it says is in the settings of the environment. */
export interface SiteSource {
  scope: LocaleScope;
}

export interface GlobalSeoSource {
  value: JsonObject;
  scope: LocaleScope;
}

export function findSite(_root: unknown, args: LocaleArguments, context: DeliveryContext): SiteSource {
  return { scope: rootScope(args, context) };
}

export function siteFavicon({ scope }: SiteSource, context: DeliveryContext): Promise<UploadSource | null> {
  return defaultAsset(setting('favicon', context), scope, context);
}

export function isSiteHidden(_site: SiteSource, context: DeliveryContext): boolean {
  return setting('no_index', context) === true;
}

/** Preferences are kept by locale, except in projects that have only one. */
export function globalSeo(
  site: SiteSource,
  args: LocaleArguments,
  context: DeliveryContext,
): GlobalSeoSource | null {
  const scope = narrowScope(site.scope, args);
  const stored = setting('global_seo', context);
  if (!isJsonObject(stored)) return null;
  const isByLocale = context.schema.settings.locales.some((locale) => locale in stored);
  const value = isByLocale ? localizedValue(stored as JsonObject, scope) : (stored as JsonObject);
  return isJsonObject(value) ? { value: value as JsonObject, scope } : null;
}

function setting(key: string, { environment }: DeliveryContext): Json {
  return (environment.settings[key] ?? null) as Json;
}

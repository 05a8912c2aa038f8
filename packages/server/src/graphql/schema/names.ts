import { camelize, pluralize } from 'inflected';

/** `blog_post` → `BlogPost`: the stem of every type name of a model. */
export function typeStem(apiKey: string): string {
  return camelize(apiKey);
}

/** `hero_title` → `heroTitle`: fields, and the root field that finds one record. */
export function fieldName(apiKey: string): string {
  return camelize(apiKey, false);
}

/** `person` → `People`. English by the rules of ActiveSupport, so that collections are called what existing
 *  queries call them. */
export function pluralStem(apiKey: string): string {
  return pluralize(typeStem(apiKey));
}

/** `it-IT` → `it_IT`: an enum value cannot hold a hyphen. */
export function localeName(locale: string): string {
  return locale.replaceAll('-', '_');
}

/** Names compare as the published schemas do, by character code: `_` stands before every small letter. */
export function compareNames(a: { name: string }, b: { name: string }): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

/** The same object with its keys in the order of their names. */
export function sortedByName<Value>(entries: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

import { camelize, type Inflections, inflections, pluralize } from 'inflected';

// The library looks words up in an object and finds what every object has. A model may be called that.
inflections((rules: Inflections) => rules.acronym('Constructor'));

/** `blog_post` → `BlogPost`: the stem of every type name of a model. */
export const typeStem = remembered((apiKey) => camelize(apiKey));

/** `hero_title` → `heroTitle`: fields, and the root field that finds one record. */
export const fieldName = remembered((apiKey) => camelize(apiKey, false));

/** `person` → `People`. English by the rules of ActiveSupport, so that collections are called what existing
 *  queries call them. */
export const pluralStem = remembered((apiKey) => pluralize(camelize(apiKey)));

/** The object type of a model's records, or of a block model's blocks. */
export function recordTypeName({ apiKey }: { apiKey: string }): string {
  return `${typeStem(apiKey)}Record`;
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

/** API keys whose names are kept: a few large projects. Making a name takes some regular expressions. */
const KEPT_NAMES = 20_000;

function remembered(make: (apiKey: string) => string): (apiKey: string) => string {
  const names = new Map<string, string>();
  return (apiKey) => {
    const known = names.get(apiKey);
    if (known !== undefined) return known;
    if (names.size >= KEPT_NAMES) names.clear();
    const name = make(apiKey);
    names.set(apiKey, name);
    return name;
  };
}

import type { Field, Model } from './models.ts';
import type { Entity, World } from './world.ts';

/** Whose values are read, and how. */
export interface Place {
  world: World;
  /** The records that this mode shows. */
  records: Entity[];
  locale: string;
  fallbackLocales: string[];
}

/** In the locale asked for, or in the first fallback that says something. */
export function readValue(record: Entity, { apiKey, localized }: Field, place: Place): unknown {
  const value = record.attributes[apiKey] ?? null;
  if (!localized || value === null) return value;
  const byLocale = value as Record<string, unknown>;
  const isMissing = (each: unknown) =>
    each === null || each === undefined || each === '' || (Array.isArray(each) && each.length === 0);
  const shown = [place.locale, ...place.fallbackLocales].find((locale) => !isMissing(byLocale[locale]));
  return byLocale[shown ?? place.locale] ?? null;
}

export function localesOf(record: Entity, model: Model): string[] {
  const field = model.fields.find(({ localized }) => localized);
  const value = field ? (record.attributes[field.apiKey] as Record<string, unknown>) : {};
  return ['en', 'it', 'de-AT'].filter((locale) => locale in value);
}

export function fieldOf(model: Model, name: string): Field {
  const field = model.fields.find(({ apiKey }) => camel(apiKey) === name);
  if (!field) throw new Error(`${model.apiKey} has no field ${name}.`);
  return field;
}

export function modelIdOf(record: Entity): string {
  return record.relationships.item_type.data.id;
}

export function camel(apiKey: string): string {
  return apiKey.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

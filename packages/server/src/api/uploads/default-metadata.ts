import type { JsonObject } from '@recto/content/json';

/** What a record shows for an asset where it says nothing itself. */
export type LocaleMetadata = {
  alt: string | null;
  title: string | null;
  custom_data: JsonObject;
  focal_point: { x: number; y: number } | null;
  /** Seconds into a video. */
  poster_time: number | null;
};

const NOTHING: LocaleMetadata = {
  alt: null,
  title: null,
  custom_data: {},
  focal_point: null,
  poster_time: null,
};

export type MetadataPatch = Record<string, Partial<LocaleMetadata>>;

/** What environments with non-localized focal points send and get. */
export interface ByAttribute {
  alt?: Record<string, string | null>;
  title?: Record<string, string | null>;
  custom_data?: Record<string, JsonObject>;
  focal_point?: LocaleMetadata['focal_point'];
  poster_time?: number | null;
}

/** Whichever of the two documented forms came in → by locale. */
export function readMetadataPatch(
  input: ByAttribute | MetadataPatch,
  locales: readonly string[],
): MetadataPatch {
  if (!isByAttribute(input)) return input;
  const patch: MetadataPatch = {};
  for (const name of ['alt', 'title', 'custom_data'] as const) {
    for (const [locale, value] of Object.entries(input[name] ?? {})) {
      patch[locale] = { ...patch[locale], [name]: value };
    }
  }
  for (const name of ['focal_point', 'poster_time'] as const) {
    if (input[name] === undefined) continue;
    for (const locale of locales) patch[locale] = { ...patch[locale], [name]: input[name] };
  }
  return patch;
}

const ATTRIBUTES = new Set(Object.keys(NOTHING));

/** No locale is called like one of the attributes. */
function isByAttribute(input: object): input is ByAttribute {
  return Object.keys(input).some((key) => ATTRIBUTES.has(key));
}

/** What the patch does not mention stays as it is. */
export function patchMetadata(
  stored: Record<string, LocaleMetadata>,
  patch: MetadataPatch,
): Record<string, LocaleMetadata> {
  const changed = { ...stored };
  for (const [locale, values] of Object.entries(patch)) {
    changed[locale] = { ...NOTHING, ...stored[locale], ...values };
  }
  return changed;
}

/** Every locale of the environment, and no other. */
export function presentMetadata(
  stored: Record<string, Partial<LocaleMetadata>>,
  locales: readonly string[],
  isByLocale: boolean,
): JsonObject {
  const complete = Object.fromEntries(locales.map((locale) => [locale, completeMetadata(stored[locale])]));
  if (isByLocale) return complete;
  const collect = (name: 'alt' | 'title' | 'custom_data') =>
    Object.fromEntries(locales.map((locale) => [locale, complete[locale]?.[name] ?? null]));
  const main = completeMetadata(stored[locales[0] ?? '']);
  return {
    alt: collect('alt'),
    title: collect('title'),
    custom_data: collect('custom_data'),
    focal_point: main.focal_point,
    poster_time: main.poster_time,
  };
}

/** In the documented order of keys; the database keeps them in an order of its own. */
function completeMetadata(stored: Partial<LocaleMetadata> | undefined): LocaleMetadata {
  const { alt, title, custom_data, focal_point, poster_time } = { ...NOTHING, ...stored };
  return { alt, title, custom_data, focal_point, poster_time };
}

import type { Json } from '@recto/content/json';
import type { DeliveryContext, LocaleScope, Upload, UploadSource } from '../delivery-context.ts';
import { type Maybe, whenAllThere, whenThere } from '../when-there.ts';
import { fieldPath } from './content-link.ts';
import { fieldEditingUrl } from './editing-url.ts';
import { encodeLink } from './encode-link.ts';
import { imgixQuery } from './imgix-query.ts';
import { type LocaleArguments, narrowScope } from './locales.ts';
import type { ValuePlace } from './value-place.ts';

type Metadata = Upload['defaultFieldMetadata'][string];

/** An asset as a record's field holds it: `{ upload_id, alt, title, custom_data, focal_point }`. */
export function findAsset(
  value: NonNullable<Json>,
  { scope, context }: Pick<ValuePlace, 'scope' | 'context'>,
): Maybe<UploadSource | null> {
  const { upload_id, ...override } = value as { upload_id: string };
  return whenThere(context.loadUpload(upload_id), (upload) =>
    upload ? { upload, override: override as Metadata, scope } : null,
  );
}

export function readAsset(value: NonNullable<Json>, place: ValuePlace): Maybe<UploadSource | null> {
  return whenThere(findAsset(value, place), (source) => source && withPlace(source, place));
}

export function readAssets(value: NonNullable<Json>, place: ValuePlace): Maybe<UploadSource[]> {
  const entries = value as NonNullable<Json>[];
  return whenThere(whenAllThere(entries.map((entry) => findAsset(entry, place))), (sources) =>
    sources.flatMap((source, index) => (source ? withPlace(source, place, index) : [])),
  );
}

function withPlace(source: UploadSource, place: ValuePlace, index?: number): UploadSource {
  const { record, context } = place;
  if (!context.contentLink) return source;
  const path = index === undefined ? fieldPath(place) : `${fieldPath(place)}.${index}`;
  return { ...source, editedAt: fieldEditingUrl(record, path, context) };
}

/** An upload without a field's own texts (SEO image, favicon), by id. */
export async function defaultAsset(
  id: Json,
  scope: LocaleScope,
  context: DeliveryContext,
): Promise<UploadSource | null> {
  const upload = typeof id === 'string' ? await context.loadUpload(id) : undefined;
  return upload ? { upload, override: null, scope } : null;
}

export function assetUrl(
  { upload }: UploadSource,
  { imgixParams }: { imgixParams?: Readonly<Record<string, unknown>> | null },
  context: DeliveryContext,
): string {
  return context.assetsUrl + upload.path + imgixQuery(imgixParams);
}

/** The field's own text, else the upload's default in the locale or the first fallback that has one. */
export function assetText(
  key: 'alt' | 'title',
): (source: UploadSource, args: LocaleArguments) => string | null {
  return (source, args) => source.override?.[key] || defaultMetadata(source, key, args);
}

/** `alt`, with the place where it is edited for callers that ask. */
export function assetAlt(source: UploadSource, args: LocaleArguments): string | null {
  const alt = assetText('alt')(source, args);
  return alt && source.editedAt ? encodeLink(alt, source.editedAt) : alt;
}

export function assetCustomData(source: UploadSource, args: LocaleArguments): object {
  const defaults = defaultMetadata(source, 'custom_data', args) ?? {};
  return { ...defaults, ...source.override?.custom_data };
}

export function assetFocalPoint(source: UploadSource, args: LocaleArguments): object | null {
  const given = source.override?.focal_point ?? defaultMetadata(source, 'focal_point', args);
  if (given || !source.upload.isImage) return given ?? null;
  return CENTER;
}

const CENTER = { x: 0.5, y: 0.5 };

function defaultMetadata<Key extends keyof Metadata>(
  { upload, scope }: UploadSource,
  key: Key,
  args: LocaleArguments,
): Metadata[Key] | null {
  const { locale, fallbackLocales } = narrowScope(scope, args);
  for (const candidate of [locale, ...fallbackLocales]) {
    const value = upload.defaultFieldMetadata[candidate]?.[key];
    if (value && !isEmptyObject(value)) return value;
  }
  return null;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

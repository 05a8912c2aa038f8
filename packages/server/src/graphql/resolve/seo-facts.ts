import { isJsonObject, type Json, type JsonObject } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { DeliveryContext, LocaleScope, RecordSource, UploadSource } from '../delivery-context.ts';
import { defaultAsset, findAsset } from './asset.ts';
import { localizedValue } from './locales.ts';
import { globalSeo, isSiteHidden } from './site.ts';

/** What is known about a page to search engines and social networks. */
export interface SeoFacts {
  title: string | null;
  description: string | null;
  image: UploadSource | null;
  isHidden: boolean;
  twitterCard: string | null;
  titleSuffix: string | null;
  siteName: string | null;
  twitterAccount: string | null;
  facebookPageUrl: string | null;
}

/** Said by the SEO field of the record; else guessed from its other fields; else said for the whole project. */
export async function gatherSeoFacts(
  record: RecordSource,
  scope: LocaleScope,
  context: DeliveryContext,
): Promise<SeoFacts> {
  const site = { scope };
  const preferences = globalSeo(site, {}, context)?.value ?? {};
  const fallback = isJsonObject(preferences.fallback_seo) ? (preferences.fallback_seo as JsonObject) : {};
  const own = ownSeo(record, scope, context);
  const image = await findImage(record, own, fallback, scope, context);
  return {
    title:
      text(own.title) ?? textOf(titleField(record, context), record, scope, context) ?? text(fallback.title),
    description: text(own.description) ?? excerpt(record, scope, context) ?? text(fallback.description),
    image,
    isHidden: own.no_index === true || isSiteHidden(site, context),
    twitterCard: text(own.twitter_card) ?? text(fallback.twitter_card),
    titleSuffix: text(preferences.title_suffix),
    siteName: text(preferences.site_name),
    twitterAccount: text(preferences.twitter_account),
    facebookPageUrl: text(preferences.facebook_page_url),
  };
}

function ownSeo(record: RecordSource, scope: LocaleScope, context: DeliveryContext): JsonObject {
  const field = context.schema.fieldsOf(record.itemType.id).find(({ fieldType }) => {
    const { output } = context.registry.types[fieldType].delivery;
    return output.kind === 'object' && output.type === 'SeoField';
  });
  const value = field ? fieldValue(field, record, scope) : null;
  return isJsonObject(value) ? (value as JsonObject) : {};
}

/** The one that editors chose, else the first heading, else the first single line. */
function titleField({ itemType }: RecordSource, { schema }: DeliveryContext): Field | undefined {
  const lines = schema.fieldsOf(itemType.id).filter(({ appearance }) => appearance.editor === 'single_line');
  return (
    schema.fields.get(itemType.titleFieldId ?? '') ??
    lines.find(({ appearance }) => appearance.parameters.heading === true) ??
    lines[0]
  );
}

const LONGEST_EXCERPT = 200;
/** Characters looked at, with their markup. */
const EXCERPT_SOURCE = 2_000;

function excerpt(record: RecordSource, scope: LocaleScope, context: DeliveryContext): string | null {
  const field = context.schema.fields.get(record.itemType.excerptFieldId ?? '');
  const source = textOf(field, record, scope, context)?.slice(0, EXCERPT_SOURCE);
  const plain = source
    ?.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!plain) return null;
  return plain.length > LONGEST_EXCERPT ? `${plain.slice(0, LONGEST_EXCERPT)}...` : plain;
}

async function findImage(
  record: RecordSource,
  own: JsonObject,
  fallback: JsonObject,
  scope: LocaleScope,
  context: DeliveryContext,
): Promise<UploadSource | null> {
  const chosen = await defaultAsset(own.image ?? null, scope, context);
  if (chosen) return chosen;
  const field = imageField(record, context);
  const value = field ? fieldValue(field, record, scope) : null;
  const guessed = value === null ? null : await findAsset(value, { scope, context });
  return guessed?.upload.isImage ? guessed : defaultAsset(fallback.image ?? null, scope, context);
}

/** The one that editors chose, else the first that only takes images. */
function imageField({ itemType }: RecordSource, { schema, registry }: DeliveryContext): Field | undefined {
  const singles = schema.fieldsOf(itemType.id).filter(({ fieldType }) => {
    const { output } = registry.types[fieldType].delivery;
    return output.kind === 'asset' && !output.list;
  });
  const isOnlyForImages = ({ validators }: Field) =>
    ['image', 'transformable_image'].includes(String(validators.extension?.predefined_list));
  return singles.find(({ id }) => id === itemType.imagePreviewFieldId) ?? singles.find(isOnlyForImages);
}

function textOf(
  field: Field | undefined,
  record: RecordSource,
  scope: LocaleScope,
  { registry }: DeliveryContext,
): string | null {
  const value = field ? fieldValue(field, record, scope) : null;
  if (!field || value === null) return null;
  return text(registry.types[field.fieldType].text?.(value) ?? null);
}

function fieldValue(field: Field, { values }: RecordSource, scope: LocaleScope): Json {
  return field.localized ? localizedValue(values[field.id], scope) : (values[field.id] ?? null);
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

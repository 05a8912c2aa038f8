import type { DeliveryContext, RecordSource } from '../delivery-context.ts';
import { assetText, assetUrl } from './asset.ts';
import { type LocaleArguments, narrowScope } from './locales.ts';
import { gatherSeoFacts, type SeoFacts } from './seo-facts.ts';

export interface TagSource {
  tag: string;
  attributes: Readonly<Record<string, string>> | null;
  content: string | null;
}

/** A title in the list of a search engine is cut behind this. */
const LONGEST_TITLE = 60;
const CARD_IMAGE = { auto: ['format'], fit: 'max', w: 1000 };

/** The tags of a page's head that tell others what the record is about. */
export async function seoMetaTags(
  record: RecordSource,
  args: LocaleArguments,
  context: DeliveryContext,
): Promise<TagSource[]> {
  const scope = narrowScope(record.scope, args);
  const facts = await gatherSeoFacts(record, scope, context);
  const kind = record.itemType.singleton ? 'website' : 'article';
  return [
    ...titleTags(facts),
    ...descriptionTags(facts),
    ...(facts.isHidden ? [meta('name', 'robots', 'noindex')] : []),
    ...imageTags(facts, context),
    meta('property', 'og:locale', scope.locale.replaceAll('-', '_')),
    meta('property', 'og:type', kind),
    ...optional('property', 'og:site_name', facts.siteName),
    meta('property', 'article:modified_time', `${record.item.updatedAt.slice(0, 19)}Z`),
    ...optional('property', 'article:publisher', facts.facebookPageUrl),
    meta('name', 'twitter:card', facts.twitterCard ?? 'summary'),
    ...optional('name', 'twitter:site', facts.twitterAccount),
  ];
}

/** The project's suffix goes to the title alone, and only where it fits: cards name the site elsewhere. */
function titleTags({ title, titleSuffix }: SeoFacts): TagSource[] {
  if (!title) return [];
  const suffixed = title + (titleSuffix ?? '');
  return [
    { tag: 'title', attributes: null, content: suffixed.length <= LONGEST_TITLE ? suffixed : title },
    meta('property', 'og:title', title),
    meta('name', 'twitter:title', title),
  ];
}

function descriptionTags({ description }: SeoFacts): TagSource[] {
  if (!description) return [];
  return [
    meta('name', 'description', description),
    meta('property', 'og:description', description),
    meta('name', 'twitter:description', description),
  ];
}

function imageTags({ image }: SeoFacts, context: DeliveryContext): TagSource[] {
  if (!image) return [];
  const url = assetUrl(image, { imgixParams: CARD_IMAGE }, context);
  const alt = assetText('alt')(image, {});
  const { width, height } = image.upload;
  return [
    meta('property', 'og:image', url),
    ...optional('property', 'og:image:width', width && String(width)),
    ...optional('property', 'og:image:height', height && String(height)),
    ...optional('property', 'og:image:alt', alt),
    meta('name', 'twitter:image', url),
    ...optional('name', 'twitter:image:alt', alt),
  ];
}

function optional(key: 'name' | 'property', name: string, content: string | 0 | null): TagSource[] {
  return content ? [meta(key, name, content)] : [];
}

function meta(key: 'name' | 'property', name: string, content: string): TagSource {
  return { tag: 'meta', attributes: { [key]: name, content }, content: null };
}

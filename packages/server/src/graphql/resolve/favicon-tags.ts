import type { DeliveryContext, UploadSource } from '../delivery-context.ts';
import { assetUrl } from './asset.ts';
import type { TagSource } from './seo-meta-tags.ts';
import { globalSeo, type SiteSource, siteFavicon } from './site.ts';

type Variant = 'icon' | 'appleTouchIcon' | 'msApplication';

const ICON_SIZES = [16, 32, 96, 192];
const APPLE_SIZES = [57, 60, 72, 76, 114, 120, 144, 152, 180];
/** Width and height of the tiles, and what their names begin with. */
const TILES = [
  { shape: 'square', width: 70, height: 70 },
  { shape: 'square', width: 150, height: 150 },
  { shape: 'square', width: 310, height: 310 },
  { shape: 'wide', width: 310, height: 150 },
];

/** The tags with which browsers and home screens find the project's icon; none without one. */
export async function faviconTags(
  site: SiteSource,
  { variants }: { variants?: readonly (Variant | null)[] | null },
  context: DeliveryContext,
): Promise<TagSource[]> {
  const favicon = await siteFavicon(site, context);
  if (!favicon) return [];
  const makers: Record<Variant, () => TagSource[]> = {
    icon: () => iconTags(favicon, context),
    appleTouchIcon: () => appleTags(favicon, context),
    msApplication: () => [...nameTags(site, context), ...tileTags(favicon, context)],
  };
  return (variants ?? ['icon']).flatMap((variant) => (variant ? makers[variant]() : []));
}

function iconTags(favicon: UploadSource, context: DeliveryContext): TagSource[] {
  const type = favicon.upload.mimeType ?? 'image/png';
  return ICON_SIZES.map((size) =>
    link({ sizes: `${size}x${size}`, type, rel: 'icon', href: sized(favicon, size, size, context) }),
  );
}

function appleTags(favicon: UploadSource, context: DeliveryContext): TagSource[] {
  return APPLE_SIZES.map((size) =>
    link({ sizes: `${size}x${size}`, rel: 'apple-touch-icon', href: sized(favicon, size, size, context) }),
  );
}

function tileTags(favicon: UploadSource, context: DeliveryContext): TagSource[] {
  return TILES.map(({ shape, width, height }) =>
    meta(`msapplication-${shape}${width}x${height}logo`, sized(favicon, width, height, context)),
  );
}

function nameTags(site: SiteSource, context: DeliveryContext): TagSource[] {
  const name = globalSeo(site, {}, context)?.value.site_name;
  return typeof name === 'string' && name !== '' ? [meta('application-name', name)] : [];
}

function sized(favicon: UploadSource, w: number, h: number, context: DeliveryContext): string {
  return assetUrl(favicon, { imgixParams: { w, h } }, context);
}

function link(attributes: Record<string, string>): TagSource {
  return { tag: 'link', attributes, content: null };
}

function meta(name: string, content: string): TagSource {
  return { tag: 'meta', attributes: { name, content }, content: null };
}

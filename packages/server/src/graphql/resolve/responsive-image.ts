import type { DeliveryContext, UploadSource } from '../delivery-context.ts';
import { assetAlt, assetFocalPoint, assetText } from './asset.ts';
import { placeholderOf } from './blur-up.ts';
import { writeHex } from './color.ts';
import { imgixQuery } from './imgix-query.ts';
import type { LocaleArguments } from './locales.ts';
import { type ImageSize, type SizeParams, transformedSize } from './transformed-size.ts';

type ImgixParams = SizeParams & Readonly<Record<string, unknown>>;

interface ResponsiveImageArguments extends LocaleArguments {
  imgixParams?: ImgixParams | null;
  sizes?: string | null;
}

const MULTIPLIERS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** What an `<img>` needs to load no more than it shows. Null for what cannot be transformed. */
export function responsiveImage(
  source: UploadSource,
  args: ResponsiveImageArguments,
  context: DeliveryContext,
): object | null {
  const original = transformableSize(source);
  if (!original) return null;
  const params = withFocalPoint(args.imgixParams ?? {}, source, args);
  const { width, height } = transformedSize(original, params);
  const url = context.assetsUrl + source.upload.path;
  const { blurhash, colors } = source.upload;
  const [mainColor] = colors;
  return {
    src: url + imgixQuery(params),
    // Made when asked for: few ask for all of them.
    get srcSet() {
      return srcSet(url, params, width, original);
    },
    get webpSrcSet() {
      return srcSet(url, { ...params, fm: 'webp' }, width, original);
    },
    sizes: args.sizes ?? `(max-width: ${width}px) 100vw, ${width}px`,
    width,
    height,
    aspectRatio: width / height,
    alt: assetAlt(source, args),
    title: assetText('title')(source, args),
    bgColor: mainColor ? writeHex(mainColor, false) : null,
    // A method, because drawing it costs something and few ask for it.
    base64: () => blurhash && placeholderOf(blurhash, { width, height }),
  };
}

/** Vector images are not redrawn. */
function transformableSize({ upload }: UploadSource): ImageSize | null {
  if (!upload.isImage || upload.format === 'svg' || !upload.width || !upload.height) return null;
  return { width: upload.width, height: upload.height };
}

/** A crop that does not say around what is made around the point that editors chose. */
function withFocalPoint(params: ImgixParams, source: UploadSource, args: LocaleArguments): ImgixParams {
  if (params.fit !== 'crop' || params.crop) return params;
  const { x, y } = assetFocalPoint(source, args) as { x: number; y: number };
  return { ...params, crop: ['focalpoint'], fpX: x, fpY: y };
}

/** Never asks for more pixels than the original has, except at the size asked for. */
function srcSet(url: string, params: ImgixParams, width: number, original: ImageSize): string {
  return MULTIPLIERS.filter((multiplier) => multiplier <= 1 || width * multiplier <= original.width)
    .map((dpr) => {
      const query = imgixQuery(dpr === 1 ? params : { ...params, dpr });
      return `${url}${query} ${Math.floor(width * dpr)}w`;
    })
    .join(',');
}

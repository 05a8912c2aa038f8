import { clampStyle, drawPlaceholder, type PlaceholderStyle } from '#assets/draw-placeholder.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import type { UploadSource } from '../delivery-context.ts';
import { type ImageSize, type SizeParams, transformedSize } from './transformed-size.ts';

/** What the arguments of the field are when none is given. */
const DEFAULT_STYLE: PlaceholderStyle = { punch: 1, size: 24, quality: 70 };

/** Drawn ones, most of them of half a kilobyte: the pictures of a page are asked for again and again. */
const drawn = createBoundedCache<Promise<string>>(10_000);

/** A blurred picture to show until the real one has come. Null for what has no pixels. */
export function blurUpThumb(
  { upload }: UploadSource,
  args: PlaceholderStyle & { imgixParams?: SizeParams | null },
): Promise<string> | null {
  const { width, height, blurhash } = upload;
  if (!blurhash || !width || !height) return null;
  return placeholderOf(blurhash, transformedSize({ width, height }, args.imgixParams ?? {}), args);
}

/** Of an image that is shown in this size. */
export function placeholderOf(
  blurhash: string,
  shape: ImageSize,
  asked: PlaceholderStyle = DEFAULT_STYLE,
): Promise<string> {
  const style = clampStyle(asked);
  const { punch, size, quality } = style;
  const key = `${blurhash} ${shape.width}x${shape.height} ${punch} ${size} ${quality}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = drawPlaceholder(blurhash, shape, style);
  drawn.set(key, made);
  // What failed is tried again.
  made.catch(() => drawn.delete(key));
  return made;
}

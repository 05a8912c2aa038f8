export interface ImageSize {
  width: number;
  height: number;
}

/** The rendering parameters that decide how big the result is. */
export interface SizeParams {
  w?: number | null;
  h?: number | null;
  minW?: number | null;
  minH?: number | null;
  maxW?: number | null;
  maxH?: number | null;
  /** `16:9` */
  ar?: string | null;
  /** `x,y,w,h` in pixels of the original. */
  rect?: string | null;
  fit?: string | null;
  crop?: readonly string[] | null;
}

/** Fits that fill the box asked for, whatever the shape of the original. */
const BOX_FITS = new Set(['crop', 'fill', 'scale', 'clamp', 'facearea']);
/** Fits that never enlarge. */
const SHRINKING_FITS = new Set(['max', 'min', 'fillmax']);

/** The size of an image after the transformation, in whole pixels. Trimming, padding and rotation are not
 *  counted: only the pixels tell. */
export function transformedSize(original: ImageSize, params: SizeParams): ImageSize {
  const source = cutOut(original, params.rect);
  const box = boxOf(source, params);
  const size = fitInto(source, box, params.fit ?? 'clip');
  // Without a crop, limits of one side would distort the image: they are not looked at.
  const { minW, maxW, minH, maxH } = params.fit === 'crop' ? params : ({} as SizeParams);
  return {
    width: atLeastOne(clamp(size.width, minW, maxW)),
    height: atLeastOne(clamp(size.height, minH, maxH)),
  };
}

function cutOut(original: ImageSize, rect: string | null | undefined): ImageSize {
  const [left, top, width, height] = (rect ?? '').split(',').map(Number);
  if (left === undefined || top === undefined || !width || !height) return original;
  return {
    width: Math.min(width, original.width - left) || original.width,
    height: Math.min(height, original.height - top) || original.height,
  };
}

/** A side not asked for is undefined. Up to 1, a length is a share of the original. */
function boxOf(source: ImageSize, { w, h, ar, fit }: SizeParams): Partial<ImageSize> {
  const width = inPixels(w, source.width);
  const height = inPixels(h, source.height);
  const ratio = fit === 'crop' ? readRatio(ar) : undefined;
  if (ratio === undefined || (width && height)) return definedSides(width, height);
  if (width) return { width, height: width / ratio };
  if (height) return { width: height * ratio, height };
  return source.width / source.height > ratio
    ? { width: source.height * ratio, height: source.height }
    : { width: source.width, height: source.width / ratio };
}

function definedSides(width: number | undefined, height: number | undefined): Partial<ImageSize> {
  return { ...(width && { width }), ...(height && { height }) };
}

function fitInto(source: ImageSize, box: Partial<ImageSize>, fit: string): ImageSize {
  const scales = [
    ...(box.width ? [box.width / source.width] : []),
    ...(box.height ? [box.height / source.height] : []),
  ];
  if (scales.length === 0) return source;
  if (scales.length === 2 && BOX_FITS.has(fit)) return box as ImageSize;
  if (scales.length === 2 && fit === 'min') return shrinkBox(source, box as ImageSize);
  const scale = Math.min(...scales, ...(SHRINKING_FITS.has(fit) ? [1] : []));
  return { width: source.width * scale, height: source.height * scale };
}

/** The box in its shape, made small enough for the original to cover it. */
function shrinkBox(source: ImageSize, box: ImageSize): ImageSize {
  const scale = Math.min(1, source.width / box.width, source.height / box.height);
  return { width: box.width * scale, height: box.height * scale };
}

function inPixels(length: number | null | undefined, whole: number): number | undefined {
  if (!length || length < 0) return undefined;
  return length <= 1 ? length * whole : length;
}

function readRatio(ratio: string | null | undefined): number | undefined {
  const [width, height = 1] = (ratio ?? '').split(':').map(Number);
  return width && height && width > 0 && height > 0 ? width / height : undefined;
}

function clamp(length: number, least: number | null | undefined, most: number | null | undefined): number {
  return Math.max(least ?? 0, Math.min(most ?? Number.POSITIVE_INFINITY, length));
}

function atLeastOne(length: number): number {
  return Math.max(1, Math.round(length));
}

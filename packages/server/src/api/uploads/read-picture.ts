import { encode as encodeBlurhash } from 'blurhash';
import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { FileFacts } from './upload.ts';

/** What the pixels of an image tell. */
export type PictureFacts = Pick<FileFacts, 'blurhash' | 'thumbhash' | 'colors'>;

/** Of an image whose pixels cannot be had. */
export const NO_PICTURE: PictureFacts = { blurhash: null, thumbhash: null, colors: [] };

/** Thumbhash takes no more, and neither placeholder shows more. */
const THUMBNAIL_SIDE = 100;
const MOST_COLORS = 6;
/** Below this (of 255) nobody sees a color. */
const LEAST_ALPHA = 16;

interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Its two placeholders and its dominant colors, the most frequent one first. */
export async function readPicture(image: Sharp): Promise<PictureFacts> {
  const pixels = await rawPixels(image.clone().autoOrient().resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, INSIDE));
  const { data, width, height } = pixels;
  const [across, down] = width >= height ? [4, 3] : [3, 4];
  return {
    blurhash: encodeBlurhash(new Uint8ClampedArray(data), width, height, across, down),
    thumbhash: Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64'),
    colors: await dominantColors(pixels),
  };
}

const INSIDE = { fit: 'inside', withoutEnlargement: true } as const;

async function rawPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Finding a small palette for a picture is what the encoder of PNG does. */
async function dominantColors({ data, width, height }: Pixels): Promise<FileFacts['colors']> {
  const raw = { width, height, channels: 4 } as const;
  const reduced = await sharp(data, { raw })
    .png({ palette: true, colours: MOST_COLORS, dither: 0 })
    .toBuffer();
  const { data: quantized } = await rawPixels(sharp(reduced));
  const counts = new Map<number, number>();
  for (let at = 0; at < quantized.length; at += 4) {
    const color = quantized.readUInt32BE(at);
    if ((color & 0xff) >= LEAST_ALPHA) counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const byFrequency = [...counts].sort(([, one], [, other]) => other - one);
  return byFrequency.slice(0, MOST_COLORS).map(([color]) => ({
    red: color >>> 24,
    green: (color >>> 16) & 0xff,
    blue: (color >>> 8) & 0xff,
    alpha: color & 0xff,
  }));
}

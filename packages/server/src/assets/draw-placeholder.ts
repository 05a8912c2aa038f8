import { decode as decodeBlurhash } from 'blurhash';
import sharp from 'sharp';

export interface PlaceholderStyle {
  /** Contrast: 1 is the picture's own. */
  punch: number;
  /** Pixels of the longer side. */
  size: number;
  /** Of the JPEG, in percent. */
  quality: number;
}

/** More would be a picture, not a placeholder, and is somebody else's processor time. */
const LONGEST_SIDE = 100;

/** A blurhash as a small JPEG in the shape of its picture: a `data:` URL. */
export async function drawPlaceholder(
  blurhash: string,
  shape: { width: number; height: number },
  style: PlaceholderStyle,
): Promise<string> {
  const scale = within(style.size, 1, LONGEST_SIDE) / Math.max(shape.width, shape.height);
  const width = within(Math.round(shape.width * scale), 1, LONGEST_SIDE);
  const height = within(Math.round(shape.height * scale), 1, LONGEST_SIDE);
  const pixels = decodeBlurhash(blurhash, width, height, within(style.punch, 0, 10));
  const raw = { width, height, channels: 4 } as const;
  const quality = Math.round(within(style.quality, 1, 100));
  const jpeg = await sharp(pixels, { raw }).removeAlpha().jpeg({ quality }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

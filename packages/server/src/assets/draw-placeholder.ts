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

/** What is asked for, within what is drawn. */
export function clampStyle({ punch, size, quality }: PlaceholderStyle): PlaceholderStyle {
  return {
    punch: within(punch, 0, 10),
    size: within(size, 1, LONGEST_SIDE),
    quality: Math.round(within(quality, 1, 100)),
  };
}

/** A blurhash as a small JPEG in the shape of its picture: a `data:` URL. `style` is clamped. */
export async function drawPlaceholder(
  blurhash: string,
  shape: { width: number; height: number },
  style: PlaceholderStyle,
): Promise<string> {
  const scale = style.size / Math.max(shape.width, shape.height);
  const width = within(Math.round(shape.width * scale), 1, LONGEST_SIDE);
  const height = within(Math.round(shape.height * scale), 1, LONGEST_SIDE);
  const pixels = decodeBlurhash(blurhash, width, height, style.punch);
  const raw = { width, height, channels: 4 } as const;
  const jpeg = await sharp(pixels, { raw }).removeAlpha().jpeg({ quality: style.quality }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

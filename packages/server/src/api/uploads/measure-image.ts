import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sharp, { type Metadata } from 'sharp';
import { readExif } from './read-exif.ts';
import { NO_PICTURE, type PictureFacts, readPicture } from './read-picture.ts';
import type { FileFacts } from './upload.ts';

/** Larger ones are stored without dimensions: a decoder holds the whole input. */
const LARGEST_IMAGE_BYTES = 100 * 1024 * 1024;
/** A small file can announce an enormous picture: 16,000 × 16,000 is decoded, not more. */
const MOST_PIXELS = 256_000_000;
const DECODING_SECONDS = 10;

type Measures = Pick<FileFacts, 'width' | 'height' | 'exifInfo'> & PictureFacts;

/** Undefined for what cannot be decoded: it is kept as a plain file. */
export async function measureImage(
  open: () => Promise<Readable>,
  size: number,
): Promise<Measures | undefined> {
  if (size > LARGEST_IMAGE_BYTES) return undefined;
  try {
    const image = sharp({ limitInputPixels: MOST_PIXELS, failOn: 'none' }).timeout({
      seconds: DECODING_SECONDS,
    });
    await pipeline(await open(), image);
    const metadata = await image.metadata();
    const facts = await readPicture(image).catch(() => NO_PICTURE);
    return { ...dimensionsOf(metadata), ...facts, exifInfo: readExif(metadata.exif) };
  } catch {
    // Broken, or a format that the decoder does not know: an image for browsers perhaps, not for us.
    return undefined;
  }
}

/** As the picture is shown: cameras store it lying and say so. */
function dimensionsOf({ autoOrient, width, height }: Metadata): Pick<Measures, 'width' | 'height'> {
  return { width: autoOrient?.width ?? width ?? null, height: autoOrient?.height ?? height ?? null };
}

import parseExif, { type Exif } from 'exif-reader';
import type { FileFacts } from './upload.ts';

type ExifInfo = FileFacts['exifInfo'];

const LONGEST_TEXT = 200;

/** What a camera said about a picture, by our names. Where it stood is left out: nobody chose to publish that here. */
export function readExif(block: Buffer | undefined): ExifInfo {
  if (block === undefined) return {};
  try {
    return nameTags(parseExif(block));
  } catch {
    return {}; // anybody can write anything into that block
  }
}

function nameTags({ Image, Photo }: Exif): ExifInfo {
  const tags: Record<string, unknown> = {
    make: Image?.Make,
    model: Image?.Model,
    lens_model: Photo?.LensModel,
    iso: Photo?.ISOSpeedRatings,
    f_number: Photo?.FNumber,
    exposure_time: Photo?.ExposureTime,
    focal_length: Photo?.FocalLength,
    flash_mode: Photo?.Flash,
    date_time_original: Photo?.DateTimeOriginal,
  };
  const read = Object.entries(tags).map(([name, value]) => [name, readTag(value)] as const);
  return Object.fromEntries(
    read.filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

function readTag(value: unknown): string | number | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(6)) : undefined;
  if (typeof value !== 'string') return undefined;
  // Padded with NUL by some cameras, which no database takes.
  return value.replaceAll(UNPRINTABLE, '').trim().slice(0, LONGEST_TEXT) || undefined;
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

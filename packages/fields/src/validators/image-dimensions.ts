import { readSettings, requireOneOf } from '../settings/setting.ts';
import { count } from '../settings/simple-settings.ts';
import { uploadRule } from './asset-rules.ts';
import { isWithinBounds } from './bounds.ts';

type ImageDimensions = {
  width_min_value?: number;
  width_max_value?: number;
  height_min_value?: number;
  height_max_value?: number;
};

const SETTINGS = {
  width_min_value: count,
  width_max_value: count,
  height_min_value: count,
  height_max_value: count,
};

/** Pixels, bounds included. A file without dimensions (a document, say) does not pass. */
export const imageDimensions = uploadRule<ImageDimensions>(
  'image_dimensions',
  (input, report) => {
    const read: ImageDimensions = readSettings(input, SETTINGS, [], report);
    requireOneOf(read, Object.keys(SETTINGS), [], report);
    return read;
  },
  ({ width, height }, bounds) =>
    width !== null &&
    height !== null &&
    isBetween(width, bounds.width_min_value, bounds.width_max_value) &&
    isBetween(height, bounds.height_min_value, bounds.height_max_value),
);

function isBetween(pixels: number, min: number = 0, max: number = Number.MAX_SAFE_INTEGER): boolean {
  return isWithinBounds(pixels, { min, max });
}

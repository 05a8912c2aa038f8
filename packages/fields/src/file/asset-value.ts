import type { JsonObject } from '@recto/content/json';

export type FocalPoint = { x: number; y: number };

/** How a record uses an upload: what is null here falls back to the upload's own details. */
export type AssetValue = {
  upload_id: string;
  alt: string | null;
  title: string | null;
  custom_data: JsonObject;
  focal_point: FocalPoint | null;
  /** Seconds into a video at which its poster is taken. */
  poster_time: number | null;
};

/** Every key in its documented order: the database keeps keys in an order of its own. */
export function presentAsset(value: AssetValue): AssetValue {
  const { upload_id, alt, title, custom_data, focal_point, poster_time } = value;
  return {
    upload_id,
    alt,
    title,
    custom_data,
    focal_point: focal_point && { x: focal_point.x, y: focal_point.y },
    poster_time: poster_time ?? null,
  };
}

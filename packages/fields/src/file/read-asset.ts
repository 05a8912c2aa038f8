import type { ParseContext } from '@recto/content/field-type';
import { isJsonObject, type JsonObject } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import { readEntityId } from '../reading/read-entity-id.ts';
import { readObject } from '../reading/read-object.ts';
import { readText } from '../reading/read-text.ts';
import { rejectFormat } from '../reading/reject-format.ts';
import { whatIsWrongWithText } from '../reading/storable-text.ts';
import type { AssetValue, FocalPoint } from './asset-value.ts';

const KEYS = {
  required: ['upload_id'],
  optional: ['alt', 'title', 'custom_data', 'focal_point', 'poster_time'],
};
const MOST_CUSTOM_DATA = 100;

/** Reads one use of an upload; keys that were left out get their defaults. */
export function readAsset(input: unknown, context: ParseContext, path: Path): AssetValue | undefined {
  const given = readObject(input, KEYS, context, path);
  if (!given) return undefined;
  const at = (key: string): Path => [...path, key];
  const upload_id = readEntityId(given.upload_id, context, at('upload_id'));
  const alt = readOptionalText(given.alt, context, at('alt'));
  const title = readOptionalText(given.title, context, at('title'));
  const custom_data = readCustomData(given.custom_data ?? {}, context, at('custom_data'));
  const focal_point = readFocalPoint(given.focal_point ?? null, context, at('focal_point'));
  const poster_time = readPosterTime(given.poster_time ?? null, context, at('poster_time'));
  const value = { upload_id, alt, title, custom_data, focal_point, poster_time };
  return isComplete(value) ? value : undefined;
}

function isComplete(value: { [Key in keyof AssetValue]: AssetValue[Key] | undefined }): value is AssetValue {
  return Object.values(value).every((part) => part !== undefined);
}

function readOptionalText(input: unknown, context: ParseContext, path: Path): string | null | undefined {
  return input === null || input === undefined ? null : readText(input, context, path);
}

function readCustomData(input: unknown, context: ParseContext, path: Path): JsonObject | undefined {
  if (!isJsonObject(input)) return rejectFormat(context, 'must be an object', path);
  const entries = Object.entries(input);
  if (entries.length > MOST_CUSTOM_DATA) {
    return rejectFormat(context, `must not have more than ${MOST_CUSTOM_DATA} keys`, path);
  }
  const wrong = entries.filter(([key, value]) => whatIsWrongWithText(key) !== undefined || !isScalar(value));
  for (const [key] of wrong) {
    rejectFormat(context, 'must be a string, number, boolean or null', [...path, key]);
  }
  return wrong.length === 0 ? (input as JsonObject) : undefined;
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'string') return whatIsWrongWithText(value) === undefined;
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'boolean';
}

function readFocalPoint(input: unknown, context: ParseContext, path: Path): FocalPoint | null | undefined {
  if (input === null) return null;
  const given = readObject(input, { required: ['x', 'y'] }, context, path);
  if (!given) return undefined;
  const wrong = ['x', 'y'].filter((axis) => !isFraction(given[axis]));
  for (const axis of wrong) rejectFormat(context, 'must be a number from 0 to 1', [...path, axis]);
  return wrong.length === 0 ? (given as FocalPoint) : undefined;
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function readPosterTime(input: unknown, context: ParseContext, path: Path): number | null | undefined {
  if (input === null) return null;
  const isTime = typeof input === 'number' && Number.isFinite(input) && input >= 0;
  return isTime ? input : rejectFormat(context, 'must be a number of seconds, zero or more', path);
}

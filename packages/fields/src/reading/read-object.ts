import type { ParseContext } from '@recto/content/field-type';
import { isJsonObject } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import { rejectFormat } from './reject-format.ts';

export interface Keys {
  required: readonly string[];
  optional?: readonly string[];
}

/** Named in an answer: of the rest it is enough to know that there are too many. */
const MOST_UNKNOWN_KEYS = 20;

/** The object when it has every required key and no unknown one; those missing and those unknown are reported. */
export function readObject(
  input: unknown,
  keys: Keys,
  context: ParseContext,
  path: Path = context.path,
): Record<string, unknown> | undefined {
  if (!isJsonObject(input)) return rejectFormat(context, 'must be an object', path);
  const unknown = Object.keys(input)
    .filter((key) => !isKnown(key, keys))
    .slice(0, MOST_UNKNOWN_KEYS);
  const missing = keys.required.filter((key) => input[key] === undefined);
  for (const key of unknown) rejectFormat(context, 'is not a permitted key', [...path, key]);
  for (const key of missing) rejectFormat(context, 'is missing', [...path, key]);
  return unknown.length + missing.length === 0 ? input : undefined;
}

function isKnown(key: string, keys: Keys): boolean {
  return keys.required.includes(key) || (keys.optional?.includes(key) ?? false);
}

import { refusal } from '@recto/content/refusal';
import { Kind, type TSchema } from '@sinclair/typebox';
import qs from 'qs';
import { isStorableText } from './parse-json.ts';

const LIMITS = { depth: 10, arrayLimit: 1000, parameterLimit: 2000 } as const;
/** Of objects without a prototype: a field may be called `constructor`. */
const RULES = { ...LIMITS, plainObjects: true, strictDepth: true, throwOnLimitExceeded: true } as const;
const MAXIMUM_LENGTH = 100_000;

/**
 * `filter[fields][name][in][]=a&page[limit]=5` → an object of the contract's types. On the wire everything is
 * text: `true` becomes a boolean and `5` a number where the contract asks for one, and nowhere else.
 */
export function readQuery(url: string, contract: TSchema | undefined): unknown {
  const start = url.indexOf('?');
  const query = start < 0 ? {} : parse(url.slice(start + 1));
  return contract ? decode(query, contract) : query;
}

function parse(text: string): Record<string, unknown> {
  if (text.length > MAXIMUM_LENGTH) throw invalid('#: is too long.');
  try {
    const query = qs.parse(text, RULES);
    if (!isStorable(query)) throw invalid('#: contains characters that are not text.');
    return query;
  } catch (error) {
    if (error instanceof RangeError) throw invalid('#: has too many or too deeply nested parameters.');
    throw error;
  }
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorableText(key) && isStorable(part));
}

function invalid(message: string) {
  return refusal('INVALID_PARAMS', { messages: [message] });
}

function decode(value: unknown, schema: TSchema): unknown {
  switch (schema[Kind]) {
    case 'Boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'Integer':
    case 'Number':
      return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
    case 'Union':
      return decodeAlternatives(value, schema.anyOf);
    case 'Array':
      return Array.isArray(value) ? value.map((item) => decode(item, schema.items)) : value;
    case 'Object':
      return isObject(value) ? decodeMembers(value, schema.properties) : value;
    default:
      return value;
  }
}

function decodeAlternatives(value: unknown, alternatives: readonly TSchema[]): unknown {
  for (const alternative of alternatives) {
    const decoded = decode(value, alternative);
    if (decoded !== value) return decoded;
  }
  return value;
}

function decodeMembers(value: Record<string, unknown>, properties: Record<string, TSchema>) {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return [key, schema ? decode(part, schema) : part];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

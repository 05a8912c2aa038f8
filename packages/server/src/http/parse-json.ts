import type { JsonObject } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';

/** Deeper than five levels of blocks in structured text ever get; what is deeper wants to exhaust the stack. */
const MAXIMUM_DEPTH = 200;
const MAXIMUM_MESSAGES = 20;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes → a JSON value that is safe to walk, to merge and to store; `undefined` for an empty body. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const value = decode(bytes);
  const messages = findHostileValues(value);
  if (messages.length > 0) throw refusal('INVALID_FORMAT', { messages });
  return value;
}

function decode(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw refusal('INVALID_JSON_BODY', {});
  }
}

/** Whether PostgreSQL can store a text: it knows neither NUL nor half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

function findHostileValues(value: unknown): string[] {
  const messages: string[] = [];
  const walk = (part: unknown, pointer: string, depth: number): void => {
    if (messages.length >= MAXIMUM_MESSAGES) return;
    if (typeof part === 'string') {
      if (!isStorableText(part)) messages.push(`#${pointer}: contains characters that are not text.`);
    } else if (typeof part === 'object' && part !== null) {
      if (depth > MAXIMUM_DEPTH) messages.push(`#${pointer.slice(0, 200)}: is nested too deeply.`);
      else if (Array.isArray(part))
        for (const [index, item] of part.entries()) walk(item, `${pointer}/${index}`, depth + 1);
      else walkObject(part as JsonObject, pointer, depth);
    }
  };
  const walkObject = (part: JsonObject, pointer: string, depth: number): void => {
    for (const key of Object.keys(part)) {
      // Assigned somewhere, this key would replace an object's prototype.
      if (key === '__proto__') messages.push(`#${pointer}: "__proto__" is not a permitted key.`);
      else if (!isStorableText(key)) messages.push(`#${pointer}: contains a key that is not text.`);
      else walk(part[key], `${pointer}/${key}`, depth + 1);
    }
  };
  walk(value, '', 0);
  return messages;
}

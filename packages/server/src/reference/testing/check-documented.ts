import { readdirSync, readFileSync } from 'node:fs';
import type { AnsweredDocument } from './record-answers.ts';

/**
 * What a reference page says of a resource: its keys as the client's simplified answers have them, and what its
 * endpoints answer with. A type is written as text (`string or null`, `->item_type` for a link), a list as a list of
 * its one type, an object as an object; what may be null as `{ "?": … }`. Of an object with `*` other keys are free.
 */
export interface DocumentedResource {
  page: string;
  /** By link `rel`: a resource, a list of resources (in brackets), or what the page leaves open. */
  answers: Record<string, DocumentedAnswer | null>;
  deprecated?: string[];
  keys: { [key: string]: Documented };
  /** Where we differ: how, and why. `absent` for a key that we have not; `answers.restore` for an endpoint. */
  exceptions?: { [key: string]: { is: Documented; because: string } };
}

/** A list of one kind or several; of none, when it is always empty. */
export type DocumentedAnswer = string | string[];

type Documented = string | Documented[] | { [key: string]: Documented };

const folder = new URL('../documented/', import.meta.url);

/** By JSON:API type. */
export function readDocumented(): Map<string, DocumentedResource> {
  return new Map(
    readdirSync(folder).map((name): [string, DocumentedResource] => [
      name.replace('.json', '').replaceAll('-', '_'),
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
    ]),
  );
}

/** Whatever in an answer is not as the pages say, one sentence each. */
export function differences(
  answer: DocumentedAnswer,
  { data }: AnsweredDocument,
  documented: ReadonlyMap<string, DocumentedResource>,
): string[] {
  if (typeof answer === 'string') return compareResource([answer], data, documented);
  if (!Array.isArray(data)) return ['is no list'];
  if (data.length === 0 && answer.length > 0) return ['is an empty list, which shows nothing'];
  return [...new Set(data.flatMap((entity) => compareResource(answer, entity, documented)))];
}

interface Resource {
  id: string;
  type: string;
  attributes?: object;
  relationships?: Record<string, { data: unknown }>;
  meta?: object;
}

function compareResource(
  types: readonly string[],
  entity: unknown,
  documented: ReadonlyMap<string, DocumentedResource>,
): string[] {
  const { id, type, attributes, relationships = {}, meta } = entity as Resource;
  if (!types.includes(type)) return [`is of type ${type}, not ${types.join(' or ')}`];
  const expected = documented.get(type);
  if (!expected) return [`is of type ${type}, of which no page tells`];
  const links = Object.entries(relationships).map(([name, { data }]) => [name, data]);
  const flat = { id, type, ...attributes, ...Object.fromEntries(links), ...(meta ? { meta } : {}) };
  return compareObject(flat, keysOf(expected), type);
}

/** With our exceptions in place: `meta.is_valid` leads into an object. */
function keysOf({ keys, exceptions = {} }: DocumentedResource): { [key: string]: Documented } {
  const changed = structuredClone(keys);
  for (const [path, { is }] of Object.entries(exceptions)) {
    if (path.startsWith('answers.')) continue;
    const names = path.split('.');
    const last = names.pop() ?? '';
    const place = names.reduce<{ [key: string]: Documented }>(
      (part, name) => part[name] as { [key: string]: Documented }, // a path names objects on its way
      changed,
    );
    if (is === 'absent') delete place[last];
    else place[last] = is;
  }
  return changed;
}

function compareObject(value: object, keys: { [key: string]: Documented }, path: string): string[] {
  const { '*': others, ...named } = keys;
  const missing = Object.keys(named)
    .filter((key) => !(key in value) && !isOptional(named[key]))
    .map((key) => `${path}.${key} is missing`);
  const found = Object.entries(value).flatMap(([key, part]) => {
    const expected = named[key] ?? others;
    return expected === undefined
      ? [`${path}.${key} is extra`]
      : compareValue(part, expected, `${path}.${key}`);
  });
  return [...missing, ...found];
}

/** `string or absent`. */
function isOptional(expected: Documented | undefined): boolean {
  return typeof expected === 'string' && expected.split(' or ').includes('absent');
}

function compareValue(value: unknown, expected: Documented, path: string): string[] {
  if (typeof expected === 'string') {
    const isOne = expected.split(' or ').some((kind) => isKind(value, kind));
    return isOne ? [] : [`${path} is ${JSON.stringify(value)}, not ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((entry) => compareValue(entry, expected[0] ?? 'any', `${path}[]`));
  }
  if ('?' in expected) return value === null ? [] : compareValue(value, expected['?'], path);
  if (typeof value !== 'object' || value === null) return [`${path} is no object`];
  return compareObject(value, expected, path);
}

function isKind(value: unknown, kind: string): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'list':
      return Array.isArray(value);
    default:
      return kind.startsWith('->') ? isLink(value, kind.slice(2).split('|')) : typeof value === kind;
  }
}

function isLink(value: unknown, types: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id, ...rest } = value as { type?: string; id?: unknown };
  return types.includes(type ?? '') && typeof id === 'string' && Object.keys(rest).length === 0;
}

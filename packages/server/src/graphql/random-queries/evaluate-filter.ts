import type { Model } from './models.ts';
import { fieldOf, localesOf, modelIdOf, type Place, readValue } from './read-record.ts';
import { type Entity, modelOf } from './world.ts';

type Filter = Record<string, unknown>;

/** Whether a record or block meets all keys of a filter, in the locale of the query. */
export function isMatch(record: Entity, model: Model, filter: Filter, place: Place): boolean {
  return Object.entries(filter).every(([key, wanted]) => {
    const alternatives = () => [wanted as Filter | Filter[]].flat();
    if (key === 'OR') return alternatives().some((each) => isMatch(record, model, each, place));
    if (key === 'AND') return alternatives().every((each) => isMatch(record, model, each, place));
    return holdsForKey(record, model, key, wanted as Filter, place);
  });
}

function holdsForKey(record: Entity, model: Model, key: string, operators: Filter, place: Place): boolean {
  const { meta = {}, attributes } = record;
  if (key === 'id') return holds('id', record.id, operators);
  if (key === '_locales')
    return holds(
      'list',
      localesOf(record, model).map((locale) => locale.replace('-', '_')),
      operators,
    );
  if (key === 'position') return holds('integer', attributes.position, operators);
  if (key === 'parent' && model.isTree) return holds('link', attributes.parent_id, operators);
  if (key === '_status') return holds('id', meta.status, operators);
  if (key === '_isValid') return holds('boolean', meta.is_valid, operators);
  if (key.startsWith('_')) {
    const name = key.slice(1).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return holds('date_time', meta[name] ?? null, operators);
  }
  const field = fieldOf(model, key);
  const value = readValue(record, field, { ...place, fallbackLocales: [] });
  if (field.type === 'rich_text') return holdsForBlocks((value ?? []) as Entity[], operators, place);
  if (field.type === 'structured_text') return holdsForText(value, operators);
  return holds(KINDS[field.type] ?? field.type, plainValue(field.type, value), operators);
}

const KINDS: Record<string, string> = {
  file: 'link',
  gallery: 'list',
  links: 'list',
  text: 'string',
  slug: 'string',
};

function plainValue(type: string, value: unknown): unknown {
  if (type === 'file') return value && (value as { upload_id: string }).upload_id;
  if (type === 'gallery') return ((value ?? []) as { upload_id: string }[]).map(({ upload_id }) => upload_id);
  return type === 'links' ? (value ?? []) : value;
}

/** Blank is no document, or one empty paragraph: a block is something, and has no text. */
function holdsForText(value: unknown, { isBlank, isPresent, ...operators }: Filter): boolean {
  const [first, ...others] = value ? ((value as { document: Node }).document.children ?? []) : [];
  const isEmpty =
    !first || (others.length === 0 && first.type === 'paragraph' && documentText.read(value) === '');
  if (isBlank !== undefined && isEmpty !== isBlank) return false;
  if (isPresent !== undefined && isEmpty === isPresent) return false;
  // Blocks alone have no text at all, not an empty one.
  const hasText = [first, ...others].some((node) => node && node.type !== 'block');
  return holds('string', hasText ? documentText.read(value) : null, operators);
}

function holdsForBlocks(blocks: Entity[], { any, exists, containsAny }: Filter, place: Place): boolean {
  const { models } = place.world;
  const ofModel = (apiKey: string) =>
    blocks.filter((block) => modelIdOf(block) === modelOf(models, apiKey).id);
  const isAny = Object.entries((any ?? {}) as Record<string, Filter>).every(([apiKey, filter]) =>
    ofModel(apiKey).some((block) => isMatch(block, modelOf(models, apiKey), filter, place)),
  );
  const isThere = Object.entries((containsAny ?? {}) as Record<string, boolean>).every(
    ([apiKey, wanted]) => ofModel(apiKey).length > 0 === wanted,
  );
  return isAny && isThere && (exists === undefined || blocks.length > 0 === exists);
}

function holds(kind: string, value: unknown, operators: Filter): boolean {
  return Object.entries(operators).every(([operator, wanted]) => {
    if (kind === 'list') return holdsForList(value as string[], operator, wanted);
    if (kind === 'date_time' && value !== null && operator !== 'exists')
      return holdsForMoment(Date.parse(String(value)), operator, wanted);
    return holdsForOne(kind === 'boolean' ? (value ?? false) : value, operator, wanted);
  });
}

function holdsForOne(value: unknown, operator: string, wanted: unknown): boolean {
  const isThere = value !== null && value !== undefined;
  const among = () => [wanted].flat().includes(value);
  switch (operator) {
    case 'eq':
      return value === wanted;
    case 'neq':
      return value !== wanted;
    case 'in':
      return isThere && among();
    case 'notIn':
      return !isThere || !among();
    case 'exists':
      return isThere === wanted;
    case 'isBlank':
      return (!isThere || value === '') === wanted;
    case 'isPresent':
      return (isThere && value !== '') === wanted;
    case 'matches':
      return isThere && matches(String(value), wanted);
    case 'notMatches':
      return !isThere || !matches(String(value), wanted);
    case 'near':
      return isThere && distance(value as Point, wanted as Point) <= (wanted as { radius: number }).radius;
    default:
      return isThere && isBeyond(value as number, operator, wanted as number);
  }
}

function isBeyond<Value extends number | string>(value: Value, operator: string, wanted: Value): boolean {
  if (operator === 'gt') return value > wanted;
  if (operator === 'gte') return value >= wanted;
  if (operator === 'lt') return value < wanted;
  if (operator === 'lte') return value <= wanted;
  throw new Error(`There is no operator ${operator}.`);
}

const MINUTE = 60_000;

/** What is asked for loses its seconds, what is stored keeps them. */
function holdsForMoment(value: number, operator: string, wanted: unknown): boolean {
  if (wanted === null) return operator === 'neq';
  const from = Math.floor(Date.parse(String(wanted)) / MINUTE) * MINUTE;
  const isWithin = value >= from && value < from + MINUTE;
  if (operator === 'eq') return isWithin;
  return operator === 'neq' ? !isWithin : isBeyond(value, operator, from);
}

function holdsForList(values: string[], operator: string, given: unknown): boolean {
  const wanted = [given].flat();
  switch (operator) {
    case 'eq':
      return JSON.stringify(values) === JSON.stringify(wanted);
    case 'allIn':
      return wanted.every((each) => values.includes(String(each)));
    case 'anyIn':
      return wanted.some((each) => values.includes(String(each)));
    case 'notIn':
      return !wanted.some((each) => values.includes(String(each)));
    default:
      return values.length > 0 === given;
  }
}

function matches(text: string, wanted: unknown): boolean {
  const { pattern, caseSensitive = false, regexp = true } = wanted as Record<string, unknown>;
  if (regexp) return new RegExp(String(pattern), caseSensitive ? 'u' : 'iu').test(text);
  const [whole, part] = [text, String(pattern)].map((each) => (caseSensitive ? each : each.toLowerCase()));
  return whole?.includes(part ?? '') ?? false;
}

interface Point {
  latitude: number;
  longitude: number;
}

/** Metres on a sphere, by the law of cosines. */
function distance(one: Point, other: Point): number {
  const [a, b, across] = [one.latitude, other.latitude, one.longitude - other.longitude].map(
    (degree) => (degree * Math.PI) / 180,
  ) as [number, number, number];
  return (
    6_371_008.8 *
    Math.acos(Math.min(1, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(across)))
  );
}

interface Node {
  type: string;
  value?: string;
  item?: unknown;
  children?: Node[];
}

/** Structured text, for those who read it and for those who show it. */
export const documentText = {
  /** A line for each node at the top but blocks. */
  read(value: unknown): string {
    const text = (node: Node): string => node.value ?? (node.children ?? []).map(text).join('');
    const { children = [] } = (value as { document: Node }).document;
    return children
      .filter(({ type }) => type !== 'block')
      .map(text)
      .join('\n');
  },
  /** Blocks stand in it by id. */
  withIds(value: unknown): unknown {
    const replace = (node: Node): Node => ({
      ...node,
      ...(node.type === 'block' ? { item: (node.item as Entity).id } : {}),
      ...(node.children ? { children: node.children.map(replace) } : {}),
    });
    const { document, ...rest } = value as { document: Node };
    return { ...rest, document: replace(document) };
  },
};

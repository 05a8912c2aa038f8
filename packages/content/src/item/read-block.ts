import type { NewId } from '../id.ts';
import { isJsonObject, type Json, ownValue } from '../json.ts';
import type { Path, Problem } from '../problem.ts';
import type { ErrorReason } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import { defaultValue, emptyValue } from './default-value.ts';
import { type DocumentRules, rulesOf } from './document-rules.ts';
import { mapFieldValues } from './field-values.ts';
import type { Block, Document } from './item.ts';
import { isTextTooLarge, MAX_BLOCK_DEPTH, nestingLimit, sizeLimit } from './limits.ts';
import { mapBlocksOfValue } from './map-blocks.ts';
import type { ItemProblem } from './validate-document.ts';
import { walkBlocks } from './walk-document.ts';

/** What reading a body has found so far. */
export interface BlockReading {
  rules: DocumentRules;
  newId: NewId;
  /** The blocks of the stored record at any depth; updated blocks replace their older self. */
  known: Map<string, Block>;
  problems: ItemProblem[];
  reasons: ErrorReason[];
}

/** Where a value stands. */
interface Place {
  path: Path;
  locale: string | null;
  /** How many blocks are around it, and their ids. */
  depth: number;
  ancestors: readonly string[];
}

/** One bare value of a request. A value that cannot be read stays as it was; the problem is noted. */
export function readValue(
  field: Field,
  input: unknown,
  before: Json,
  place: Place,
  reading: BlockReading,
): Json {
  const { registry, schema } = reading.rules;
  if (input === null) return emptyValue(field, reading.rules);
  if (isTextTooLarge(input, reading.rules)) {
    reading.reasons.push(sizeLimit(reading.rules));
    return before;
  }
  const value = registry.types[field.fieldType].parse(input, {
    field,
    path: place.path,
    timeZone: schema.settings.timeZone,
    ignoresOffsets: !schema.settings.flags.improved_timezone_management,
    report: (problem) => reading.problems.push(problemOf(field, problem, place)),
    block: (slot, path) => readBlock(field, slot, { ...place, path, depth: place.depth + 1 }, reading),
  });
  if (value === undefined) return before;
  return value === null ? emptyValue(field, reading.rules) : clean(field, value, reading.rules);
}

function clean(field: Field, value: Json, { registry }: DocumentRules): Json {
  return rulesOf(field, registry).reduce(
    (cleaned, { validator, parameters }) =>
      validator.clean ? validator.clean(cleaned, parameters) : cleaned,
    value,
  );
}

/** An id keeps a block, an object with an id updates it, an object without one creates it. */
function readBlock(field: Field, slot: unknown, place: Place, reading: BlockReading): Block | undefined {
  if (place.depth > MAX_BLOCK_DEPTH) {
    reading.reasons.push(nestingLimit());
    return undefined;
  }
  if (typeof slot === 'string') return keepBlock(field, slot, place, reading);
  if (
    !isJsonObject(slot) ||
    (slot.type !== undefined && slot.type !== 'item') ||
    !hasReadableAttributes(slot)
  ) {
    return invalid(field, place, reading, {});
  }
  return slot.id === undefined
    ? createBlock(field, slot, place, reading)
    : updateBlock(field, slot, place, reading);
}

function hasReadableAttributes(slot: Record<string, unknown>): boolean {
  return slot.attributes === undefined || isJsonObject(slot.attributes);
}

function keepBlock(field: Field, id: string, place: Place, reading: BlockReading): Block | undefined {
  return reading.known.get(id) ?? invalid(field, place, reading, { unknown_block: id });
}

function updateBlock(
  field: Field,
  slot: Record<string, unknown>,
  place: Place,
  reading: BlockReading,
): Block | undefined {
  const id = String(slot.id);
  const block = reading.known.get(id);
  if (!block) return invalid(field, place, reading, { unknown_block: id });
  if (place.ancestors.includes(id)) {
    reading.reasons.push(nestingLimit());
    return undefined;
  }
  const itemTypeId = sentItemType(slot);
  if (itemTypeId !== undefined && itemTypeId !== block.itemTypeId) {
    return invalid(field, place, reading, { item_type: block.itemTypeId });
  }
  const values = readBlockValues(
    block.itemTypeId,
    slot,
    place,
    reading,
    (inner) => block.values[inner.id] ?? null,
  );
  const updated = { ...block, values };
  reading.known.set(id, updated);
  return updated;
}

function createBlock(
  field: Field,
  slot: Record<string, unknown>,
  place: Place,
  reading: BlockReading,
): Block | undefined {
  const itemTypeId = sentItemType(slot);
  const itemType =
    typeof itemTypeId === 'string' ? reading.rules.schema.itemTypes.get(itemTypeId) : undefined;
  if (!itemType?.modularBlock)
    return invalid(field, place, reading, { unknown_item_type: itemTypeId ?? null });
  const id = reading.newId();
  const values = readBlockValues(itemType.id, { ...slot, id }, place, reading, (inner) =>
    defaultValue(inner, null, reading),
  );
  return { id, itemTypeId: itemType.id, values };
}

function sentItemType(slot: Record<string, unknown>): Json | undefined {
  const relationship = isJsonObject(slot.relationships) ? slot.relationships.item_type : undefined;
  const data = isJsonObject(relationship) ? relationship.data : undefined;
  return isJsonObject(data) ? (data.id as Json) : undefined;
}

/** Attributes that are not sent keep the value they had, or in a new block get their default. */
function readBlockValues(
  itemTypeId: string,
  slot: Record<string, unknown>,
  place: Place,
  reading: BlockReading,
  valueBefore: (field: Field) => Json,
): Document {
  const fields = reading.rules.schema.fieldsOf(itemTypeId);
  const attributes = isJsonObject(slot.attributes) ? slot.attributes : {};
  reportUnknownAttributes(attributes, fields, reading);
  const ancestors = [...place.ancestors, String(slot.id)];
  return Object.fromEntries(
    fields.map((field) => {
      const input = ownValue(attributes, field.apiKey);
      const inner = { ...place, ancestors, path: [...place.path, field.apiKey] };
      const before = valueBefore(field);
      return [field.id, input === undefined ? before : readValue(field, input, before, inner, reading)];
    }),
  );
}

/** Attributes that the client's own bookkeeping may leave behind. */
const IGNORED_ATTRIBUTES = new Set(['__itemTypeId']);

export function reportUnknownAttributes(
  attributes: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  reading: BlockReading,
): void {
  const known = new Set(fields.map((field) => field.apiKey));
  const unknown = Object.keys(attributes).filter((key) => !known.has(key) && !IGNORED_ATTRIBUTES.has(key));
  if (unknown.length > 0)
    reading.reasons.push({ code: 'INVALID_ATTRIBUTES', details: { attributes: unknown } });
}

function invalid(
  field: Field,
  place: Place,
  reading: BlockReading,
  details: Problem['details'] & {},
): undefined {
  reading.problems.push(problemOf(field, { code: 'VALIDATION_INVALID', path: place.path, details }, place));
  return undefined;
}

function problemOf(field: Field, problem: Problem, { locale, ancestors }: Place): ItemProblem {
  return { ...problem, field, locale, blockId: ancestors.at(-1) ?? null, structural: true };
}

/** A block may stand in several locales of a record and is then one block: what was changed in one of them
 *  holds in all. Twice in one locale it would be two things with one name. */
export function unifySharedBlocks(document: Document, itemTypeId: string, reading: BlockReading): Document {
  const places = new Map<string, Set<string | null>>();
  const repeated = new Set<string>();
  walkBlocks(document, itemTypeId, reading.rules, (block, _depth, locale) => {
    const seen = places.get(block.id) ?? new Set();
    if (seen.has(locale)) repeated.add(block.id);
    places.set(block.id, seen.add(locale));
  });
  for (const id of repeated) reading.reasons.push(repeatedBlock(id));
  if (![...places.values()].some((locales) => locales.size > 1)) return document;
  return mapFieldValues(document, reading.rules.schema.fieldsOf(itemTypeId), ({ field, value }) =>
    mapBlocksOfValue(field, value, reading.rules, (block) => reading.known.get(block.id) ?? block),
  );
}

function repeatedBlock(id: string): ErrorReason {
  return { code: 'INVALID_FIELD', details: { field: 'id', code: 'VALIDATION_UNIQUENESS', block: id } };
}
